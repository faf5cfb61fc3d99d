import type { DuplicateKind } from "@concord/shared/vocabularies";
import sql, { join } from "sql-template-tag";
import { column } from "../../access/rule.ts";
import type { Transaction } from "../../database/database.ts";
import { type Bearers, bearersOf, CROWD, candidatesAmong } from "./candidates.ts";
import { matchKeyEntity } from "./duplicates.entity.ts";
import type { KindMatching, ScopeOf } from "./kind-matching.ts";
import { LIKELY } from "./matching/reasons.ts";
import { type FoundPair, writePairs } from "./pairs.ts";
import { partnerMatching } from "./partner-matching.ts";
import { personMatching } from "./person-matching.ts";

/** Records matched at a time: each brings all that it is compared with into the memory of the server. */
export const MATCH_BATCH = 10;

/** Whoever may read them: what is kept is read under the viewer's scope. */
const there: ScopeOf = (alias) => sql`${column(alias, "deleted_at")} IS NULL`;

/**
 * Rewrites the keys of these records, and the pairs that they are in; what is not there any more leaves both.
 * @param decided those of which it stays said from whom they are told apart, under whatever names
 */
export async function matchRecords(
  transaction: Transaction,
  kind: DuplicateKind,
  ids: readonly string[],
  decided: ReadonlySet<string> = new Set(),
): Promise<void> {
  // Two writes at once would each not see the other's keys, and miss that they added the same agency twice.
  await transaction.execute(sql`UPDATE match_versions SET version = version WHERE kind = ${kind}`);
  for (let start = 0; start < ids.length; start += MATCH_BATCH) {
    const batch = ids.slice(start, start + MATCH_BATCH);
    await (kind === "PARTNER"
      ? matchBatch(transaction, partnerMatching, batch, decided)
      : matchBatch(transaction, personMatching, batch, decided));
  }
}

async function matchBatch<Read>(
  transaction: Transaction,
  matching: KindMatching<Read>,
  ids: readonly string[],
  decided: ReadonlySet<string>,
): Promise<void> {
  const records = await matching.read(transaction, ids, there);
  const keysOf = new Map([...records].map(([id, read]) => [id, matching.keys(read)]));
  await transaction.execute(sql`DELETE FROM match_keys WHERE record_id IN (${join([...ids])})`);
  const bearers = await withOwn(transaction, matching.kind, keysOf);
  const candidates = new Map([...keysOf].map(([id, keys]) => [id, candidatesAmong(bearers, keys)]));
  const others = [...new Set([...candidates.values()].flat())].filter((id) => !records.has(id));
  const known = new Map([...records, ...(await matching.read(transaction, others, there))]);
  await writePairs(transaction, matching.kind, ids, pairsAmong(matching, candidates, known), decided);
}

/** Writes the records' keys, but those of a crowd, and answers who bears each of them, the records themselves included. */
async function withOwn(
  transaction: Transaction,
  kind: DuplicateKind,
  keysOf: ReadonlyMap<string, readonly string[]>,
): Promise<Bearers> {
  const bearers = new Map(
    [...(await bearersOf(transaction, kind, [...keysOf.values()].flat()))].map(([key, ids]) => [key, [...ids]]),
  );
  const rows: { recordId: string; matchKey: string; kind: DuplicateKind }[] = [];
  for (const [recordId, keys] of keysOf) {
    for (const matchKey of keys) {
      const ids = bearers.get(matchKey) ?? [];
      if (ids.length >= CROWD) continue;
      ids.push(recordId);
      bearers.set(matchKey, ids);
      rows.push({ recordId, matchKey, kind });
    }
  }
  await transaction.insert(matchKeyEntity, rows);
  return bearers;
}

/** The likely ones among what is compared, each pair once, the older record first. */
function pairsAmong<Read>(
  matching: KindMatching<Read>,
  candidates: ReadonlyMap<string, readonly string[]>,
  known: ReadonlyMap<string, Read>,
): FoundPair[] {
  const pairs = new Map<string, FoundPair>();
  for (const [id, others] of candidates) {
    for (const other of others) {
      const [oneId, otherId] = id < other ? [id, other] : [other, id];
      const [one, two] = [known.get(oneId), known.get(otherId)];
      const key = `${oneId} ${otherId}`;
      if (oneId === otherId || !one || !two || pairs.has(key)) continue;
      const { score, reasons } = matching.score(one, two);
      if (score >= LIKELY)
        pairs.set(key, { oneId, otherId, score, reasons, names: [matching.names(one), matching.names(two)] });
    }
  }
  return [...pairs.values()];
}
