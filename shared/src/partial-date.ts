/** How exact a date is. */
export type Precision = "year" | "month" | "day";

/** A date as exact as its source: EDTF level 0 text, and the first and last day that it may mean. */
export interface PartialDate {
  /** `2005`, `2005-12` or `2016-06-23`. */
  readonly edtf: string;
  /** ISO 8601 day. */
  readonly first: string;
  /** ISO 8601 day. */
  readonly last: string;
  readonly precision: Precision;
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const two = (value: number) => String(value).padStart(2, "0");
const four = (value: number) => String(value).padStart(4, "0");

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * Reads EDTF level 0 text (Library of Congress, Extended Date/Time Format): a year 0001 to 9999, a month or a day of
 * the proleptic Gregorian calendar. Anything else answers undefined; nothing is padded or guessed.
 */
export function parsePartialDate(text: string): PartialDate | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return undefined;
  const [, yearText = "", monthText, dayText] = match;
  const year = Number(yearText);
  if (year < 1) return undefined;
  if (monthText === undefined) {
    return { edtf: text, first: `${yearText}-01-01`, last: `${yearText}-12-31`, precision: "year" };
  }
  const month = Number(monthText);
  if (month < 1 || month > 12) return undefined;
  const lastDay = daysIn(year, month);
  if (dayText === undefined) {
    return { edtf: text, first: `${text}-01`, last: `${text}-${two(lastDay)}`, precision: "month" };
  }
  const day = Number(dayText);
  if (day < 1 || day > lastDay) return undefined;
  return { edtf: text, first: text, last: text, precision: "day" };
}

/** What to write where a date is asked for. */
export const PARTIAL_DATE_HINT =
  "Write a year, a month or a day, as exact as you know it: 2005, Dec 2005 or 23 June 2016.";

/**
 * Reads a date as people and spreadsheets write it ("Dec 2005", "Dec-05", "12/2005", "23 June 2016", "23-Jun-16",
 * "June 23, 2016", "23/6/2016") and answers EDTF text. What can be read in two ways, as 6/7/2016, answers undefined.
 */
export function readPartialDate(text: string): string | undefined {
  const words = text.trim().toLowerCase().replace(/\s+/g, " ");
  return [readIso, readNumbers, readMonthName, readHyphens]
    .map((read) => read(words))
    .find((edtf) => edtf !== undefined);
}

/** `Dec-05`, `Dec '05` and `23-Jun-2016`, as spreadsheets show dates. */
function readHyphens(text: string): string | undefined {
  const match = /^(?:(\d{1,2})[-/])?([a-z]{3,9})(?:[-/]| (?=['’]))['’]?(\d{2}|\d{4})$/.exec(text);
  if (!match) return undefined;
  const [, day, month, year = ""] = match;
  const whole = year.length === 2 ? String(wholeYear(Number(year))) : year;
  return readMonthName([day, month, whole].filter((part) => part !== undefined).join(" "));
}

/** A year of two digits as spreadsheets take it: 00 to 29 are of this century, 30 to 99 of the last. */
export function wholeYear(short: number): number {
  return short < 30 ? 2000 + short : 1900 + short;
}

function readIso(text: string): string | undefined {
  const match = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text);
  if (!match) return undefined;
  const [, year, month, day] = match;
  return edtfOf(year, month, day);
}

function readNumbers(text: string): string | undefined {
  const month = /^(\d{1,2})[-/. ](\d{4})$/.exec(text);
  if (month) return edtfOf(month[2], month[1]);
  const day = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text);
  if (!day) return undefined;
  const [, first = "", second = "", year] = day;
  if (first === second || Number(first) > 12) return edtfOf(year, second, first);
  return Number(second) > 12 ? edtfOf(year, first, second) : undefined;
}

function readMonthName(text: string): string | undefined {
  const match =
    /^(?:(?<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? )?(?<month>[a-z]{3,9})\.?(?: (?<dayAfter>\d{1,2})(?:st|nd|rd|th)?)?,? (?<year>\d{4})$/.exec(
      text,
    );
  const groups = match?.groups;
  if (!groups) return undefined;
  const { day, dayAfter, year } = groups;
  if (day !== undefined && dayAfter !== undefined) return undefined;
  const month = MONTHS.findIndex((name) => isMonthName(name.toLowerCase(), groups["month"] ?? ""));
  return month < 0 ? undefined : edtfOf(year, String(month + 1), day ?? dayAfter);
}

function isMonthName(name: string, word: string): boolean {
  return name.startsWith(word) || (name === "september" && word === "sept");
}

function edtfOf(year: string | undefined, month?: string, day?: string): string | undefined {
  const parts = [year, month, day].filter((part) => part !== undefined);
  return parsePartialDate(parts.map((part, index) => part.padStart(index === 0 ? 4 : 2, "0")).join("-"))?.edtf;
}

/** EDTF text as people read it: "2005", "December 2005", "23 June 2016"; text that is no date stays as it is. */
export function formatPartialDate(edtf: string): string {
  const date = parsePartialDate(edtf);
  if (!date) return edtf;
  const [year, month, day] = edtf.split("-").map(Number);
  return [day, month === undefined ? undefined : MONTHS[month - 1], year]
    .filter((part) => part !== undefined)
    .join(" ");
}

/** A period as people read it; without an end it is "since", without a beginning "until", without both empty. */
export function formatPartialInterval(begin: string | null | undefined, end: string | null | undefined): string {
  if (begin && end)
    return begin === end ? formatPartialDate(begin) : `${formatPartialDate(begin)} – ${formatPartialDate(end)}`;
  if (begin) return `since ${formatPartialDate(begin)}`;
  return end ? `until ${formatPartialDate(end)}` : "";
}

/** Whether the whole of `a` lies before the whole of `b`; dates that may overlap do not count as before. */
export function isWhollyBefore(a: string, b: string): boolean {
  const [left, right] = [parsePartialDate(a), parsePartialDate(b)];
  return left !== undefined && right !== undefined && left.last < right.first;
}

/** The calendar day of an instant in UTC, as EDTF text. */
export function partialDateOf(instant: Date): string {
  return `${four(instant.getUTCFullYear())}-${two(instant.getUTCMonth() + 1)}-${two(instant.getUTCDate())}`;
}
