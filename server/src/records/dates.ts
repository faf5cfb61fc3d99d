import { parsePartialDate } from "@concord/shared/partial-date";

/** The columns of a partial date: its EDTF text, and its first and last day, empty where there is no date. */
export function dateColumns(edtf: string | null): { edtf: string | null; first: string; last: string } {
  const date = edtf === null ? undefined : parsePartialDate(edtf);
  return { edtf: date?.edtf ?? null, first: date?.first ?? "", last: date?.last ?? "" };
}
