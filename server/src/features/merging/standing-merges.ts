import sql, { join, raw } from "sql-template-tag";
import { gates } from "../../access/gates.ts";
import { policies } from "../../access/policies.ts";
import type { RecordRow } from "../../database/columns.ts";
import { textOf } from "../../database/rows.ts";
import type { AuditRow } from "../../records/audit-log.entity.ts";
import { defineLoader } from "../../records/loader.ts";
import { leadLoader, type MergeRow, mergeEntity } from "../../records/merges.ts";
import { whereThere } from "../../records/scope.ts";
import type { Viewing } from "../../records/viewing.ts";

const mergeById = defineLoader<string, MergeRow | null>(async (viewing, ids) => {
  const rows = await viewing.database.find(
    mergeEntity,
    sql`SELECT * FROM merges WHERE merged_id IN (${join([...ids])})`,
  );
  const merges = new Map(rows.map((row) => [row.mergedId, row]));
  return ids.map((id) => merges.get(id) ?? null);
});

/** The record that stays, of one in the trash that was merged into it; null of every other. */
export async function keptIdOf(viewing: Viewing, record: RecordRow): Promise<string | null> {
  return record.deletedAt === null ? null : leadLoader(viewing, record.id);
}

/** The merge of which an entry of the history of the record that stayed tells, where it still stands. */
export async function mergeToldBy(viewing: Viewing, entry: AuditRow): Promise<MergeRow | null> {
  if (entry.action !== "MERGE") return null;
  const told = entry.details?.changes.find(({ field }) => field === "merged")?.after;
  const merge = typeof told === "string" ? await mergeById(viewing, told) : null;
  // The same record may have been merged before, and that merge undone.
  return merge && merge.at <= entry.at ? merge : null;
}

/** Whether the viewer may edit both records, by what they ask with, and both are still there. */
export const isUndoable = defineLoader<MergeRow, boolean>(
  async (viewing, merges) => {
    if (!gates.writers.allows(viewing)) return merges.map(() => false);
    const undoable = new Set<string>();
    for (const [kind, group] of Map.groupBy(merges, (merge) => merge.kind)) {
      const { table, policy } = policies[kind];
      const rows = await viewing.database.raw(
        sql`SELECT m.merged_id FROM merges m
            JOIN ${raw(table)} gone ON gone.id = m.merged_id AND ${policy.edit.where(viewing.viewer, "gone")}
            JOIN ${raw(table)} kept ON kept.id = m.kept_id AND ${policy.edit.where(viewing.viewer, "kept")}
            WHERE m.merged_id IN (${join(group.map((merge) => merge.mergedId))})
              AND ${whereThere(viewing.viewer, policy, "kept")}`,
      );
      for (const row of rows) undoable.add(textOf(row, "merged_id"));
    }
    return merges.map((merge) => undoable.has(merge.mergedId));
  },
  (merge) => merge.mergedId,
);
