import { fold } from "@concord/shared/fold";
import type { ApiTokenScope, Role } from "@concord/shared/vocabularies";
import { v7 } from "uuid";
import type { Asking } from "../../access/gates.ts";
import type { Viewer } from "../../access/viewer.ts";
import { newUser, type User, userEntity } from "../../features/accounts/accounts.entity.ts";
import { hashPassword } from "../../features/accounts/passwords.ts";
import { DEMO_PASSWORD } from "../../features/demo/demo.service.ts";
import type { TestApplication, Visitor } from "../application.ts";

export const ROLES: readonly Role[] = ["PARTNERSHIP_MANAGER", "REGIONAL_OFFICE", "LEADERSHIP", "ADMINISTRATOR"];

/** By what somebody asks: a session in a browser, an API token, or without either. */
export type Way = Asking["by"] | "NOBODY";
export const WAYS: readonly Way[] = ["SESSION", "WRITE", "READ", "NOBODY"];

let passwordHash: Promise<string> | undefined;

/** A user with a session that a one-time code confirmed, and with tokens as they are asked for. */
export class Someone {
  readonly user: User;
  readonly session: Visitor;
  private readonly application: TestApplication;
  private readonly tokens = new Map<ApiTokenScope, Promise<Visitor>>();

  private constructor(application: TestApplication, user: User, session: Visitor) {
    this.application = application;
    this.user = user;
    this.session = session;
  }

  static async arrive(application: TestApplication, role: Role, officeId: string): Promise<Someone> {
    passwordHash ??= hashPassword(DEMO_PASSWORD);
    const id = v7();
    const name = `Someone ${id}`;
    const user = newUser({
      id,
      name,
      nameSort: fold(name),
      email: `${id}@example.org`,
      role,
      officeId,
      passwordHash: await passwordHash,
    });
    await application.database.transaction((transaction) => transaction.insert(userEntity, [user]));
    return new Someone(application, user, await application.sessionOf(id, true));
  }

  get viewer(): Viewer {
    return this.user;
  }

  by(way: Way): Promise<Visitor> {
    if (way === "SESSION") return Promise.resolve(this.session);
    if (way === "NOBODY") return Promise.resolve(this.application.visitor());
    const token = this.tokens.get(way) ?? this.withToken(way);
    this.tokens.set(way, token);
    return token;
  }

  private async withToken(scope: ApiTokenScope): Promise<Visitor> {
    const { createApiToken } = await this.session.get(
      `mutation { createApiToken(input: { name: "A script", scope: ${scope} }) { token } }`,
    );
    const visitor = this.application.visitor();
    visitor.apiToken = createApiToken.token;
    return visitor;
  }
}

/** What a gate is asked of somebody who asks by a way. */
export function askingOf(someone: Someone, way: Way): Asking | null {
  return way === "NOBODY" ? null : { viewer: someone.viewer, by: way };
}
