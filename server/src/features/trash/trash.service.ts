import sql, { join, raw, type Sql } from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import type { Transaction } from "../../database/database.ts";
import { textOf } from "../../database/rows.ts";
import { forbidden } from "../../errors.ts";
import type { Viewing } from "../../records/viewing.ts";
import { viewerAbilities } from "../accounts/accounts.service.ts";

type Ids = Sql;

/** What goes with the records of a kind: their own lists, and what others said of them. */
const REMOVALS: Readonly<Record<keyof typeof policies, (ids: Ids) => readonly Sql[]>> = {
  PARTNER: (ids) => [
    sql`DELETE FROM participants WHERE partner_id IN (${ids})`,
    sql`DELETE FROM positions WHERE partner_id IN (${ids})`,
    sql`DELETE FROM recognition_parties WHERE partner_id IN (${ids}) AND person_id IS NULL`,
    sql`UPDATE recognition_parties SET partner_id = NULL WHERE partner_id IN (${ids})`,
    sql`UPDATE statements SET partner_id = NULL WHERE partner_id IN (${ids})`,
    sql`UPDATE appearances SET employer_id = NULL WHERE employer_id IN (${ids})`,
    sql`UPDATE partners SET parent_id = NULL WHERE parent_id IN (${ids})`,
  ],
  PERSON: (ids) => [
    sql`DELETE FROM positions WHERE person_id IN (${ids})`,
    sql`DELETE FROM recognition_parties WHERE person_id IN (${ids})`,
    sql`UPDATE statements SET person_id = NULL WHERE person_id IN (${ids})`,
  ],
  COLLABORATION: (ids) => [
    ...["participants", "outcomes", "milestones", "appearances"].map(
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

const BATCH = 500;

/**
 * Removes for good what lies in the trash, and answers how many records that were. Their history keeps that they were
 * there, so that no id is used twice, but not what was in them.
 * @throws FORBIDDEN
 */
export async function emptyTrash(viewing: Viewing): Promise<number> {
  if (!viewerAbilities(viewing.viewer).emptyTrash) {
    throw forbidden("Only an administrator empties the trash. You may restore what is in it.");
  }
  const removed = await viewing.database.transaction(async (transaction) => {
    let total = 0;
    for (const kind of ["STATEMENT", "RECOGNITION", "COLLABORATION", "PERSON", "PARTNER"] as const) {
      total += await removeKind(transaction, kind);
    }
    return total;
  });
  viewing.loaded = {};
  return removed;
}

async function removeKind(transaction: Transaction, kind: keyof typeof policies): Promise<number> {
  const table = raw(policies[kind].table);
  const rows = await transaction.raw(sql`SELECT id FROM ${table} WHERE deleted_at IS NOT NULL`);
  for (let start = 0; start < rows.length; start += BATCH) {
    const ids = join(rows.slice(start, start + BATCH).map((row) => textOf(row, "id")));
    const statements = [
      ...REMOVALS[kind](ids),
      ...["record_focus_areas", "record_members", "search_terms"].map(
        (list) => sql`DELETE FROM ${raw(list)} WHERE record_id IN (${ids})`,
      ),
      sql`UPDATE history SET changes = '[]' WHERE record_id IN (${ids}) OR link_id IN (${ids})`,
      sql`DELETE FROM ${table} WHERE id IN (${ids})`,
    ];
    for (const statement of statements) await transaction.execute(statement);
  }
  return rows.length;
}
