import { type Period, periodBefore } from "@concord/shared/periods";
import { dashboardMonthsRule, dashboardPlaceRule } from "@concord/shared/rules/dashboards";
import { subdivisionName } from "@concord/shared/subdivisions";
import {
  codesOf,
  FOCUS_AREA_LABELS,
  isCode,
  OUTCOME_MEASURE_LABELS,
  PARTNER_KIND_LABELS,
  PARTNER_STATUS_LABELS,
} from "@concord/shared/vocabularies";
import { parseInput } from "../../records/input.ts";
import { datedBy, placedBy } from "./grouping.ts";
import { numbersBy } from "./numbers.ts";
import type { DashboardRequest } from "./request.ts";

/** A dashboard of the period before. */
export type BeforeRequest = DashboardRequest & { readonly filter: Period };

/** The same dashboard, of the period before; null where an end of its period is open. */
export function before(request: DashboardRequest): BeforeRequest | null {
  const period = periodBefore(request.filter.from, request.filter.to);
  return period && { ...request, filter: { ...request.filter, ...period } };
}

/** Numbers by the year in which collaborations begin and recognitions are dated. */
export async function byYear(request: DashboardRequest) {
  const { values, at } = await datedBy(request, "YEAR");
  return values.map((year) => ({ year: Number(year), ...at(year) }));
}

/**
 * Numbers by the month in which collaborations begin and recognitions are dated; what is known by its year alone stands
 * under the year.
 * @throws BAD_USER_INPUT
 */
export async function byMonth(request: DashboardRequest, args: unknown) {
  const { year } = parseInput(dashboardMonthsRule, args);
  const { values, at } = await datedBy(request, "MONTH", year);
  return values.map((period) => ({ period, ...at(period) }));
}

/** Numbers by the country of the collaboration and the jurisdiction of the partner. */
export async function byCountry(request: DashboardRequest) {
  const { values, at } = await placedBy(request, "COUNTRY");
  return values.map((country) => ({ country, ...at(country) }));
}

/**
 * Numbers by the state or province of the collaboration and of the partner.
 * @throws BAD_USER_INPUT
 */
export async function bySubdivision(request: DashboardRequest, args: unknown) {
  const { country } = parseInput(dashboardPlaceRule, args);
  const { filter } = request;
  const countries = country ? [country].filter((each) => filter.country?.includes(each) ?? true) : filter.country;
  const { values, at } = await placedBy({ ...request, filter: { ...filter, country: countries } }, "SUBDIVISION");
  return values.map((subdivision) => ({ subdivision, name: subdivisionName(subdivision), ...at(subdivision) }));
}

export async function partnersByKind(request: DashboardRequest) {
  const { values, at } = await numbersBy(request, "PARTNER", "KIND");
  return values.flatMap((kind) => (isCode(PARTNER_KIND_LABELS, kind) ? [{ kind, partners: at(kind).total }] : []));
}

export async function partnersByStatus(request: DashboardRequest) {
  const { values, at } = await numbersBy(request, "PARTNER", "STATUS");
  return values.flatMap((status) =>
    isCode(PARTNER_STATUS_LABELS, status) ? [{ status, partners: at(status).total }] : [],
  );
}

/** Sums of the outcomes by the focus areas of their collaboration: one of several counts in each of them. */
export async function outcomesByFocusArea(request: DashboardRequest) {
  const { values, at } = await numbersBy(request, "COLLABORATION", "FOCUS_AREA");
  return values.flatMap((focusArea) =>
    codesOf(OUTCOME_MEASURE_LABELS)
      .toSorted()
      .flatMap((measure) => {
        const count = at(focusArea).measure(measure);
        return count > 0 && isCode(FOCUS_AREA_LABELS, focusArea) ? [{ focusArea, measure, count }] : [];
      }),
  );
}
