import { type PartialDate, parsePartialDate } from "./partial-date.ts";
import type { DashboardPeriod } from "./vocabularies.ts";

/** A period with both its ends, each a partial date: `2024` to `2025` is from 1 January 2024 to 31 December 2025. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** What a period that goes along with time is on a day (ISO 8601). */
export function periodNamed(name: DashboardPeriod, day: string): Period {
  const month = monthNumber(day);
  return {
    THIS_YEAR: { from: four(yearOf(day)), to: four(yearOf(day)) },
    LAST_MONTH: { from: monthText(month - 1), to: monthText(month - 1) },
    // With the month that we are in.
    LAST_12_MONTHS: { from: monthText(month - 11), to: monthText(month) },
    LAST_YEAR: { from: four(yearOf(day) - 1), to: four(yearOf(day) - 1) },
  }[name];
}

const four = (value: number) => String(value).padStart(4, "0");
const two = (value: number) => String(value).padStart(2, "0");
const MILLISECONDS_A_DAY = 86_400_000;

/**
 * The period of the same length that ends where this one begins: as many years before where both ends are years, as many
 * months where neither says a day, else as many days. docs/dashboard.md has it in words. None where an end is open or
 * unreadable, where it ends before it begins, and where there was no such time.
 */
export function periodBefore(from: string | null | undefined, to: string | null | undefined): Period | null {
  const [begin, end] = [from, to].map((text) => (text ? parsePartialDate(text) : undefined));
  if (!begin || !end || begin.first > end.last) return null;
  const before = [yearsBefore, monthsBefore, daysBefore].find((rule) => rule.fits(begin, end))?.of(begin, end);
  return before && parsePartialDate(before.from) && parsePartialDate(before.to) ? before : null;
}

interface Rule {
  fits(begin: PartialDate, end: PartialDate): boolean;
  of(begin: PartialDate, end: PartialDate): Period;
}

const yearOf = (day: string) => Number(day.slice(0, 4));

const yearsBefore: Rule = {
  fits: (begin, end) => begin.precision === "year" && end.precision === "year",
  of: ({ first }, { last }) => {
    const length = yearOf(last) - yearOf(first) + 1;
    return { from: four(yearOf(first) - length), to: four(yearOf(first) - 1) };
  },
};

/** Months since the year 0, of which month 0 is January. */
const monthNumber = (day: string) => yearOf(day) * 12 + Number(day.slice(5, 7)) - 1;
const monthText = (number: number) => `${four(Math.floor(number / 12))}-${two((number % 12) + 1)}`;

const monthsBefore: Rule = {
  fits: (begin, end) => begin.precision !== "day" && end.precision !== "day",
  of: ({ first }, { last }) => {
    const length = monthNumber(last) - monthNumber(first) + 1;
    return { from: monthText(monthNumber(first) - length), to: monthText(monthNumber(first) - 1) };
  },
};

const instantOf = (day: string) => Date.parse(`${day}T00:00:00Z`);

const daysBefore: Rule = {
  fits: () => true,
  of: ({ first }, { last }) => {
    const length = (instantOf(last) - instantOf(first)) / MILLISECONDS_A_DAY + 1;
    return { from: dayPlus(first, -length), to: dayPlus(first, -1) };
  },
};

/** The day so many days later, or before where they are negative. */
function dayPlus(day: string, days: number): string {
  return new Date(instantOf(day) + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** A period within a filter's: the part of it that lies in the year or month `within`. */
export function partOf(filter: { from?: string | null | undefined; to?: string | null | undefined }, within: string) {
  const whole = parsePartialDate(within);
  const [begin, end] = [filter.from, filter.to].map((text) => (text ? parsePartialDate(text) : undefined));
  if (!whole) return { from: filter.from, to: filter.to };
  return {
    from: begin && begin.first > whole.first ? begin.edtf : within,
    to: end && end.last < whole.last ? end.edtf : within,
  };
}
