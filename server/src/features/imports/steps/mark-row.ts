import sql from "sql-template-tag";
import type { Transaction } from "../../../database/database.ts";
import { assigned } from "../../../records/row-writing.ts";
import { type ImportRow, importRowEntity } from "../imports.entity.ts";

/** Writes what became of a row. */
export async function markRow(transaction: Transaction, row: ImportRow, changes: Partial<ImportRow>): Promise<void> {
  await transaction.execute(sql`UPDATE import_rows SET ${assigned(importRowEntity, changes)} WHERE id = ${row.id}`);
}
