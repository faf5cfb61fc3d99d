import type { DuplicateKind } from "@concord/shared/vocabularies";
import sql, { join } from "sql-template-tag";
import type { Reader } from "../../database/database.ts";
import { textOf } from "../../database/rows.ts";

/** A key that so many records of a kind bear tells nothing any more: it is neither kept for others nor asked. */
export const CROWD = 64;
/** How many records one is compared with at most: those with which it shares the most and the rarest keys. */
const CANDIDATES = 50;

/** Which records bear the keys: by key, the ids of its records, at most a crowd. */
export type Bearers = ReadonlyMap<string, readonly string[]>;

/** Looks keys up: one statement over one index, whose answer is at most a crowd for each key. */
export async function bearersOf(reader: Reader, kind: DuplicateKind, keys: Iterable<string>): Promise<Bearers> {
  const wanted = [...new Set(keys)];
  if (wanted.length === 0) return new Map();
  const rows = await reader.raw(
    sql`SELECT match_key, record_id FROM match_keys WHERE kind = ${kind} AND match_key IN (${join(wanted)})`,
  );
  const bearers = new Map<string, string[]>();
  for (const row of rows) {
    const key = textOf(row, "match_key");
    const ids = bearers.get(key);
    if (ids) ids.push(textOf(row, "record_id"));
    else bearers.set(key, [textOf(row, "record_id")]);
  }
  return bearers;
}

/** The records that a record is to be compared with, by the keys that they share, the likeliest first. */
export function candidatesAmong(bearers: Bearers, keys: readonly string[]): string[] {
  const shared = new Map<string, number>();
  for (const key of keys) {
    const ids = bearers.get(key) ?? [];
    if (ids.length >= CROWD) continue;
    for (const id of ids) shared.set(id, (shared.get(id) ?? 0) + 1 / ids.length);
  }
  return [...shared]
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, CANDIDATES)
    .map(([id]) => id);
}
