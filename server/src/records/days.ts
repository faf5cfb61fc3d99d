import sql, { type Sql } from "sql-template-tag";

/** Today, an ISO 8601 day in UTC. */
export function today(): string {
  return isoDay(new Date());
}

/** The day so many days after another. */
export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return isoDay(date);
}

/** The same day so many months before, or the last of that month where it has no such day. */
export function monthsBefore(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  const wanted = date.getUTCMonth() - months;
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), wanted + 1, 0));
  const same = Math.min(date.getUTCDate(), lastOfMonth.getUTCDate());
  return isoDay(new Date(Date.UTC(lastOfMonth.getUTCFullYear(), lastOfMonth.getUTCMonth(), same)));
}

/** How many whole months one day lies before another; 0 where it does not. */
export function wholeMonthsBetween(day: string, later: string): number {
  const [from, to] = [day, later].map((text) => new Date(`${text}T00:00:00Z`));
  if (!from || !to) return 0;
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  return Math.max(0, monthsBefore(later, months) < day ? months - 1 : months);
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/**
 * Three conditions on a partial date of which a table keeps only the EDTF text, held against a day that is cut to as
 * much as the date says. What has no date meets none of them.
 */
export const edtf = {
  isBefore: (date: Sql, day: string): Sql => sql`${date} < ${cut(date, day)}`,
  mayLieOnOrAfter: (date: Sql, day: string): Sql => sql`${date} >= ${cut(date, day)}`,
  mayLieOnOrBefore: (date: Sql, day: string): Sql => sql`${date} <= ${cut(date, day)}`,
};

function cut(date: Sql, day: string): Sql {
  return sql`SUBSTR(${day}, 1, LENGTH(${date}))`;
}
