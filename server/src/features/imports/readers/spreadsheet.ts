import { open } from "node:fs/promises";
import { fileFault } from "../../files/content.ts";
import { openCsv } from "./csv.ts";
import { type FileFormat, MAX_CELL_LENGTH, type SheetRow, type Spreadsheet } from "./sheet.ts";
import { openWorkbook } from "./workbook.ts";

const ZIP = Buffer.from("PK\u0003\u0004");
/** Of the old Excel (.xls), and of an .xlsx under a password. */
const COMPOUND_FILE = Buffer.from("d0cf11e0a1b11ae1", "hex");

/**
 * Opens a spreadsheet for reading it row by row; what it is, its content tells and not its name.
 * @param wanted what the person chose instead of what was found: the encoding, the separator, the sheet
 * @throws BAD_USER_INPUT with a sentence that says what is wrong with the file
 */
export async function openSpreadsheet(path: string, wanted: Partial<FileFormat>): Promise<Spreadsheet> {
  const head = await beginningOf(path);
  if (head.length === 0) throw fileFault("The file is empty. Choose the one with your rows.");
  if (head.subarray(0, 8).equals(COMPOUND_FILE)) {
    throw fileFault("This is an old Excel file (.xls), or one with a password. Save it as .xlsx without a password.");
  }
  const sheet = head.subarray(0, 4).equals(ZIP) ? await openWorkbook(path, wanted) : await openCsv(path, wanted);
  return { format: sheet.format, rows: withinLimits(sheet.rows) };
}

async function beginningOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** A cell that is longer than Excel's can be is cut there: it is longer than any field may be in any case. */
async function* withinLimits(rows: AsyncIterable<SheetRow>): AsyncGenerator<SheetRow> {
  for await (const { number, cells } of rows) {
    const last = cells.findLastIndex((cell) => cell.trim() !== "");
    if (last < 0) continue;
    yield { number, cells: cells.slice(0, last + 1).map((cell) => cell.slice(0, MAX_CELL_LENGTH + 1)) };
  }
}
