import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { DuplicateKind } from "@concord/shared/vocabularies";
import sql, { join } from "sql-template-tag";
import { v7 } from "uuid";
import type { Transaction } from "../../database/database.ts";
import { type DuplicatePair, duplicatePairEntity, keptScore } from "./duplicates.entity.ts";
import type { Reason } from "./matching/reasons.ts";

/** Two records that comparing found to be likely one. */
export interface FoundPair {
  readonly oneId: string;
  readonly otherId: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** All names of either. */
  readonly names: readonly [readonly string[], readonly string[]];
}

/**
 * Makes the found pairs those that these records are in. Of two that were said to be two, that stays until a name of
 * one of them changes, also while one of them lies in the trash; of those in `decided` it stays whatever they are called.
 */
export async function writePairs(
  transaction: Transaction,
  kind: DuplicateKind,
  ids: readonly string[],
  found: readonly FoundPair[],
  decided: ReadonlySet<string>,
): Promise<void> {
  const before = await transaction.find(
    duplicatePairEntity,
    sql`SELECT * FROM duplicate_pairs WHERE one_id IN (${join([...ids])})
        UNION SELECT * FROM duplicate_pairs WHERE other_id IN (${join([...ids])})`,
  );
  const kept = new Map(before.map((pair) => [keyOf(pair), pair]));
  const after = found.map((pair) => rowOf(kind, pair, kept.get(keyOf(pair)), decided));
  const wanted = new Map(after.map((pair) => [keyOf(pair), pair]));
  const gone = before.filter((pair) => !wanted.has(keyOf(pair)) && pair.dismissedAt === null);
  const changed = after.filter((pair) => !isDeepStrictEqual(pair, kept.get(keyOf(pair))));
  const replaced = changed.flatMap((pair) => kept.get(keyOf(pair)) ?? []);
  const removed = [...gone, ...replaced].map((pair) => pair.id);
  if (removed.length > 0) await transaction.execute(sql`DELETE FROM duplicate_pairs WHERE id IN (${join(removed)})`);
  await transaction.insert(duplicatePairEntity, changed);
}

function keyOf(pair: { readonly oneId: string; readonly otherId: string }): string {
  return `${pair.oneId} ${pair.otherId}`;
}

function rowOf(
  kind: DuplicateKind,
  found: FoundPair,
  before: DuplicatePair | undefined,
  decided: ReadonlySet<string>,
): DuplicatePair {
  const namesDigest = createHash("sha256").update(JSON.stringify(found.names)).digest("hex");
  const stays = decided.has(found.oneId) || decided.has(found.otherId) || before?.namesDigest === namesDigest;
  return {
    id: before?.id ?? v7(),
    kind,
    oneId: found.oneId,
    otherId: found.otherId,
    score: keptScore(found.score),
    reasons: found.reasons.map((reason) => ({ ...reason })),
    namesDigest,
    dismissedAt: (stays && before?.dismissedAt) || null,
    dismissedBy: (stays && before?.dismissedBy) || null,
  };
}
