import { stringify } from "csv-stringify/sync";

/** Excel takes a file for UTF-8 only with this mark. */
export const BYTE_ORDER_MARK = "\uFEFF";

/** Lines of CSV (RFC 4180). A cell that a spreadsheet would take for a formula is marked as text. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    { escape_formulas: true, record_delimiter: "windows" },
  );
}
