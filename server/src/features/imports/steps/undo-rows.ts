import { setImmediate } from "node:timers/promises";
import sql from "sql-template-tag";
import type { Transaction } from "../../../database/database.ts";
import { Failure } from "../../../errors.ts";
import { note } from "../../../records/audit-log.ts";
import { actorOf } from "../../../records/viewing.ts";
import { type ImportRow, importRowEntity } from "../imports.entity.ts";
import type { Job } from "../job.ts";
import { kinds } from "../kinds/kinds.ts";
import { markRow } from "./mark-row.ts";

const BATCH = 25;

/**
 * Takes back what an import wrote, the last row first. That none of its records had been edited was found before; one
 * that is edited in these very seconds stays as it is, and its row says so.
 */
export async function undoRows(job: Job): Promise<void> {
  const { file, tools } = job;
  let { done } = file;
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const rows = await tools.database.find(
      importRowEntity,
      sql`SELECT * FROM import_rows WHERE import_id = ${file.id} AND result IN ('ADDED', 'CHANGED') AND number < ${before}
          ORDER BY number DESC LIMIT ${BATCH}`,
    );
    const last = rows.at(-1);
    if (!last) break;
    done += rows.length;
    await job.commit(done, async (transaction) => {
      for (const row of rows) {
        await setImmediate();
        await takeBack(job, transaction, row);
      }
    });
    before = last.number;
  }
  await job.finish("UNDONE", { finishedAt: new Date().toISOString(), failure: null }, async (transaction) => {
    await transaction.execute(sql`DELETE FROM import_keys WHERE import_id = ${file.id}`);
    note(transaction, actorOf(job.viewing), { action: "UNDO_IMPORT", remark: job.told });
  });
}

async function takeBack(job: Job, transaction: Transaction, row: ImportRow): Promise<void> {
  const { resultId: id, resultVersion: version, replaced } = row;
  const kind = kinds[job.file.kind];
  if (id === null || version === null) return;
  try {
    if (row.result === "ADDED") await kind.remove(job.viewing, transaction, { id, version });
    else await kind.putBack(job.viewing, transaction, { id, version }, replaced ?? {});
    await markRow(transaction, row, { result: "TAKEN_BACK" });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    // What is in the trash already is where it should be.
    if (error.code === "NOT_FOUND" && row.result === "ADDED") await markRow(transaction, row, { result: "TAKEN_BACK" });
    else await markRow(transaction, row, { reasons: [{ column: null, message: `It stays. ${error.message}` }] });
  }
}
