import { MAX_PAGE_SIZE } from "@concord/shared/limits";
import {
  IMPORT_DECISION_LABELS,
  IMPORT_MATCH_LABELS,
  IMPORT_RESULT_LABELS,
  IMPORT_VERDICT_LABELS,
} from "@concord/shared/vocabularies";
import sql from "sql-template-tag";
import { note } from "../../records/audit-log.ts";
import { BYTE_ORDER_MARK, csvLines } from "../../records/csv.ts";
import { actorOf, type Viewing } from "../../records/viewing.ts";
import { type Import, type ImportRow, importRowEntity } from "./imports.entity.ts";
import { importedRecord } from "./imports.loader.ts";
import { readableImport } from "./imports.service.ts";
import { withNames } from "./told-names.ts";

/** What the report adds to the columns of the file; read again, columns of these names are left out. */
const ADDED = ["row", "verdict", "decision", "result", "record", "record id", "found by", "why"];

/**
 * What became of every row of an import, as CSV (RFC 4180): the columns of the file as they stood there, and then ours.
 * @param rejectedOnly only rows that made and changed nothing, though they said something new
 * @throws NOT_FOUND
 */
export async function reportOf(
  viewing: Viewing,
  id: string,
  rejectedOnly: boolean,
): Promise<{ name: string; lines: AsyncIterable<string> }> {
  const file = await readableImport(viewing, id);
  await viewing.database.transaction(async (transaction) =>
    note(transaction, actorOf(viewing), { action: "EXPORT", remark: `report of the import of ${file.fileName}` }),
  );
  const stem = file.fileName.replace(/\.[^.]*$/, "");
  return {
    name: `${stem} ${rejectedOnly ? "rejected rows" : "report"}.csv`,
    lines: lines(viewing, file, rejectedOnly),
  };
}

async function* lines(viewing: Viewing, file: Import, rejectedOnly: boolean): AsyncIterable<string> {
  const headers = file.columns.map(({ header }) => header);
  yield BYTE_ORDER_MARK + csvLines([[...headers, ...ADDED.map((name) => `Concord: ${name}`)]]);
  const chosen = rejectedOnly
    ? sql`(result = 'FAILED' OR ((result IS NULL OR result = 'SKIPPED') AND (verdict IS NULL OR verdict <> 'UNCHANGED')))`
    : sql`1 = 1`;
  for (let after = 0; ; ) {
    const rows = await viewing.database.find(
      importRowEntity,
      sql`SELECT * FROM import_rows WHERE import_id = ${file.id} AND number > ${after} AND ${chosen}
          ORDER BY number LIMIT ${MAX_PAGE_SIZE}`,
    );
    const last = rows.at(-1);
    if (!last) return;
    after = last.number;
    yield csvLines(await Promise.all(rows.map((row) => lineOf(viewing, file, row))));
    // What the loaders of one page know is of no use to the next, and would pile up.
    viewing.loaded = {};
  }
}

async function lineOf(viewing: Viewing, file: Import, row: ImportRow): Promise<string[]> {
  const id = row.resultId ?? row.recordId;
  const record = id === null ? null : await importedRecord(viewing, { kind: file.kind, id });
  const reasons = await Promise.all(
    row.reasons.map(async ({ column, message }) =>
      [columnName(file, column), await withNames(viewing, message)].filter(Boolean).join(": "),
    ),
  );
  return [
    ...file.columns.map((_column, index) => row.cells[index] ?? ""),
    String(row.number),
    row.verdict === null ? "" : IMPORT_VERDICT_LABELS[row.verdict],
    row.verdict === null ? "" : IMPORT_DECISION_LABELS[row.decision],
    row.result === null ? "" : IMPORT_RESULT_LABELS[row.result],
    record?.name ?? "",
    record?.id ?? "",
    record !== null && row.matchedBy !== null ? IMPORT_MATCH_LABELS[row.matchedBy] : "",
    reasons.join("\n"),
  ];
}

function columnName(file: Import, column: number | null): string {
  return column === null ? "" : (file.columns[column]?.header ?? "");
}
