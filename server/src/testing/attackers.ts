import sql, { raw } from "sql-template-tag";
import { v7 } from "uuid";
import { policies } from "../access/policies.ts";
import { apiTokenEntity, type User, userEntity } from "../features/accounts/accounts.entity.ts";
import { beginSession, newToken, tokenHash } from "../features/accounts/sessions.ts";
import type { TestApplication } from "./application.ts";

/** Everybody who could send a request: a user of each role, a script of each scope, and nobody. */
export class Attackers {
  private readonly application: TestApplication;
  private readonly users: readonly User[];
  private readonly cookies = new Map<string, string>();
  private headers: Readonly<Record<string, string>>[] = [];

  private constructor(application: TestApplication, users: readonly User[]) {
    this.application = application;
    this.users = users;
  }

  static async of(application: TestApplication): Promise<Attackers> {
    const users = await application.database.find(userEntity, sql`SELECT * FROM users ORDER BY email`);
    return new Attackers(application, users);
  }

  get all(): readonly Readonly<Record<string, string>>[] {
    return this.headers;
  }

  /** The session of one of them. */
  as(email: string): { cookie: string } {
    return { cookie: this.cookies.get(email) ?? "" };
  }

  /** Lets everybody in again whom earlier requests signed out, or made somebody else. */
  async letIn(): Promise<void> {
    const { database, settings } = this.application;
    const cookie = settings.production ? "__Host-concord_session" : "concord_session";
    await this.bringBack();
    this.headers = [{}];
    for (const { id, role, email } of this.users) {
      const { token } = await database.transaction(async (transaction) => {
        await transaction.execute(sql`UPDATE users SET deactivated_at = NULL, role = ${role} WHERE id = ${id}`);
        return beginSession(transaction, settings, { id }, { address: null, agent: null }, true);
      });
      this.cookies.set(email, `${cookie}=${token}`);
      this.headers.push(this.as(email));
    }
    for (const scope of ["READ", "WRITE"] as const)
      this.headers.push({ authorization: `Bearer ${await this.token(scope)}` });
  }

  /** What was deleted is there again, under the version that one guesses, and everybody is a member of everything. */
  private async bringBack(): Promise<void> {
    await this.application.database.transaction(async (transaction) => {
      for (const { table } of Object.values(policies)) {
        await transaction.execute(sql`UPDATE ${raw(table)} SET deleted_at = NULL, version = 1`);
      }
      await transaction.execute(sql`DELETE FROM record_members`);
      await transaction.execute(
        sql`INSERT INTO record_members (record_id, user_id, position)
            SELECT c.id, u.id, 0 FROM collaborations c CROSS JOIN users u WHERE u.email LIKE ${"%@demo.example"}`,
      );
    });
  }

  /** A new API token of one of them. */
  async token(scope: "READ" | "WRITE", email = "admin@demo.example"): Promise<string> {
    const { database, settings } = this.application;
    const token = `concord_${newToken()}`;
    const now = Date.now();
    const row = {
      id: v7(),
      tokenHash: tokenHash(token, settings.sessionSecret),
      userId: this.users.find((user) => user.email === email)?.id ?? "",
      name: "script",
      scope,
      createdAt: new Date(now).toISOString(),
      expiresAt: new Date(now + 3_600_000).toISOString(),
      lastUsedAt: null,
    };
    await database.transaction((transaction) => transaction.insert(apiTokenEntity, [row]));
    return token;
  }
}
