import type { RecordKind } from "@concord/shared/vocabularies";
import sql, { join, raw } from "sql-template-tag";
import { EntitySchema } from "typeorm";
import { id, instant, json, primary, text } from "../database/columns.ts";
import type { Reader, Transaction } from "../database/database.ts";
import { type Dialect, lockingRead } from "../database/dialect.ts";
import { textOf } from "../database/rows.ts";
import { Failure } from "../errors.ts";
import type { StoredChange } from "./audit-log.entity.ts";
import { defineLoader } from "./loader.ts";

/** A merge that stands: the row goes when the merge is undone. */
export interface MergeRow {
  /** The record that went to the trash; it names the merge, since no record can be merged twice. */
  mergedId: string;
  kind: RecordKind;
  /** The record that stayed; it may have been merged into yet another one since. */
  keptId: string;
  at: string;
  /** What the merge changed in the fields of the record that stayed. */
  changes: StoredChange[];
}

export const mergeEntity = new EntitySchema<MergeRow>({
  name: "merges",
  columns: { mergedId: primary(id), kind: text(20), keptId: id, at: instant, changes: json },
});

/** Where old ids lead, through however many merges; ids that lead nowhere are not in the answer. */
export async function leadsOf(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const next = new Map<string, string>();
  let asked = [...new Set(ids)];
  while (asked.length > 0) {
    const rows = await reader.raw(sql`SELECT merged_id, kept_id FROM merges WHERE merged_id IN (${join(asked)})`);
    for (const row of rows) next.set(textOf(row, "merged_id"), textOf(row, "kept_id"));
    asked = [...new Set(rows.map((row) => textOf(row, "kept_id")))].filter((kept) => !next.has(kept));
  }
  const leads = new Map<string, string>();
  for (const from of ids) {
    let to = next.get(from);
    for (let further = to; further !== undefined; further = next.get(further)) to = further;
    if (to !== undefined) leads.set(from, to);
  }
  return leads;
}

/** The record that stays, where the record with this id was merged into another one. */
export async function leadOf(reader: Reader, recordId: string): Promise<string | undefined> {
  return (await leadsOf(reader, [recordId])).get(recordId);
}

/** The same as `leadOf`, for many records of one request. */
export const leadLoader = defineLoader<string, string | null>(async (viewing, ids) => {
  const leads = await leadsOf(viewing.database, ids);
  return ids.map((from) => leads.get(from) ?? null);
});

/**
 * Where old ids lead, as a write needs to know it: a merge of one of these records that is under way is waited for, and
 * none begins until the write has been committed, so that no write leaves a mention of a record that has gone.
 */
export async function leadsWhileWriting(
  transaction: Transaction,
  dialect: Dialect,
  table: "partners" | "people",
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await transaction.raw(
    sql`SELECT id FROM ${raw(table)} WHERE id IN (${join([...new Set(ids)].toSorted())}) AND deleted_at IS NULL
        ${lockingRead(dialect)}`,
  );
  const there = new Set(rows.map((row) => textOf(row, "id")));
  // What was merged lies in the trash: where all are there, nobody needs to be led on.
  return leadsOf(
    transaction,
    ids.filter((mentioned) => !there.has(mentioned)),
  );
}

/** Refuses to change a record that was merged into another one. */
export function mergedAway(noun: string, keptId: string): Failure {
  return new Failure(
    "CONFLICT",
    `This ${noun} was merged into another one in the meantime, which has the id "${keptId}". Open that one and make your change there.`,
  );
}
