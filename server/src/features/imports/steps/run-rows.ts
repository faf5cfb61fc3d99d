import { setImmediate } from "node:timers/promises";
import sql from "sql-template-tag";
import type { Transaction } from "../../../database/database.ts";
import { numberOf } from "../../../database/rows.ts";
import { Failure } from "../../../errors.ts";
import { note } from "../../../records/audit-log.ts";
import { requestHash } from "../../../records/history.ts";
import { noteCaught, TrueNameCaught } from "../../../records/true-names.ts";
import { actorOf } from "../../../records/viewing.ts";
import { withOffice } from "../check/judge.ts";
import { type ImportRow, importKeyEntity, importRowEntity } from "../imports.entity.ts";
import type { Job } from "../job.ts";
import { kinds } from "../kinds/kinds.ts";
import { markRow } from "./mark-row.ts";

/** Rows that are written in one transaction: enough to save commits, few enough that nobody waits long for their turn. */
const BATCH = 25;

/**
 * Writes what was decided on. A row is written in one transaction with its result, so that after a crash it is gone on
 * with where it ended, and nothing is made twice.
 */
export async function runRows(job: Job): Promise<void> {
  const { file, tools } = job;
  let { done } = file;
  // Of those behind it each has a result: they need not be looked through again and again.
  for (let after = 0; ; ) {
    const rows = await tools.database.find(
      importRowEntity,
      sql`SELECT * FROM import_rows WHERE import_id = ${file.id} AND result IS NULL AND number > ${after}
          ORDER BY number LIMIT ${BATCH}`,
    );
    const last = rows.at(-1);
    if (!last) break;
    done += rows.length;
    await job.commit(done, async (transaction) => {
      for (const row of rows) {
        await setImmediate();
        await writeRow(job, transaction, row);
      }
    });
    after = last.number;
  }
  const counts = await countResults(job);
  await job.finish("DONE", { finishedAt: new Date().toISOString(), failure: null }, async (transaction) => {
    const remark = `${job.told}: ${counts.ADDED} added, ${counts.CHANGED} changed, ${counts.SKIPPED} skipped, ${counts.FAILED} failed`;
    note(transaction, actorOf(job.viewing), { action: "FINISH_IMPORT", remark });
  });
}

async function writeRow(job: Job, transaction: Transaction, row: ImportRow): Promise<void> {
  try {
    const outcome = await outcomeOf(job, transaction, row);
    await markRow(transaction, row, outcome);
    await rememberKey(transaction, row, outcome.resultId);
  } catch (error) {
    // What refuses a row has written nothing of it: the others of the batch go on.
    if (!(error instanceof Failure)) throw error;
    if (error instanceof TrueNameCaught) noteCaught(job.viewing, transaction, error);
    const message =
      error.code === "CONFLICT"
        ? "The record was changed since the dry run. Import the file again to see what differs now."
        : error.message;
    await markRow(transaction, row, { result: "FAILED", reasons: [{ column: null, message }] });
  }
}

type Outcome = Pick<ImportRow, "result" | "resultId" | "resultVersion" | "replaced">;

async function outcomeOf(job: Job, transaction: Transaction, row: ImportRow): Promise<Outcome> {
  const { viewing, file } = job;
  const { said, newId, recordId, recordVersion } = row;
  const kind = kinds[file.kind];
  if (row.decision === "CREATE" && row.canCreate && said && newId && file.mapping) {
    const resultVersion = await kind.add(viewing, transaction, newId, withOffice(said, file.mapping.office));
    return { result: "ADDED", resultId: newId, resultVersion, replaced: null };
  }
  if (row.decision === "UPDATE" && row.canUpdate && said && recordId && recordVersion !== null) {
    const target = { id: recordId, version: recordVersion };
    const { version, replaced } = await kind.change(viewing, transaction, target, said);
    return { result: "CHANGED", resultId: recordId, resultVersion: version, replaced };
  }
  return { result: "SKIPPED", resultId: null, resultVersion: null, replaced: null };
}

async function rememberKey(transaction: Transaction, row: ImportRow, recordId: string | null): Promise<void> {
  const { rowKey, said, importId } = row;
  if (recordId === null || rowKey === null || said === null) return;
  await transaction.execute(sql`DELETE FROM import_keys WHERE row_key = ${rowKey} AND record_id = ${recordId}`);
  await transaction.insert(importKeyEntity, [{ rowKey, recordId, importId, saidHash: requestHash(said) }]);
}

async function countResults({ tools, file }: Job) {
  const rows = await tools.database.raw(
    sql`SELECT result, COUNT(*) AS total FROM import_rows WHERE import_id = ${file.id} GROUP BY result`,
  );
  const of = (result: ImportRow["result"]) =>
    numberOf(
      rows.find((row) => row["result"] === result),
      "total",
    );
  return { ADDED: of("ADDED"), CHANGED: of("CHANGED"), SKIPPED: of("SKIPPED"), FAILED: of("FAILED") };
}
