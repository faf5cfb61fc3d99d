import { apiTokenRule } from "@concord/shared/rules/accounts";
import type { ApiTokenScope } from "@concord/shared/vocabularies";
import sql from "sql-template-tag";
import { v7 } from "uuid";
import type { Database, Reader } from "../../database/database.ts";
import { notFound } from "../../errors.ts";
import { note } from "../../records/audit-log.ts";
import { parseInput } from "../../records/input.ts";
import type { Settings } from "../../settings.ts";
import type { AccountRequest } from "./account.service.ts";
import { type ApiToken, apiTokenEntity, type User } from "./accounts.entity.ts";
import { activeUser, newToken, tokenHash } from "./sessions.ts";
import { subjectOf } from "./sign-in.service.ts";

/** By which a token is known for one of ours, where it turns up by mistake. */
const PREFIX = "concord_";
const USED_SECONDS = 60;

/** @returns the token, which is shown once, and what is kept of it @throws BAD_USER_INPUT */
export async function createApiToken(
  request: AccountRequest,
  input: unknown,
): Promise<{ token: string; apiToken: ApiToken }> {
  const { name, scope, days } = parseInput(apiTokenRule, input);
  const { database, settings, session, origin } = request;
  const token = `${PREFIX}${newToken()}`;
  const now = Date.now();
  const apiToken: ApiToken = {
    id: v7(),
    tokenHash: tokenHash(token, settings.sessionSecret),
    userId: session.user.id,
    name,
    scope,
    createdAt: new Date(now).toISOString(),
    expiresAt: new Date(now + days * 86_400_000).toISOString(),
    lastUsedAt: null,
  };
  await database.transaction(async (transaction) => {
    await transaction.insert(apiTokenEntity, [apiToken]);
    note(
      transaction,
      { userId: session.user.id, origin },
      { action: "CREATE_TOKEN", subject: subjectOf(session.user), remark: `${name}, ${scope}, ${days} days` },
    );
  });
  return { token, apiToken };
}

/** @throws NOT_FOUND */
export async function revokeApiToken({ database, session, origin }: AccountRequest, id: string): Promise<void> {
  await database.transaction(async (transaction) => {
    const revoked = await transaction.execute(
      sql`DELETE FROM api_tokens WHERE id = ${id} AND user_id = ${session.user.id}`,
    );
    if (revoked !== 1) throw notFound("API token", id);
    note(
      transaction,
      { userId: session.user.id, origin },
      { action: "REVOKE_TOKEN", subject: subjectOf(session.user) },
    );
  });
}

/** The user's tokens that still work, the newest first. */
export function apiTokensOf(reader: Reader, userId: string): Promise<ApiToken[]> {
  return reader.find(
    apiTokenEntity,
    sql`SELECT * FROM api_tokens WHERE user_id = ${userId} AND expires_at > ${new Date().toISOString()} ORDER BY id DESC`,
  );
}

/** Whose token it is, and what for; null where it does not work, or its user was deactivated. */
export async function userOfApiToken(
  database: Database,
  settings: Settings,
  token: string,
): Promise<{ user: User; scope: ApiTokenScope } | null> {
  if (!token.startsWith(PREFIX)) return null;
  const now = new Date();
  const [found] = await database.find(
    apiTokenEntity,
    sql`SELECT * FROM api_tokens WHERE token_hash = ${tokenHash(token, settings.sessionSecret)}
        AND expires_at > ${now.toISOString()}`,
  );
  const user = found ? await activeUser(database, found.userId) : null;
  if (!found || !user) return null;
  const usedBefore = new Date(now.getTime() - USED_SECONDS * 1000).toISOString();
  if (found.lastUsedAt === null || found.lastUsedAt < usedBefore) {
    await database.transaction((transaction) =>
      transaction.execute(sql`UPDATE api_tokens SET last_used_at = ${now.toISOString()} WHERE id = ${found.id}`),
    );
  }
  return { user, scope: found.scope };
}
