import { createHmac } from "node:crypto";
import sql, { join } from "sql-template-tag";
import { v7 } from "uuid";
import type { Database, Reader, Transaction } from "../../database/database.ts";
import { numberOf, textOf } from "../../database/rows.ts";
import { Failure } from "../../errors.ts";
import { networkOf } from "../../network.ts";
import { signInFailureEntity } from "./accounts.entity.ts";

/** How many attempts within the window there may be. */
export const GUESSES = {
  windowMinutes: 15,
  ofAccountFromNetwork: 10,
  ofAccount: 50,
  fromNetwork: 100,
  resetsOfAccount: 3,
  resetsFromNetwork: 30,
} as const;

interface Bucket {
  readonly key: string;
  /** Failures within the window after which nobody gets a further try. */
  readonly limit: number;
}

function keyOf(secret: string, ...parts: readonly string[]): string {
  return createHmac("sha256", secret).update(JSON.stringify(parts)).digest("hex");
}

function keyOfOwn(secret: string, email: string, address: string): string {
  return keyOf(secret, "account and network", email, networkOf(address));
}

/**
 * A guesser at one account from one address is stopped early; one who goes round by many addresses, or at many
 * accounts from one address, later, so that an office behind one address can still sign in.
 */
function bucketsOf(secret: string, email: string, address: string): Bucket[] {
  return [
    { key: keyOfOwn(secret, email, address), limit: GUESSES.ofAccountFromNetwork },
    { key: keyOf(secret, "account", email), limit: GUESSES.ofAccount },
    { key: keyOf(secret, "network", networkOf(address)), limit: GUESSES.fromNetwork },
  ];
}

const windowBegin = () => new Date(Date.now() - GUESSES.windowMinutes * 60_000).toISOString();

/** An attempt that was counted, until it is forgotten. */
export interface Attempt {
  readonly ids: readonly string[];
  /** Where this account's attempts from this network are counted. */
  readonly ownBucket: string;
}

/**
 * Counts an attempt as failed before it is made, so that many at once cannot each be the last that is allowed.
 * @throws RATE_LIMITED, in the same words whether or not the account exists; such an attempt is not counted
 */
export async function countAttempt(
  database: Database,
  secret: string,
  email: string,
  address: string,
): Promise<Attempt> {
  const buckets = bucketsOf(secret, email, address);
  const ids = await database.transaction((transaction) => count(transaction, buckets));
  // Each looks after its own is there: of those that count at the same time, the last sees all.
  if (!(await areBelowLimits(database, buckets, 1))) {
    await database.transaction((transaction) => forget(transaction, ids));
    throw tooMany("There were too many failed sign-ins.");
  }
  return { ids, ownBucket: keyOfOwn(secret, email, address) };
}

/** The attempt was none at guessing: whoever made it knows what they should. */
export function forgetAttempt(transaction: Transaction, { ids }: Attempt): Promise<void> {
  return forget(transaction, ids);
}

/** Who signed in knows the password: earlier slips at this account from this network are forgotten, too. */
export async function forgetAttempts(transaction: Transaction, attempt: Attempt): Promise<void> {
  await forget(transaction, attempt.ids);
  await transaction.execute(sql`DELETE FROM sign_in_failures WHERE bucket = ${attempt.ownBucket}`);
}

async function forget(transaction: Transaction, ids: readonly string[]): Promise<void> {
  await transaction.execute(sql`DELETE FROM sign_in_failures WHERE id IN (${join([...ids])})`);
}

/** @param own how many of those that are counted are this very request's */
async function areBelowLimits(reader: Reader, buckets: readonly Bucket[], own = 0): Promise<boolean> {
  const rows = await reader.raw(
    sql`SELECT bucket, COUNT(*) AS failures FROM sign_in_failures
        WHERE bucket IN (${join(buckets.map((bucket) => bucket.key))}) AND at > ${windowBegin()} GROUP BY bucket`,
  );
  const failures = new Map(rows.map((row) => [textOf(row, "bucket"), numberOf(row, "failures")]));
  return buckets.every((bucket) => (failures.get(bucket.key) ?? 0) - own < bucket.limit);
}

function tooMany(what: string): Failure {
  return new Failure(
    "RATE_LIMITED",
    `${what} Wait ${GUESSES.windowMinutes} minutes and try again, or ask an administrator.`,
    {
      retryAfter: GUESSES.windowMinutes * 60,
    },
  );
}

/**
 * Counts that somebody asks for a new password, before it is looked at how many did.
 * @returns whether a message may go out: only a few go to one address, and nobody is told which
 * @throws RATE_LIMITED where one network asks for many
 */
export async function countResetRequest(
  database: Database,
  secret: string,
  email: string,
  address: string,
): Promise<boolean> {
  const ofNetwork = { key: keyOf(secret, "reset from", networkOf(address)), limit: GUESSES.resetsFromNetwork };
  const ofAccount = { key: keyOf(secret, "reset of", email), limit: GUESSES.resetsOfAccount };
  await database.transaction((transaction) => count(transaction, [ofNetwork, ofAccount]));
  if (!(await areBelowLimits(database, [ofNetwork], 1))) throw tooMany("Too many new passwords were asked for.");
  return areBelowLimits(database, [ofAccount], 1);
}

/** @returns by what what was counted can be forgotten */
async function count(transaction: Transaction, buckets: readonly Bucket[]): Promise<string[]> {
  const at = new Date().toISOString();
  await transaction.execute(sql`DELETE FROM sign_in_failures WHERE at <= ${windowBegin()}`);
  const rows = buckets.map((bucket) => ({ id: v7(), bucket: bucket.key, at }));
  await transaction.insert(signInFailureEntity, rows);
  return rows.map(({ id }) => id);
}
