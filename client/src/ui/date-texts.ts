import { parsePartialDate, readPartialDate } from "@concord/shared/partial-date";
import { t } from "@lingui/core/macro";
import { localesNow } from "./number-text.ts";

/** Dates and instants as the reader's language and place write them, and dates as they are typed in it. */

const PARTS = {
  year: { year: "numeric" },
  month: { year: "numeric", month: "long" },
  day: { year: "numeric", month: "long", day: "numeric" },
} as const;

function written(instant: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(localesNow(), options).format(new Date(instant));
}

/** EDTF text as people read it: "2005", "December 2005", "23 June 2016"; text that is no date stays as it is. */
export function dateText(edtf: string): string {
  const date = parsePartialDate(edtf);
  return date ? written(`${date.first}T00:00Z`, { ...PARTS[date.precision], timeZone: "UTC" }) : edtf;
}

/** A period as people read it; empty text where neither end is known. */
export function intervalText(begin: string | null | undefined, end: string | null | undefined): string {
  const [from, to] = [begin, end].map((edtf) => (edtf ? dateText(edtf) : null));
  if (from && to) return begin === end ? from : t`${from} – ${to}`;
  if (from) return t`since ${from}`;
  return to ? t`until ${to}` : "";
}

/** An instant in the reader's own time zone. */
export function instantText(iso: string): string {
  return written(iso, { dateStyle: "medium", timeStyle: "short" });
}

/**
 * Reads a date as people write it in their language ("dic. 2005", "23 de junio de 2016", "ஜூன் 2016") or in English,
 * and answers EDTF text; undefined where it can be read in no way, or in two.
 */
export function readDate(text: string): string | undefined {
  return readPartialDate(text) ?? readPartialDate(withEnglishMonth(text));
}

const ENGLISH = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** "23 de junio de 2016" → "23 Jun 2016" */
function withEnglishMonth(text: string): string {
  return text
    .toLowerCase()
    .replace(/(?<=\d)[.,]|\bika-(?=\d)/g, "")
    .split(/[\s,]+/)
    .filter((word) => !LINKS.has(word))
    .map((word) => ENGLISH[monthOf(word.replace(/\.$/, ""))] ?? word)
    .join(" ");
}

/** What some languages write between day, month and year. */
const LINKS = new Set(["de", "del", "ng"]);

function monthOf(word: string): number {
  if (!/\p{L}/u.test(word)) return -1;
  return monthNames().findIndex((names) =>
    names.some((name) => name === word || (word.length >= 3 && name.startsWith(word))),
  );
}

/** The names that each month has in the reader's language, long and short. */
function monthNames(): readonly (readonly string[])[] {
  const formats = (["long", "short"] as const).map(
    (month) => new Intl.DateTimeFormat(localesNow(), { month, timeZone: "UTC" }),
  );
  return ENGLISH.map((_name, month) =>
    formats.map((format) => format.format(Date.UTC(2001, month)).toLowerCase().replace(/\.$/, "")),
  );
}
