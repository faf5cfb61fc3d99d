import { type Precision, partialDateOf } from "@concord/shared/partial-date";

/** How a number of a workbook is shown: as a date of some precision, with leading zeros, or as it is. */
export type NumberFormat =
  | { readonly kind: "DATE"; readonly precision: Precision }
  | { readonly kind: "DIGITS"; readonly length: number }
  | { readonly kind: "PLAIN" };

const PLAIN: NumberFormat = { kind: "PLAIN" };
const DAY: NumberFormat = { kind: "DATE", precision: "day" };
const MONTH: NumberFormat = { kind: "DATE", precision: "month" };

/** ECMA-376 part 1, 18.8.30: the formats that bear no code in the file, those of East Asian editions among them. */
const BUILT_IN: ReadonlyMap<number, NumberFormat> = new Map([
  ...[14, 15, 16, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, DAY] as const),
  ...[17, 55, 56].map((id) => [id, MONTH] as const),
]);

/** What a format shows of a date is what its writer knew: `mmm-yy` a month, `yyyy` a year. */
export function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return BUILT_IN.get(id) ?? PLAIN;
  const [positive = ""] = code.split(";");
  if (/^0{2,}$/.test(positive)) return { kind: "DIGITS", length: positive.length };
  const letters = positive
    .replaceAll(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gi, "")
    .toLowerCase()
    .replaceAll(/am\/pm|a\/p|general/g, "");
  if (/d/.test(letters)) return DAY;
  const hasYear = /[ye]/.test(letters.replaceAll(/[0#.]e[+-]/g, ""));
  if (/m/.test(letters) && (hasYear || !/[hs]/.test(letters))) return MONTH;
  return hasYear ? { kind: "DATE", precision: "year" } : PLAIN;
}

const DAY_MS = 86_400_000;
const LAST_SERIAL = 2_958_465;
/** Excel believes in 29 February 1900, which never was: from then on its numbers are one ahead. */
const LEAP_DAY = 60;

/** The day of a serial number as EDTF text; undefined where there is no such day. */
export function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  const days = Math.floor(serial);
  if (!Number.isFinite(days) || days < 1 || days > LAST_SERIAL) return undefined;
  if (from1904) return partialDateOf(new Date(Date.UTC(1904, 0, 1) + days * DAY_MS));
  if (days === LEAP_DAY) return undefined;
  const since = days > LEAP_DAY ? Date.UTC(1899, 11, 30) : Date.UTC(1899, 11, 31);
  return partialDateOf(new Date(since + days * DAY_MS));
}

/** A number of a workbook as its program shows it, without thousands separators; dates as EDTF text. */
export function numberText(text: string, format: NumberFormat, from1904: boolean): string {
  const number = Number(text);
  if (text.trim() === "" || !Number.isFinite(number)) return text;
  if (format.kind === "DATE") {
    const day = dayOfSerial(number, from1904);
    const length = { year: 4, month: 7, day: 10 }[format.precision];
    if (day !== undefined) return day.slice(0, length);
  }
  const plain = String(number);
  return format.kind === "DIGITS" ? plain.padStart(format.length, "0") : plain;
}
