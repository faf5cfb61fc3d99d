import { LIMITS } from "@concord/shared/limits";

/** One row that is not empty. */
export interface SheetRow {
  /** As the spreadsheet program counts it, from 1. */
  readonly number: number;
  /** What the program shows in each cell, without the empty ones at the end; dates as EDTF text. */
  readonly cells: readonly string[];
}

export const ENCODINGS = ["UTF_8", "UTF_16LE", "UTF_16BE", "WINDOWS_1252", "MACINTOSH"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** How a file is to be read, as it was found or chosen. */
export interface FileFormat {
  readonly type: "CSV" | "XLSX";
  /** Of a CSV file, else null. */
  readonly encoding: Encoding | null;
  /** Of a CSV file, else null. */
  readonly separator: string | null;
  /** Of a workbook, else null. */
  readonly sheet: string | null;
  /** The sheets of a workbook that can be chosen. */
  readonly sheets: readonly string[];
  /** Whether its serial numbers count days from 1904, as workbooks from old Macs do. */
  readonly from1904: boolean;
}

/** A file that can be read once, row by row; no more of it is in memory than a few rows. */
export interface Spreadsheet {
  readonly format: FileFormat;
  readonly rows: AsyncIterable<SheetRow>;
}

/** What Excel writes into a cell at most, in characters. */
export const MAX_CELL_LENGTH = 32_767;
export const MAX_COLUMNS = LIMITS.importColumns;
