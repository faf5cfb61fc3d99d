import { isDeepStrictEqual } from "node:util";
import sql, { join } from "sql-template-tag";
import type { RecordRow } from "../../database/columns.ts";
import type { Transaction } from "../../database/database.ts";
import { textOf } from "../../database/rows.ts";
import { Failure, forbidden } from "../../errors.ts";
import { leadOn } from "../../records/lead-on.ts";
import { leadOf, leadsWhileWriting, type MergeRow, mergeEntity } from "../../records/merges.ts";
import { tableOf } from "../../records/scope.ts";
import type { Viewing } from "../../records/viewing.ts";
import { moveRecord, saveRecord } from "../../records/write.ts";
import { editableRecord, readableRecord } from "../../records/write-guards.ts";
import { keepMatchesAndDecisions, keepMatchesAround } from "../duplicates/keep-matches.ts";
import type { Partner } from "../partners/partners.entity.ts";
import type { Person } from "../people/people.entity.ts";
import { keepSumsAround } from "../sums/keep-sums.ts";
import { type Mergeable, partnerMerging, personMerging } from "./mergeable.ts";
import { movePointersBack } from "./moving.ts";
import { undone, withoutEarlier } from "./undoing.ts";

/** What came of undoing a merge. */
interface Unmerged<Row> {
  readonly unmerged: Row;
  readonly kept: Row;
  readonly changedSince: string[];
}

/**
 * Undoes the merge of the record with this id: it comes out of the trash, what pointed to it points to it again, and the
 * one that stayed has the fields that it had. What somebody changed since stays as they left it.
 * @throws NOT_FOUND, FORBIDDEN, CONFLICT
 */
export async function unmerge(viewing: Viewing, mergedId: string): Promise<Unmerged<Partner> | Unmerged<Person>> {
  try {
    return await viewing.database.transaction(async (transaction) => {
      const merge = await standingMerge(viewing, transaction, mergedId);
      return merge.kind === "PERSON"
        ? makeTwo(viewing, transaction, personMerging, merge)
        : makeTwo(viewing, transaction, partnerMerging, merge);
    });
  } finally {
    viewing.loaded = {};
  }
}

/** The merge of a record; nobody writes to the one that stayed until the transaction ends. @throws NOT_FOUND */
async function standingMerge({ database }: Viewing, transaction: Transaction, mergedId: string): Promise<MergeRow> {
  const read = () => transaction.find(mergeEntity, sql`SELECT * FROM merges WHERE merged_id = ${mergedId}`);
  const [known] = await read();
  if (known) {
    const table = known.kind === "PERSON" ? "people" : "partners";
    await leadsWhileWriting(transaction, database.dialect, table, [known.keptId]);
  }
  const [merge] = await read();
  if (merge) return merge;
  const shown = mergedId.slice(0, 60);
  throw new Failure(
    "NOT_FOUND",
    `No record with the id "${shown}" is merged into another one. There is nothing to undo.`,
  );
}

async function makeTwo<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  transaction: Transaction,
  mergeable: Mergeable<Row, Values>,
  merge: MergeRow,
): Promise<Unmerged<Row>> {
  const { definition, kind, pointers } = mergeable;
  const kept = await editableRecord(viewing, transaction, definition, merge.keptId, "ANYWHERE");
  await refuseUnlessThere(transaction, definition.noun, kept.row);
  const merged = await mergedRecord(viewing, transaction, mergeable, merge.mergedId);
  await transaction.execute(sql`DELETE FROM merges WHERE merged_id = ${merge.mergedId}`);
  const back = await moveRecord(viewing, transaction, definition, merged.row, "UNMERGE", [
    { field: "mergedInto", before: merge.keptId, after: null },
  ]);
  await movePointersBack(transaction, pointers, { merged: merge.mergedId, kept: merge.keptId });
  await transaction.execute(sql`DELETE FROM merge_moves WHERE merged_id = ${merge.mergedId}`);
  const own = await mergeable.withoutCircle(transaction, back.id, merged.values, []);
  const unmerged = isDeepStrictEqual(own, merged.values)
    ? back
    : await saveRecord(viewing, transaction, definition, back, merged.values, own, "UPDATE");
  const { values, changedSince } = await fieldsBefore(viewing, transaction, mergeable, kept, merge);
  keepMatchesAndDecisions(transaction, kind, merge.keptId);
  if (kind === "PARTNER") {
    await keepMatchesAround(transaction, [merge.keptId, merge.mergedId]);
    keepSumsAround(transaction, merge.keptId);
  }
  const saved = await saveRecord(viewing, transaction, definition, kept.row, kept.values, values, "UNMERGE", [
    { field: "merged", before: merge.mergedId, after: null },
  ]);
  await forgetInLaterMerges(transaction, mergeable, merge);
  return { unmerged, kept: saved, changedSince };
}

/** @throws CONFLICT where the record that stayed is not there any more */
async function refuseUnlessThere(transaction: Transaction, noun: string, kept: RecordRow): Promise<void> {
  if (kept.deletedAt === null) return;
  const keptId = await leadOf(transaction, kept.id);
  throw new Failure(
    "CONFLICT",
    keptId === undefined
      ? `The ${noun} into which it was merged is in the trash. Restore that one first.`
      : `The ${noun} into which it was merged has itself been merged since, into the one with the id "${keptId}". Undo that merge first.`,
  );
}

/** @throws FORBIDDEN, CONFLICT where it was removed for good */
async function mergedRecord<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  transaction: Transaction,
  { definition }: Mergeable<Row, Values>,
  id: string,
): Promise<{ readonly row: Row; readonly values: Values }> {
  const [there] = await transaction.raw(sql`SELECT id FROM ${tableOf(definition.entity)} WHERE id = ${id}`);
  if (!there) {
    throw new Failure(
      "CONFLICT",
      `The ${definition.noun} that was merged has been removed for good since, so the merge cannot be undone any more.`,
    );
  }
  const merged = await readableRecord(viewing, transaction, definition, id, "ANYWHERE");
  if (definition.policy.edit.allows(viewing.viewer, definition.facts(merged.values))) return merged;
  throw forbidden(`You may not change the ${definition.noun} that was merged. Ask its office or an administrator.`);
}

/** The record that stayed as it was before, but for what somebody changed since. */
async function fieldsBefore<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  transaction: Transaction,
  mergeable: Mergeable<Row, Values>,
  kept: { readonly row: Row; readonly values: Values },
  merge: MergeRow,
) {
  const { definition, groups } = mergeable;
  const { id } = kept.row;
  // What the two mentioned may have been merged itself since; compared is what is meant.
  const [before, after] = await Promise.all(
    (["before", "after"] as const).map((when) => {
      const fields = Object.fromEntries(merge.changes.map((change) => [change.field, change[when]]));
      return leadOn(viewing, transaction, definition, { ...kept.values, ...fields });
    }),
  );
  const valueIn = (values: Values | undefined, field: string): unknown => values && Reflect.get(values, field);
  const changes = merge.changes.map(({ field }) => ({
    field,
    before: valueIn(before, field),
    after: valueIn(after, field),
  }));
  const { values: wanted, changedSince } = undone(groups, changes, kept.values);
  const known = await withoutGone(transaction, mergeable, wanted);
  const straight = await mergeable.withoutCircle(transaction, id, known, [kept.values]);
  const values = definition.complete
    ? await definition.complete(viewing, transaction, straight, id, kept.values)
    : straight;
  const turned = Object.keys(straight).filter(
    (field) => !isDeepStrictEqual(valueIn(straight, field), valueIn(known, field)),
  );
  return { values, changedSince: [...new Set([...changedSince, ...turned])] };
}

/** Without mentions of partners that were removed for good since. */
async function withoutGone<Row extends RecordRow, Values extends object>(
  transaction: Transaction,
  { definition, withoutMentions }: Mergeable<Row, Values>,
  values: Values,
): Promise<Values> {
  const ids = definition.references(values).flatMap(({ kind, id }) => (kind === "PARTNER" ? [id] : []));
  if (ids.length === 0) return values;
  const rows = await transaction.raw(sql`SELECT id FROM partners WHERE id IN (${join(ids)})`);
  const there = new Set(rows.map((row) => textOf(row, "id")));
  return withoutMentions(values, (id) => !there.has(id));
}

async function forgetInLaterMerges<Row extends RecordRow, Values extends object>(
  transaction: Transaction,
  { groups }: Mergeable<Row, Values>,
  merge: MergeRow,
): Promise<void> {
  const later = await transaction.find(
    mergeEntity,
    sql`SELECT * FROM merges WHERE kept_id = ${merge.keptId} AND at >= ${merge.at}`,
  );
  for (const { mergedId, changes } of later) {
    const without = JSON.stringify(withoutEarlier(groups, changes, merge.changes));
    await transaction.execute(sql`UPDATE merges SET changes = ${without} WHERE merged_id = ${mergedId}`);
  }
}
