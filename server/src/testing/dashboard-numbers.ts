import { type ListBehind, listsBehind } from "@concord/shared/lists-behind";
import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import type { OutcomeMeasure } from "@concord/shared/vocabularies";
import type { DashboardQuery } from "./dashboard-query.ts";

/** A number of the dashboard, and the list of which it is the count, or of which it is the sum of a measure. */
export interface NumberAndList {
  readonly name: string;
  readonly value: number;
  readonly behind: ListBehind;
  readonly sumOf: OutcomeMeasure | null;
}

/** Pairs each of the lists with the number of its name. */
function pairs(name: string, row: object, lists: Readonly<Record<string, ListBehind>>): NumberAndList[] {
  const values = new Map<string, unknown>(Object.entries(row));
  return Object.entries(lists).map(([field, behind]) => {
    const value = values.get(field);
    if (typeof value !== "number") throw new Error(`${name} has no number "${field}".`);
    return { name: `${name}: ${field}`, value, behind, sumOf: field === "peopleRescued" ? "PEOPLE_RESCUED" : null };
  });
}

const one = (name: string, value: number, behind: ListBehind, sumOf: OutcomeMeasure | null = null): NumberAndList => ({
  name,
  value,
  behind,
  sumOf,
});

const text = (year: number) => String(year).padStart(4, "0");

/** Every number that a dashboard shows under a filter, with the list to which the page leads from it. */
export function numbersAndLists(
  dashboard: DashboardQuery,
  filter: DashboardFilter,
  { country, quietMonths }: { readonly country: string; readonly quietMonths: number },
): NumberAndList[] {
  const { previous, health } = dashboard;
  const { partners: _partners, ...before } = listsBehind.totals({ ...filter, from: previous?.from, to: previous?.to });
  return [
    ...pairs("total", dashboard, listsBehind.totals(filter)),
    ...(previous ? pairs("before", previous, before) : []),
    ...dashboard.outcomes.map(({ measure, count }) =>
      one(`outcome ${measure}`, count, listsBehind.outcome(filter, measure), measure),
    ),
    ...dashboard.byYear.flatMap((row) => pairs(text(row.year), row, listsBehind.year(filter, text(row.year)))),
    ...dashboard.byMonth.flatMap((row) => pairs(row.period, row, listsBehind.month(filter, row.period))),
    ...pairs("undated", undatedOf(dashboard, filter), listsBehind.undated(filter)),
    ...dashboard.byCountry.flatMap((row) => pairs(row.country, row, listsBehind.country(filter, row.country))),
    ...pairs("without country", remainder(dashboard, dashboard.byCountry), listsBehind.withoutCountry(filter)),
    ...dashboard.bySubdivision.flatMap((row) =>
      pairs(row.subdivision, row, listsBehind.subdivision(filter, row.subdivision)),
    ),
    ...inCountry(dashboard, country).flatMap((row) =>
      pairs(
        `${country} without subdivision`,
        remainder(
          row,
          dashboard.bySubdivision.filter(({ subdivision }) => subdivision.startsWith(`${country}-`)),
        ),
        listsBehind.withoutSubdivision(filter, country),
      ),
    ),
    ...dashboard.partnersByKind.map(({ kind, partners }) =>
      one(kind, partners, listsBehind.partnersOfKind(filter, kind)),
    ),
    ...dashboard.partnersByStatus.map(({ status, partners }) =>
      one(status, partners, listsBehind.partnersOfStatus(filter, status)),
    ),
    ...dashboard.outcomesByFocusArea.map(({ focusArea, measure, count }) =>
      one(`${focusArea} ${measure}`, count, listsBehind.outcomeOfFocusArea(filter, focusArea, measure), measure),
    ),
    ...dashboard.byOffice.flatMap((row) =>
      pairs(row.office.id, row, listsBehind.office(filter, row.office.id, quietMonths)),
    ),
    one("active", health.active, listsBehind.active(filter)),
    ...health.quiet.map(({ months, partners }) => one(`quiet ${months}`, partners, listsBehind.quiet(filter, months))),
    ...health.rhythms.map(({ rhythm, partners }) => one(rhythm, partners, listsBehind.rhythm(filter, rhythm))),
    ...health.balances.map(({ balance, partners }) => one(balance, partners, listsBehind.balance(filter, balance))),
    one("gone quiet", health.goneQuiet.length, listsBehind.quiet(filter, quietMonths)),
    ...health.goneQuiet.flatMap((row) =>
      pairs(row.partner.id, row, {
        recognitionsReceived: listsBehind.recognitionsOf(row.partner.id, "RECEIVED"),
        recognitionsGiven: listsBehind.recognitionsOf(row.partner.id, "GIVEN"),
      }),
    ),
  ];
}

function inCountry({ byCountry }: DashboardQuery, wanted: string) {
  return byCountry.filter(({ country }) => country === wanted);
}

type Numbers = Readonly<Partial<Record<keyof ReturnType<typeof listsBehind.totals>, number>>>;

/** What of the total is in none of the rows. */
function remainder(total: Numbers, rows: readonly Numbers[]) {
  const left = (field: keyof Numbers) => rows.reduce((rest, row) => rest - (row[field] ?? 0), total[field] ?? 0);
  return {
    partners: left("partners"),
    collaborations: left("collaborations"),
    peopleRescued: left("peopleRescued"),
    recognitionsReceived: left("recognitionsReceived"),
    recognitionsGiven: left("recognitionsGiven"),
  };
}

/** In a period lies nothing that has no date. */
function undatedOf(dashboard: DashboardQuery, { from, to }: DashboardFilter) {
  const left = remainder(dashboard, dashboard.byYear);
  return from || to ? { ...left, ...remainder({}, []) } : left;
}
