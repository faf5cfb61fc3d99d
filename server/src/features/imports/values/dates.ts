import { fold } from "@concord/shared/fold";
import { parsePartialDate, readPartialDate, wholeYear } from "@concord/shared/partial-date";
import { dayOfSerial } from "../readers/number-formats.ts";

/** Whether 3/4/2005 is 3 April or 4 March. */
export const DATE_ORDERS = ["DAY_FIRST", "MONTH_FIRST"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** EDTF text; "AMBIGUOUS" where day and month may be exchanged; undefined where it is no date. */
type ReadDate = { readonly edtf: string } | "AMBIGUOUS" | undefined;

interface DateContext {
  /** Null where neither the column nor a person says. */
  readonly order: DateOrder | null;
  readonly from1904: boolean;
}

/** A time of day behind a date: what happened at noon happened on that day. */
const TIME = /[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?(?:Z| ?[+-]\d{2}:?\d{2})?$/i;
const DAY_MONTH_YEAR = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/;
/** Serial numbers from 1927 to 2064: five digits that are no year. */
const SERIAL = /^[1-6]\d{4}(?:\.\d+)?$/;

/** Reads a date as offices write it, never more exactly than it was written. */
export function readDate(written: string, { order, from1904 }: DateContext): ReadDate {
  const text = written.trim().replace(TIME, "").trim();
  const plain = readPartialDate(text);
  if (plain !== undefined) return { edtf: plain };
  const found = SERIAL.test(text) ? dayOfSerial(Number(text), from1904) : (readCompact(text) ?? readByMonthName(text));
  return found === undefined ? readNumbers(text, order) : { edtf: found };
}

/** `20160623`. */
function readCompact(text: string): string | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  return match ? parsePartialDate(match.slice(1).join("-"))?.edtf : undefined;
}

function readNumbers(text: string, order: DateOrder | null): ReadDate {
  const match = DAY_MONTH_YEAR.exec(text);
  if (!match) return undefined;
  const [, first = "", second = "", year = ""] = match;
  const dated = (day: string, month: string) => {
    const whole = year.length === 2 ? String(wholeYear(Number(year))) : year;
    return parsePartialDate([whole, month.padStart(2, "0"), day.padStart(2, "0")].join("-"))?.edtf;
  };
  const readings = { DAY_FIRST: dated(first, second), MONTH_FIRST: dated(second, first) };
  const { DAY_FIRST: dayFirst, MONTH_FIRST: monthFirst } = readings;
  if (dayFirst === undefined || monthFirst === undefined || dayFirst === monthFirst) {
    const only = dayFirst ?? monthFirst;
    return only === undefined ? undefined : { edtf: only };
  }
  if (order === null) return "AMBIGUOUS";
  return { edtf: readings[order] ?? dayFirst };
}

/**
 * In which order a column writes day and month, by those of its dates that can be read in one way only; null where none
 * of them tells, or they disagree.
 */
export class OrderOfColumn {
  private readonly seen = new Set<DateOrder>();

  note(written: string): void {
    const match = DAY_MONTH_YEAR.exec(written.trim().replace(TIME, "").trim());
    if (!match) return;
    const [first, second] = [Number(match[1]), Number(match[2])];
    if (first > 12 && second <= 12) this.seen.add("DAY_FIRST");
    if (second > 12 && first <= 12) this.seen.add("MONTH_FIRST");
  }

  get order(): DateOrder | null {
    const [order = null, ...others] = this.seen;
    return others.length > 0 ? null : order;
  }
}

const LOCALES = "es fr pt de it nl ro pl uk ru cs sv da fi tr id ms sw fil vi el hu bg sr hr".split(" ");

/** Months by their folded names, long and short, in the languages of our offices and partners. */
let months: ReadonlyMap<string, number> | undefined;

function monthNames(): ReadonlyMap<string, number> {
  if (months) return months;
  const names = new Map<string, number>();
  for (const [name, month] of LOCALES.flatMap((locale) => [
    ...monthsOf(locale, "long"),
    ...monthsOf(locale, "short"),
  ])) {
    // A name that means another month in another language, as in Croatian and Czech, says nothing.
    names.set(name, names.has(name) && names.get(name) !== month ? 0 : month);
  }
  months = names;
  return names;
}

function monthsOf(locale: string, style: "long" | "short"): [string, number][] {
  const format = new Intl.DateTimeFormat(locale, { day: "numeric", month: style, timeZone: "UTC" });
  return [...Array(12).keys()].flatMap((index): [string, number][] => {
    const parts = format.formatToParts(Date.UTC(2001, index, 1));
    const name = fold(parts.find((part) => part.type === "month")?.value ?? "").replaceAll(".", "");
    return name.length > 2 && !/\d/.test(name) ? [[name, index + 1]] : [];
  });
}

/** `23 de junio de 2016`, `Dez. 2005`, `déc-05`: one name of a month, perhaps a day, and a year. */
function readByMonthName(text: string): string | undefined {
  const words = fold(text).match(/[\p{L}\p{M}]+|\d+/gu) ?? [];
  const named = words.map((word) => monthNames().get(word) ?? 0).filter((month) => month > 0);
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const [month] = named;
  if (month === undefined || named.length > 1 || numbers.length === 0 || numbers.length > 2) return undefined;
  const year = numbers.at(-1) ?? "";
  const isShort = /[-/'’]\d{2}$/.test(text.trim());
  if (year.length !== 4 && !(year.length === 2 && isShort)) return undefined;
  const day = numbers.length === 2 ? (numbers[0] ?? "").padStart(2, "0") : undefined;
  const whole = year.length === 2 ? String(wholeYear(Number(year))) : year;
  const parts = [whole, String(month).padStart(2, "0"), day];
  return parsePartialDate(parts.filter((part) => part !== undefined).join("-"))?.edtf;
}
