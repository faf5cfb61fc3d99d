import { LIMITS } from "@concord/shared/limits";
import sql from "sql-template-tag";
import { v7 } from "uuid";
import { fileFault } from "../../files/content.ts";
import { pathOf } from "../../files/storage.ts";
import { readOffice } from "../../offices/offices.service.ts";
import { columnLetter, headingRow, proposeFields, SAMPLE_ROWS, samplesOf } from "../columns.ts";
import { type ImportColumn, type ImportMapping, type ImportRow, importRowEntity, UNJUDGED } from "../imports.entity.ts";
import type { Job } from "../job.ts";
import { kinds } from "../kinds/kinds.ts";
import type { SheetRow } from "../readers/sheet.ts";
import { OrderOfColumn } from "../values/dates.ts";

/** Among so many rows the headings are looked for. */
const HEAD_ROWS = 20;
const BATCH_ROWS = 500;
const BATCH_LETTERS = 1_000_000;

/** Reads the file into rows, and proposes what its columns hold. It may be begun again at any time. */
export async function readFile(job: Job): Promise<void> {
  const { file, tools } = job;
  if (file.storageName === null) throw fileFault("The file has been removed. Choose it again.");
  const { openSpreadsheet } = await import("../readers/spreadsheet.ts");
  const { format, rows } = await openSpreadsheet(pathOf(tools.folder, file.storageName), file.format);
  await job.commit(0, async (transaction) => {
    await transaction.execute(sql`DELETE FROM import_rows WHERE import_id = ${file.id}`);
  });
  const content = new Content();
  let batch: SheetRow[] = [];
  let letters = 0;
  const flush = async () => {
    const part = batch.map((row) => rowOf(file.id, row));
    await job.commit(content.total, (transaction) => transaction.insert(importRowEntity, part));
    batch = [];
    letters = 0;
  };
  for await (const row of belowHeadings(rows, (headings) => content.begin(headings))) {
    content.note(row);
    batch.push(row);
    letters += row.cells.reduce((sum, cell) => sum + cell.length, 0);
    if (batch.length >= BATCH_ROWS || letters >= BATCH_LETTERS) await flush();
  }
  await flush();
  if (content.total === 0) throw fileFault("There are no rows below the headings. Choose another file or sheet.");
  const fields = proposeFields(content.columns, kinds[file.kind].fields);
  const columns = content.columns.map(
    ({ header, cells, order }, index): ImportColumn => ({
      header,
      samples: samplesOf(cells),
      foundBy: fields[index]?.foundBy ?? null,
      dateOrder: order.order,
    }),
  );
  const mapping = await mappingOf(
    job,
    fields.map(({ field }) => field),
  );
  await job.finish("READ", { format, columns, mapping, total: content.total, failure: null });
}

async function mappingOf(job: Job, columns: ImportMapping["columns"]): Promise<ImportMapping> {
  const { viewing, file } = job;
  if (file.mapping) return { ...file.mapping, columns };
  const office = await readOffice(viewing, viewing.viewer.officeId);
  return { columns, forAll: {}, dateOrder: null, system: `${office.name} list`.slice(-50), office: office.id };
}

/** The rows below the headings; what stands above is told to `begin`, which gets the headings. */
async function* belowHeadings(
  rows: AsyncIterable<SheetRow>,
  begin: (headings: readonly string[]) => void,
): AsyncGenerator<SheetRow> {
  let head: SheetRow[] | null = [];
  const below = (first: readonly SheetRow[]) => {
    const heading = headingRow(first);
    begin(first[heading]?.cells ?? []);
    return first.slice(heading + 1);
  };
  for await (const row of rows) {
    if (head === null) yield row;
    else if (head.push(row) === HEAD_ROWS) {
      yield* below(head);
      head = null;
    }
  }
  if (head !== null && head.length > 0) yield* below(head);
}

/** What stands in the columns, as far as it is needed to match them. */
class Content {
  total = 0;
  columns: { readonly header: string; readonly cells: string[]; readonly order: OrderOfColumn }[] = [];

  begin(headings: readonly string[]): void {
    this.columns = headings.map((heading, index) => ({
      header: heading.replaceAll(/\s+/g, " ").trim().slice(0, 200) || `Column ${columnLetter(index)}`,
      cells: [],
      order: new OrderOfColumn(),
    }));
  }

  note({ cells }: SheetRow): void {
    this.total += 1;
    if (this.total > LIMITS.importRows) {
      throw fileFault(
        `The file has more than ${LIMITS.importRows.toLocaleString("en-GB")} rows. Part it into smaller files.`,
      );
    }
    for (const [index, column] of this.columns.entries()) {
      const cell = cells[index]?.trim() ?? "";
      if (cell === "") continue;
      column.order.note(cell);
      if (column.cells.length < SAMPLE_ROWS) column.cells.push(cell.slice(0, 200));
    }
  }
}

function rowOf(importId: string, { number, cells }: SheetRow): ImportRow {
  return {
    id: v7(),
    importId,
    number,
    cells,
    ...UNJUDGED,
    verdict: null,
    said: null,
    rowKey: null,
    result: null,
    resultId: null,
    resultVersion: null,
    replaced: null,
  };
}
