import { type PartialDate, parsePartialDate } from "@concord/shared/partial-date";
import type { Grain } from "./rollup.ts";

/** Sums of one grain, from the first time to the last. */
export interface Segment {
  readonly grain: Grain;
  readonly from: string;
  readonly to: string;
}

/** Days, the first and the last. */
interface Days {
  readonly from: string;
  readonly to: string;
}

const EVER: Days = { from: "0001-01-01", to: "9999-12-31" };
const four = (year: number) => String(year).padStart(4, "0");
const yearOf = (day: string) => Number(day.slice(0, 4));
const monthOf = (day: string) => day.slice(0, 7);
const isFirstOfYear = (day: string) => day.endsWith("-01-01");
const isLastOfYear = (day: string) => day.endsWith("-12-31");
const isFirstOfMonth = (day: string) => day.endsWith("-01");
const lastOfMonth = (day: string) => dateOf(monthOf(day)).last;

function dateOf(text: string): PartialDate {
  const date = parsePartialDate(text);
  if (!date) throw new Error(`"${text}" is no date.`);
  return date;
}

/** A month later, or before: `2024-12` and 1 make `2025-01`. */
function monthPlus(day: string, months: number): string {
  const number = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return `${four(Math.floor(number / 12))}-${String((number % 12) + 1).padStart(2, "0")}`;
}

/** What a period is narrowed by. */
interface Narrowed {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly year?: number | null | undefined;
}

/**
 * The sums that together hold what may lie in a period, each of it once. Null where the period ends before it begins: what
 * is known vaguely may begin before its end and end after its begin, and so lie in it nevertheless.
 * @param exactness what the numbers are told apart by: sums of years do not say months
 */
export function segmentsOf({ from, to, year }: Narrowed, exactness: "NONE" | "YEAR" | "MONTH"): Segment[] | null {
  if (!from && !to && !year && exactness === "NONE") return [{ grain: "ALL", from: "", to: "" }];
  const within = year ? dateOf(four(year)) : null;
  const wanted = { from: from ? dateOf(from).first : EVER.from, to: to ? dateOf(to).last : EVER.to };
  if (wanted.from > wanted.to) return null;
  const days = {
    from: within && within.first > wanted.from ? within.first : wanted.from,
    to: within && within.last < wanted.to ? within.last : wanted.to,
  };
  if (days.from > days.to) return [];
  return [
    { grain: "YEAR", from: days.from.slice(0, 4), to: days.to.slice(0, 4) },
    ...(exactness === "MONTH" ? monthsIn(days) : yearsIn(days)),
  ];
}

/** Of what is known more exactly than by its year: whole years, and the months and days left over. */
function yearsIn({ from, to }: Days): Segment[] {
  const first = isFirstOfYear(from) ? yearOf(from) : yearOf(from) + 1;
  const last = isLastOfYear(to) ? yearOf(to) : yearOf(to) - 1;
  if (first > last) return monthsIn({ from, to });
  return [
    ...(isFirstOfYear(from) ? [] : monthsIn({ from, to: `${from.slice(0, 4)}-12-31` })),
    { grain: "IN_YEAR", from: four(first), to: four(last) },
    ...(isLastOfYear(to) ? [] : monthsIn({ from: `${to.slice(0, 4)}-01-01`, to })),
  ];
}

/** Of the same: what is known by its month, and of the days whole months and what is left over. */
function monthsIn({ from, to }: Days): Segment[] {
  return [{ grain: "MONTH", from: monthOf(from), to: monthOf(to) }, ...daysIn({ from, to })];
}

function daysIn({ from, to }: Days): Segment[] {
  const isWholeEnd = to === lastOfMonth(to);
  const first = isFirstOfMonth(from) ? monthOf(from) : monthPlus(from, 1);
  const last = isWholeEnd ? monthOf(to) : monthPlus(to, -1);
  if (first > last && monthOf(from) === monthOf(to)) return [{ grain: "DAY", from, to }];
  return [
    ...(isFirstOfMonth(from) ? [] : [{ grain: "DAY", from, to: lastOfMonth(from) } as const]),
    ...(first > last ? [] : [{ grain: "IN_MONTH", from: first, to: last } as const]),
    ...(isWholeEnd ? [] : [{ grain: "DAY", from: `${monthOf(to)}-01`, to } as const]),
  ];
}
