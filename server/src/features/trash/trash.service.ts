import sql, { join, raw, type Sql } from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import type { Transaction } from "../../database/database.ts";
import { columnOf } from "../../database/naming.ts";
import { textOf } from "../../database/rows.ts";
import { note } from "../../records/audit-log.ts";
import { tableOf } from "../../records/scope.ts";
import { actorOf, type Viewing } from "../../records/viewing.ts";
import { forgetFiles } from "../files/files.service.ts";
import { remove } from "../files/storage.ts";
import { type Pointer, pointersTo } from "../merging/pointers.ts";
import { keepSumsOfNaming } from "../sums/keep-sums.ts";

type Ids = Sql;

/** What goes with the records of a kind: their own lists, and what others said of them. */
const REMOVALS: Readonly<Record<keyof typeof policies, (ids: Ids) => readonly Sql[]>> = {
  PARTNER: (ids) => [
    sql`DELETE FROM relations WHERE partner_id IN (${ids})`,
    ...pointersTo.PARTNER.flatMap((pointer) => removalOf(pointer, ids)),
  ],
  PERSON: (ids) => [
    sql`DELETE FROM positions WHERE person_id IN (${ids})`,
    ...pointersTo.PERSON.flatMap((pointer) => removalOf(pointer, ids)),
  ],
  COLLABORATION: (ids) => [
    ...["participants", "outcomes", "milestones", "appearances", "true_names"].map(
      (table) => sql`DELETE FROM ${raw(table)} WHERE collaboration_id IN (${ids})`,
    ),
    sql`DELETE FROM collaboration_follows WHERE collaboration_id IN (${ids}) OR follows_id IN (${ids})`,
    sql`DELETE FROM recognition_honours WHERE collaboration_id IN (${ids})`,
    sql`DELETE FROM statement_about WHERE collaboration_id IN (${ids})`,
  ],
  RECOGNITION: (ids) => [
    sql`DELETE FROM recognition_parties WHERE recognition_id IN (${ids})`,
    sql`DELETE FROM recognition_honours WHERE recognition_id IN (${ids})`,
  ],
  STATEMENT: (ids) => [sql`DELETE FROM statement_about WHERE statement_id IN (${ids})`],
};

/** Takes away the rows by which something points to what is removed. */
function removalOf(pointer: Pointer, ids: Ids): Sql[] {
  if (pointer.removal === "ARE_SEEN_TO_ELSEWHERE") return [];
  const table = tableOf(pointer.entity);
  const points = raw(columnOf(pointer.property));
  const rows = sql`${points} IN (${ids}) AND ${pointer.where(pointer.entity.options.name)}`;
  return pointer.removal === "GO"
    ? [sql`DELETE FROM ${table} WHERE ${rows}`]
    : [sql`UPDATE ${table} SET ${points} = NULL WHERE ${rows}`];
}

const BATCH = 500;

/**
 * Removes for good what lies in the trash, and answers how many records that were. The log keeps that they were
 * there, so that no id is used twice, but not what was in them. Who may, the table of the access module says.
 */
export async function emptyTrash(viewing: Viewing, folder: string): Promise<number> {
  const removed = await viewing.database.transaction(async (transaction) => {
    const files: string[] = [];
    let records = 0;
    for (const kind of ["STATEMENT", "RECOGNITION", "COLLABORATION", "PERSON", "PARTNER"] as const) {
      const ofKind = await removeKind(viewing, transaction, kind);
      records += ofKind.records;
      files.push(...ofKind.files);
    }
    return { records, files };
  });
  viewing.loaded = {};
  for (const file of removed.files) await remove(folder, file);
  return removed.records;
}

async function removeKind(
  viewing: Viewing,
  transaction: Transaction,
  kind: keyof typeof policies,
): Promise<{ records: number; files: string[] }> {
  const files: string[] = [];
  const table = raw(policies[kind].table);
  const rows = await transaction.raw(sql`SELECT id FROM ${table} WHERE deleted_at IS NOT NULL`);
  for (let start = 0; start < rows.length; start += BATCH) {
    const removed = rows.slice(start, start + BATCH).map((row) => textOf(row, "id"));
    const ids = join(removed);
    if (kind === "PARTNER") await keepSumsOfNaming(transaction, removed);
    const statements = [
      ...REMOVALS[kind](ids),
      ...["record_focus_areas", "record_members", "record_external_ids", "search_terms", "match_keys"].map(
        (list) => sql`DELETE FROM ${raw(list)} WHERE record_id IN (${ids})`,
      ),
      sql`DELETE FROM duplicate_pairs WHERE one_id IN (${ids}) OR other_id IN (${ids})`,
      sql`DELETE FROM merge_moves WHERE merged_id IN (${ids}) OR owner_id IN (${ids})`,
      // That an old id leads on is kept; what was in the records is not.
      sql`UPDATE merges SET changes = '[]' WHERE merged_id IN (${ids}) OR kept_id IN (${ids})`,
      // That other records named these is kept: without it their versions would grow for whoever might not know of it.
      sql`DELETE FROM link_writes WHERE record_id IN (${ids})`,
      sql`UPDATE audit_log SET details = NULL WHERE record_id IN (${ids}) OR link_id IN (${ids})`,
      sql`DELETE FROM ${table} WHERE id IN (${ids})`,
    ];
    files.push(...(await forgetFiles(transaction, removed)));
    for (const statement of statements) await transaction.execute(statement);
    note(transaction, actorOf(viewing), ...removed.map((id) => ({ action: "REMOVE", subject: { kind, id } }) as const));
  }
  return { records: rows.length, files };
}
