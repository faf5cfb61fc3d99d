import { createHmac, randomBytes } from "node:crypto";
import sql from "sql-template-tag";
import type { Database, Transaction } from "../../database/database.ts";
import { type Session, sessionEntity, type User, userEntity } from "./accounts.entity.ts";

/** A session ends twelve hours after the sign-in, whatever happens in it. */
export const SESSION_HOURS = 12;

/** The table holds no token: who reads it cannot enter with what they find. */
function hashOf(token: string, secret: string): string {
  return createHmac("sha256", secret).update(token).digest("hex");
}

/** Begins a session and answers its token, which only the cookie knows. */
export async function beginSession(
  transaction: Transaction,
  secret: string,
  userId: string,
): Promise<{ token: string; expiresAt: Date }> {
  const token = randomBytes(32).toString("base64url");
  const now = new Date();
  const expiresAt = new Date(now.getTime() + SESSION_HOURS * 3_600_000);
  const session: Session = {
    tokenHash: hashOf(token, secret),
    userId,
    createdAt: now.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
  await transaction.execute(sql`DELETE FROM sessions WHERE expires_at < ${now.toISOString()}`);
  await transaction.insert(sessionEntity, [session]);
  return { token, expiresAt };
}

/** Whose session it is; null where there is none, or it has ended. */
export async function userOfSession(database: Database, secret: string, token: string): Promise<User | null> {
  const [user] = await database.find(
    userEntity,
    sql`SELECT u.* FROM sessions s JOIN users u ON u.id = s.user_id
        WHERE s.token_hash = ${hashOf(token, secret)} AND s.expires_at > ${new Date().toISOString()}`,
  );
  return user ?? null;
}

export async function endSession(database: Database, secret: string, token: string): Promise<void> {
  await database.transaction((transaction) =>
    transaction.execute(sql`DELETE FROM sessions WHERE token_hash = ${hashOf(token, secret)}`),
  );
}
