import { createHmac } from "node:crypto";
import sql, { join } from "sql-template-tag";
import { v7 } from "uuid";
import type { Database, Reader, Transaction } from "../../database/database.ts";
import { numberOf, textOf } from "../../database/rows.ts";
import { Failure } from "../../errors.ts";
import { signInFailureEntity } from "./accounts.entity.ts";

const WINDOW_MINUTES = 15;

interface Bucket {
  readonly key: string;
  /** Failures within the window after which nobody gets a further try. */
  readonly limit: number;
}

/**
 * A guesser at one account from one address is stopped early; one who goes round by many addresses, or at many
 * accounts from one address, later, so that an office behind one address can still sign in.
 */
function bucketsOf(secret: string, email: string, address: string): Bucket[] {
  const key = (...parts: string[]) => createHmac("sha256", secret).update(JSON.stringify(parts)).digest("hex");
  return [
    { key: key("account and address", email, address), limit: 10 },
    { key: key("account", email), limit: 50 },
    { key: key("address", address), limit: 100 },
  ];
}

const windowBegin = () => new Date(Date.now() - WINDOW_MINUTES * 60_000).toISOString();

/** @throws RATE_LIMITED, in the same words whether or not the account exists */
export async function refuseTooManyFailures(
  reader: Reader,
  secret: string,
  email: string,
  address: string,
): Promise<void> {
  const buckets = bucketsOf(secret, email, address);
  const rows = await reader.raw(
    sql`SELECT bucket, COUNT(*) AS failures FROM sign_in_failures
        WHERE bucket IN (${join(buckets.map((bucket) => bucket.key))}) AND at > ${windowBegin()} GROUP BY bucket`,
  );
  const failures = new Map(rows.map((row) => [textOf(row, "bucket"), numberOf(row, "failures")]));
  if (buckets.every((bucket) => (failures.get(bucket.key) ?? 0) < bucket.limit)) return;
  throw new Failure(
    "RATE_LIMITED",
    `There were too many failed sign-ins. Wait ${WINDOW_MINUTES} minutes and try again, or ask an administrator.`,
    { retryAfter: WINDOW_MINUTES * 60 },
  );
}

export async function recordFailure(database: Database, secret: string, email: string, address: string): Promise<void> {
  const at = new Date().toISOString();
  await database.transaction(async (transaction) => {
    await transaction.execute(sql`DELETE FROM sign_in_failures WHERE at <= ${windowBegin()}`);
    await transaction.insert(
      signInFailureEntity,
      bucketsOf(secret, email, address).map((bucket) => ({ id: v7(), bucket: bucket.key, at })),
    );
  });
}

/** Who signed in knows the password: earlier slips at this account from this address are forgotten. */
export async function forgetFailures(
  transaction: Transaction,
  secret: string,
  email: string,
  address: string,
): Promise<void> {
  const [own] = bucketsOf(secret, email, address);
  if (own) await transaction.execute(sql`DELETE FROM sign_in_failures WHERE bucket = ${own.key}`);
}
