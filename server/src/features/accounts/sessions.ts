import { createHmac, randomBytes } from "node:crypto";
import sql, { raw } from "sql-template-tag";
import { v7 } from "uuid";
import type { Database, Reader, Transaction } from "../../database/database.ts";
import { columnOf } from "../../database/naming.ts";
import { textOf } from "../../database/rows.ts";
import type { Origin } from "../../records/viewing.ts";
import type { Settings } from "../../settings.ts";
import { type Session, sessionEntity, type User, userEntity } from "./accounts.entity.ts";

/** A session ends twelve hours after the sign-in, whatever happens in it (NIST SP 800-63B-4, 2.2.3: at most 24). */
export const SESSION_HOURS = 12;

/** A session is written to at most once in this time, however many requests it sends. */
const SEEN_SECONDS = 60;

/** The table holds no token: who reads it cannot enter with what they find. */
export function tokenHash(token: string, secret: string): string {
  return createHmac("sha256", secret).update(token).digest("hex");
}

export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Seals what a browser keeps of this user's unsent forms: whoever finds the browser's files cannot read them. */
export function draftKey({ id }: Pick<User, "id">, secret: string): string {
  return createHmac("sha256", secret).update(`unsent forms of ${id}`).digest("base64");
}

const before = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();
const idleSince = (settings: Settings) => before(settings.sessionIdleMinutes * 60);

/** Begins a session and answers its token, which only the cookie knows. */
export async function beginSession(
  transaction: Transaction,
  settings: Settings,
  user: Pick<User, "id">,
  origin: Origin,
  confirmed: boolean,
): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken();
  const now = new Date();
  const expiresAt = new Date(now.getTime() + SESSION_HOURS * 3_600_000);
  const session: Session = {
    tokenHash: tokenHash(token, settings.sessionSecret),
    id: v7(),
    userId: user.id,
    createdAt: now.toISOString(),
    lastSeenAt: now.toISOString(),
    expiresAt: expiresAt.toISOString(),
    confirmedAt: confirmed ? now.toISOString() : null,
    address: origin.address,
    agent: origin.agent?.slice(0, 200) ?? null,
  };
  await transaction.execute(
    sql`DELETE FROM sessions WHERE expires_at < ${now.toISOString()} OR last_seen_at < ${idleSince(settings)}`,
  );
  await transaction.insert(sessionEntity, [session]);
  await transaction.execute(sql`UPDATE users SET last_sign_in_at = ${now.toISOString()} WHERE id = ${user.id}`);
  return { token, expiresAt };
}

/** A session that goes on, and whose it is. */
export interface OpenSession {
  readonly session: Session;
  readonly user: User;
}

/** For how long at most a session goes on that another process has ended. */
const REMEMBERED_MILLISECONDS = 1_000;

/** The sessions that were read since somebody of this process last wrote something, or a moment ago. */
class RememberedSessions {
  private readonly database: Database;
  private sessions = new Map<string, OpenSession>();
  private since = 0;
  private commits = 0;

  constructor(database: Database) {
    this.database = database;
  }

  /** The session of a token, read where it is not remembered. */
  async of(token: string, read: () => Promise<OpenSession | null>): Promise<OpenSession | null> {
    const now = Date.now();
    const isFresh = this.commits === this.database.commits && Math.abs(now - this.since) < REMEMBERED_MILLISECONDS;
    if (!isFresh) {
      this.sessions = new Map();
      this.since = now;
      this.commits = this.database.commits;
    }
    // What is read now must not outlive what is written meanwhile.
    const { sessions } = this;
    const open = sessions.get(token) ?? (await read());
    if (open) sessions.set(token, open);
    return open;
  }
}

const remembered = new WeakMap<Database, RememberedSessions>();

/**
 * The session of a token; null where there is none, where it has ended, or its user was deactivated. Notes that it was
 * seen. The requests of one page, which come at once, read it once.
 */
export async function openSession(database: Database, settings: Settings, token: string): Promise<OpenSession | null> {
  const sessions = remembered.get(database) ?? new RememberedSessions(database);
  remembered.set(database, sessions);
  return sessions.of(token, () => readSession(database, settings, tokenHash(token, settings.sessionSecret)));
}

async function readSession(database: Database, settings: Settings, hash: string): Promise<OpenSession | null> {
  const now = new Date().toISOString();
  const userColumns = Object.keys(userEntity.options.columns).map((property) => columnOf(property));
  const [found] = await database.raw(
    sql`SELECT s.*, ${raw(userColumns.map((name) => `u.${name} AS whose_${name}`).join(", "))}
        FROM sessions s JOIN users u ON u.id = s.user_id
        WHERE s.token_hash = ${hash} AND s.expires_at > ${now} AND s.last_seen_at > ${idleSince(settings)}
          AND u.deactivated_at IS NULL`,
  );
  if (!found) return null;
  const session = database.decoder(sessionEntity)(found);
  const user = database.decoder(userEntity, { prefix: "whose_" })(found);
  if (session.lastSeenAt < before(SEEN_SECONDS)) {
    await database.transaction((transaction) =>
      transaction.execute(sql`UPDATE sessions SET last_seen_at = ${now} WHERE token_hash = ${hash}`),
    );
  }
  return { session, user };
}

export async function activeUser(reader: Reader, id: string): Promise<User | null> {
  const [user] = await reader.find(userEntity, sql`SELECT * FROM users WHERE id = ${id} AND deactivated_at IS NULL`);
  return user ?? null;
}

/** The user's sessions that go on, the newest first. */
export function sessionsOf(reader: Reader, settings: Settings, userId: string): Promise<Session[]> {
  const now = new Date().toISOString();
  return reader.find(
    sessionEntity,
    sql`SELECT * FROM sessions WHERE user_id = ${userId} AND expires_at > ${now} AND last_seen_at > ${idleSince(settings)}
        ORDER BY id DESC`,
  );
}

/** Ends the user's sessions, but for one that is to stay, and answers how many that were. */
export async function endSessions(transaction: Transaction, userId: string, exceptId: string | null): Promise<number> {
  const rows = await transaction.raw(sql`SELECT id FROM sessions WHERE user_id = ${userId}`);
  const ending = rows.map((row) => textOf(row, "id")).filter((id) => id !== exceptId);
  for (const id of ending) await transaction.execute(sql`DELETE FROM sessions WHERE id = ${id}`);
  return ending.length;
}
