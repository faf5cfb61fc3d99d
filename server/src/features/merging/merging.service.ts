import { LIMITS } from "@concord/shared/limits";
import sql from "sql-template-tag";
import type { RecordRow } from "../../database/columns.ts";
import type { Transaction } from "../../database/database.ts";
import { badInput, Failure } from "../../errors.ts";
import { leadOn } from "../../records/lead-on.ts";
import { leadsWhileWriting, mergeEntity } from "../../records/merges.ts";
import { tableOf, whereInTrash } from "../../records/scope.ts";
import type { Viewing } from "../../records/viewing.ts";
import { moveRecord, saveRecord } from "../../records/write.ts";
import { checked, editRecord, refuseLockOut } from "../../records/write-guards.ts";
import { keepMatchesAndDecisions, keepMatchesAround } from "../duplicates/keep-matches.ts";
import type { Partner } from "../partners/partners.entity.ts";
import type { Person } from "../people/people.entity.ts";
import { keepSumsAround } from "../sums/keep-sums.ts";
import { type Mergeable, partnerMerging, personMerging } from "./mergeable.ts";
import { movePointers } from "./moving.ts";
import { changedFields } from "./undoing.ts";

/** A record, and the version of it that was seen; null where that does not matter. */
interface Seen {
  readonly id: string;
  readonly version: number | null;
}

/** Which record is to stay, which one goes, and the fields that were chosen for the one that stays. */
export interface AskedMerge {
  readonly keep: Seen;
  readonly merge: Seen;
  readonly fields: unknown;
}

/**
 * Makes two records of one agency into one: everything that points to `merge` points to `keep`, and `merge` goes to the
 * trash. What the viewer may not read is moved, too, and nothing tells of it. `fields` are chosen in place of those
 * that two partners would have together. The same merge sent again changes nothing.
 * @throws NOT_FOUND, FORBIDDEN, CONFLICT, BAD_USER_INPUT
 */
export function mergePartners(viewing: Viewing, asked: AskedMerge): Promise<Partner> {
  return mergeRecords(viewing, partnerMerging, asked);
}

/** Makes two records of one person into one, as `mergePartners` does. */
export function mergePeople(viewing: Viewing, asked: AskedMerge): Promise<Person> {
  return mergeRecords(viewing, personMerging, asked);
}

async function mergeRecords<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  mergeable: Mergeable<Row, Values>,
  { keep, merge, fields }: AskedMerge,
): Promise<Row> {
  const { definition } = mergeable;
  if (keep.id === merge.id) {
    const message = `A ${definition.noun} cannot be merged with itself. Choose another one.`;
    throw badInput([{ path: "merge", message }]);
  }
  try {
    return await viewing.database.transaction(async (transaction) => {
      const pair = await presentPair(viewing, transaction, mergeable, keep.id, merge.id);
      const version = pair.keptId === keep.id ? keep.version : null;
      await refuseTrash(viewing, transaction, mergeable, "keep", pair.keptId);
      const kept = await editRecord(viewing, transaction, definition, pair.keptId, version);
      if (pair.isMerged) return kept.row;
      await refuseTrash(viewing, transaction, mergeable, "merge", merge.id);
      const merged = await editRecord(viewing, transaction, definition, merge.id, merge.version);
      return makeOne(viewing, transaction, mergeable, kept, merged, fields);
    });
  } finally {
    viewing.loaded = {};
  }
}

/** A record as a transaction found it. */
interface Found<Row, Values> {
  readonly row: Row;
  readonly values: Values;
}

async function makeOne<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  transaction: Transaction,
  mergeable: Mergeable<Row, Values>,
  kept: Found<Row, Values>,
  merged: Found<Row, Values>,
  fields: unknown,
): Promise<Row> {
  const { definition, kind, groups, pointers } = mergeable;
  const ids = { merged: merged.row.id, kept: kept.row.id };
  const at = new Date().toISOString();
  await moveRecord(viewing, transaction, definition, merged.row, "MERGE", [
    { field: "mergedInto", before: null, after: ids.kept },
  ]);
  await movePointers(viewing.database, transaction, pointers, ids);
  const both = await bothAsOne(transaction, mergeable, kept, merged);
  const chosen = mergeable.withChosen(both, fields, kept.values, merged.values);
  mergeable.refuseTooMuch(chosen);
  const wanted = await leadOn(viewing, transaction, definition, chosen);
  // What either of the two mentions may have gone to the trash since.
  const after = await checked(viewing, transaction, definition, wanted, both, ids.kept);
  refuseLockOut(viewing, definition, kept.values, after);
  await transaction.insert(mergeEntity, [
    {
      mergedId: ids.merged,
      kind,
      keptId: ids.kept,
      at,
      changes: changedFields(groups, kept.values, after),
    },
  ]);
  keepMatchesAndDecisions(transaction, kind, ids.kept);
  if (kind === "PARTNER") {
    await keepMatchesAround(transaction, [ids.kept]);
    keepSumsAround(transaction, ids.kept);
  }
  return saveRecord(viewing, transaction, definition, kept.row, kept.values, after, "MERGE", [
    { field: "merged", before: null, after: ids.merged },
  ]);
}

/** The fields of two records together, once what pointed to both points to the one: only now can a circle be seen. */
async function bothAsOne<Row extends RecordRow, Values extends object>(
  transaction: Transaction,
  mergeable: Mergeable<Row, Values>,
  kept: Found<Row, Values>,
  merged: Found<Row, Values>,
): Promise<Values> {
  const isOneOfBoth = (id: string) => id === kept.row.id || id === merged.row.id;
  const own = mergeable.withoutMentions(kept.values, isOneOfBoth);
  const theirs = mergeable.withoutMentions(merged.values, isOneOfBoth);
  return mergeable.withoutCircle(transaction, kept.row.id, mergeable.together(own, theirs), [theirs]);
}

/**
 * The record that an id stands for which is to be kept, and whether the other one was merged into it already. Both are
 * locked: a write that mentions one of them comes before or after the merge, never into it.
 * @throws CONFLICT where the other one was merged into yet another one
 */
async function presentPair<Row extends RecordRow, Values extends object>(
  { database: { dialect } }: Viewing,
  transaction: Transaction,
  { definition, table }: Mergeable<Row, Values>,
  keepId: string,
  mergeId: string,
): Promise<{ readonly keptId: string; readonly isMerged: boolean }> {
  const leads = await leadsWhileWriting(transaction, dialect, table, [keepId, mergeId]);
  const keptId = leads.get(keepId) ?? keepId;
  if (keptId !== keepId) await leadsWhileWriting(transaction, dialect, table, [keptId]);
  const mergedInto = leads.get(mergeId);
  if (mergedInto === undefined && keptId !== mergeId) return { keptId, isMerged: false };
  if (mergedInto === keptId) return { keptId, isMerged: true };
  throw new Failure(
    "CONFLICT",
    mergedInto === undefined
      ? `The ${definition.noun} that was to stay was merged into the other one already. Undo that merge first.`
      : `The ${definition.noun} that was to go was merged into another one already, which has the id "${mergedInto}". Merge that one, or undo that merge first.`,
  );
}

/** @throws BAD_USER_INPUT, for those who may restore it */
async function refuseTrash<Row extends RecordRow, Values extends object>(
  { viewer }: Viewing,
  transaction: Transaction,
  { definition: { entity, policy, noun } }: Mergeable<Row, Values>,
  path: "keep" | "merge",
  id: string,
): Promise<void> {
  const [trashed] = await transaction.raw(
    sql`SELECT t.id FROM ${tableOf(entity)} t WHERE t.id = ${id} AND ${whereInTrash(viewer, policy, "t")}`,
  );
  if (trashed) throw badInput([{ path, message: `This ${noun} is in the trash. Restore it before you merge it.` }]);
}

/** What came of one of several merges. */
interface MergeResult<Row> {
  readonly keep: string;
  readonly merge: string;
  readonly record: Row | null;
  readonly fault: { readonly code: string; readonly message: string } | null;
}

/** Merges one after the other, each in a transaction of its own: what cannot be done says why, and the rest is done. */
export async function mergeInBulk<Row>(
  viewing: Viewing,
  merges: readonly AskedMerge[],
  mergeTwo: (viewing: Viewing, asked: AskedMerge) => Promise<Row>,
): Promise<MergeResult<Row>[]> {
  if (merges.length > LIMITS.merges) {
    const message = `These are ${merges.length} merges. Send at most ${LIMITS.merges} at once.`;
    throw badInput([{ path: "merges", message }]);
  }
  const results: MergeResult<Row>[] = [];
  for (const asked of merges) {
    const sent = { keep: asked.keep.id, merge: asked.merge.id };
    try {
      results.push({ ...sent, record: await mergeTwo(viewing, asked), fault: null });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      results.push({ ...sent, record: null, fault: { code: error.code, message: error.message } });
    }
  }
  return results;
}
