import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { CsvError, type Options, Parser } from "csv-parse";
import { parse } from "csv-parse/sync";
import iconv from "iconv-lite";
import { fileFault } from "../../files/content.ts";
import { encodingOf, sampleOf } from "./encoding.ts";
import { type Encoding, type FileFormat, MAX_COLUMNS, type SheetRow, type Spreadsheet } from "./sheet.ts";

/** As the decoder calls them. */
const DECODERS: Readonly<Record<Encoding, string>> = {
  UTF_8: "utf8",
  UTF_16LE: "utf16le",
  UTF_16BE: "utf16be",
  WINDOWS_1252: "win1252",
  MACINTOSH: "macroman",
};
const SEPARATORS = [",", ";", "\t", "|"] as const;
const SAMPLE_ROWS = 50;
/** A longer row is none: somewhere a quotation mark was opened and never closed. */
const MAX_ROW_BYTES = 16_777_216;
/** Excel reads and writes this as the first line of a file with another separator. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/i;

const TOLERANT = { relax_quotes: true, relax_column_count: true, skip_empty_lines: false } as const satisfies Options;

/** A text file whose cells are separated by a comma, a semicolon, a tab or a bar. @throws BAD_USER_INPUT */
export async function openCsv(path: string, wanted: Partial<FileFormat>): Promise<Spreadsheet> {
  const encoding = wanted.encoding ?? (await encodingOf(path));
  const sample = iconv.decode(await sampleOf(path), DECODERS[encoding]);
  const stated = SEPARATOR_LINE.exec(sample);
  const separator = wanted.separator ?? stated?.[1] ?? separatorOf(sample);
  return {
    format: { type: "CSV", encoding, separator, sheet: null, sheets: [], from1904: false },
    rows: rowsOf(path, encoding, { ...TOLERANT, delimiter: separator, ...(stated ? { from_line: 2 } : {}) }),
  };
}

/** The separator that cuts the first rows into the most columns of the same number; of one column, one that it has not. */
function separatorOf(sample: string): string {
  const scored = SEPARATORS.map((separator) => ({ separator, score: evenness(sample, separator) }));
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
  if (best.score > 0) return best.separator;
  return SEPARATORS.find((separator) => !sample.includes(separator)) ?? best.separator;
}

function evenness(sample: string, separator: string): number {
  const rows = firstRows(sample, separator).filter((row) => row.length > 1 || row[0] !== "");
  const widths = rows.map((row) => row.length);
  const counts = Map.groupBy(widths, (width) => width);
  const [width = 1, same = []] = [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [];
  return (same.length / Math.max(1, widths.length)) * Math.log2(width);
}

function firstRows(sample: string, separator: string): readonly (readonly string[])[] {
  try {
    return parse(sample, { ...TOLERANT, delimiter: separator, to: SAMPLE_ROWS });
  } catch {
    // The sample ends within quotation marks: then it is cut where the last line ends that can be read.
    const lines = sample.split("\n").slice(0, SAMPLE_ROWS);
    return lines.map((line) => line.split(separator));
  }
}

async function* rowsOf(path: string, encoding: Encoding, options: Options): AsyncGenerator<SheetRow> {
  const parser = new Parser({ ...options, max_record_size: MAX_ROW_BYTES });
  // The parser hands on what fails before it; it is read below.
  pipeline(createReadStream(path), iconv.decodeStream(DECODERS[encoding]), parser, () => undefined);
  let number = 0;
  try {
    for await (const record of parser) {
      number += 1;
      const cells = Array.isArray(record) ? record.map((cell) => unmarked(String(cell))) : [];
      if (cells.length > MAX_COLUMNS) {
        throw fileFault(`Row ${number} has ${cells.length} cells. Keep at most ${MAX_COLUMNS} columns.`);
      }
      yield { number, cells };
    }
  } catch (error) {
    throw error instanceof CsvError ? faultOf(error, number + 1) : error;
  }
}

/** Our own reports mark what a spreadsheet would take for a formula; read again, it is what it was. */
function unmarked(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

function faultOf(error: CsvError, row: number): Error {
  if (error.code === "CSV_QUOTE_NOT_CLOSED" || error.code === "CSV_MAX_RECORD_SIZE") {
    return fileFault(`In row ${row} a quotation mark is opened and never closed. Close it, or take it out.`);
  }
  return fileFault(`Row ${row} cannot be read: ${error.message}. Save the file anew from your spreadsheet program.`);
}
