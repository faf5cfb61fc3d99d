import sql, { join } from "sql-template-tag";
import type { Database } from "../../database/database.ts";
import { textOf } from "../../database/rows.ts";
import { remove } from "../files/storage.ts";

/** How long a file and the cells of its rows are kept. What became of each row is kept for good. */
export const RETENTION_DAYS = 30;
const BATCH = 20;

/** Removes the files of old imports, and what stood in their cells: people in them may never have become records. */
export async function removeOldFiles(database: Database, folder: string, now: Date): Promise<void> {
  const limit = new Date(now.getTime() - RETENTION_DAYS * 86_400_000).toISOString();
  for (;;) {
    const rows = await database.raw(
      sql`SELECT id, storage_name FROM imports WHERE storage_name IS NOT NULL AND created_at < ${limit}
          AND state NOT IN ('READING', 'CHECKING', 'RUNNING', 'UNDOING') ORDER BY id LIMIT ${BATCH}`,
    );
    if (rows.length === 0) return;
    for (const row of rows) await remove(folder, textOf(row, "storage_name"));
    const ids = join(rows.map((row) => textOf(row, "id")));
    await database.transaction(async (transaction) => {
      await transaction.execute(
        sql`UPDATE import_rows SET cells = '[]', reasons = '[]', said = NULL, changes = NULL WHERE import_id IN (${ids})`,
      );
      await transaction.execute(
        sql`UPDATE imports SET storage_name = NULL, columns = '[]',
            state = CASE WHEN state IN ('DONE', 'UNDONE') THEN state ELSE 'CANCELLED' END WHERE id IN (${ids})`,
      );
    });
  }
}
