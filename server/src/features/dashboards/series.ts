import { type Period, periodBefore } from "@concord/shared/periods";
import { dashboardMonthsRule, dashboardPlaceRule } from "@concord/shared/rules/dashboards";
import { subdivisionName } from "@concord/shared/subdivisions";
import {
  FOCUS_AREA_LABELS,
  isCode,
  OUTCOME_MEASURE_LABELS,
  PARTNER_KIND_LABELS,
  PARTNER_STATUS_LABELS,
} from "@concord/shared/vocabularies";
import sql, { raw } from "sql-template-tag";
import { numberOf, textOf } from "../../database/rows.ts";
import { isIn } from "../../records/conditions.ts";
import { parseInput } from "../../records/input.ts";
import { type DashboardRequest, scopes } from "./dashboards.service.ts";
import { datedBy, partnersBy, placedBy } from "./grouping.ts";

/** A dashboard of the period before. */
export type BeforeRequest = DashboardRequest & { readonly filter: Period };

/** The same dashboard, of the period before; null where an end of its period is open. */
export function before(request: DashboardRequest): BeforeRequest | null {
  const period = periodBefore(request.filter.from, request.filter.to);
  return period && { ...request, filter: { ...request.filter, ...period } };
}

/** Numbers by the year in which collaborations begin and recognitions are dated. */
export async function byYear(request: DashboardRequest) {
  const { values, at } = await datedBy(request, {
    collaborations: sql`SUBSTR(c.begin_first, 1, 4)`,
    recognitions: sql`SUBSTR(r.date_first, 1, 4)`,
  });
  return values.map((year) => ({ year: Number(year), ...at(year) }));
}

/**
 * Numbers by the month in which collaborations begin and recognitions are dated; what is known by its year alone stands
 * under the year.
 * @throws BAD_USER_INPUT
 */
export async function byMonth(request: DashboardRequest, args: unknown) {
  const { year } = parseInput(dashboardMonthsRule, args);
  const ofYear = (column: string) =>
    year === null || year === undefined
      ? sql`1 = 1`
      : sql`SUBSTR(${raw(column)}, 1, 4) = ${String(year).padStart(4, "0")}`;
  const { values, at } = await datedBy(
    request,
    { collaborations: sql`SUBSTR(c.begin_edtf, 1, 7)`, recognitions: sql`SUBSTR(r.date_edtf, 1, 7)` },
    { collaborations: ofYear("c.begin_first"), recognitions: ofYear("r.date_first") },
  );
  return values.map((period) => ({ period, ...at(period) }));
}

/** Numbers by the country of the collaboration and the jurisdiction of the partner. */
export async function byCountry(request: DashboardRequest) {
  const { values, at } = await placedBy(request, { collaborations: sql`c.country`, partners: sql`p.country` });
  return values.map((country) => ({ country, ...at(country) }));
}

/**
 * Numbers by the state or province of the collaboration and of the partner.
 * @throws BAD_USER_INPUT
 */
export async function bySubdivision(request: DashboardRequest, args: unknown) {
  const { country } = parseInput(dashboardPlaceRule, args);
  const ofCountry = (column: string) => (country ? sql`${raw(column)} = ${country}` : sql`1 = 1`);
  const { values, at } = await placedBy(
    request,
    { collaborations: sql`c.subdivision`, partners: sql`p.subdivision` },
    { collaborations: ofCountry("c.country"), partners: ofCountry("p.country") },
  );
  return values.map((subdivision) => ({ subdivision, name: subdivisionName(subdivision), ...at(subdivision) }));
}

export async function partnersByKind(request: DashboardRequest) {
  const counts = await partnersBy(request, sql`p.kind`);
  return [...counts].flatMap(([kind, partners]) => (isCode(PARTNER_KIND_LABELS, kind) ? [{ kind, partners }] : []));
}

export async function partnersByStatus(request: DashboardRequest) {
  const counts = await partnersBy(request, sql`p.status`);
  return [...counts].flatMap(([status, partners]) =>
    isCode(PARTNER_STATUS_LABELS, status) ? [{ status, partners }] : [],
  );
}

/** Sums of the outcomes by the focus areas of their collaboration: one of several counts in each of them. */
export async function outcomesByFocusArea(request: DashboardRequest) {
  const wanted = request.filter.focusArea;
  const rows = await request.viewing.database.raw(
    sql`SELECT f.focus_area, o.measure, SUM(o.amount) AS amount FROM collaborations c
        JOIN outcomes o ON o.collaboration_id = c.id JOIN record_focus_areas f ON f.record_id = c.id
        WHERE ${scopes.collaborations(request)} AND ${wanted ? isIn(sql`f.focus_area`, wanted) : sql`1 = 1`}
        GROUP BY f.focus_area, o.measure ORDER BY f.focus_area, o.measure`,
  );
  return rows.flatMap((row) => {
    const [focusArea, measure] = [textOf(row, "focus_area"), textOf(row, "measure")];
    return isCode(FOCUS_AREA_LABELS, focusArea) && isCode(OUTCOME_MEASURE_LABELS, measure)
      ? [{ focusArea, measure, count: numberOf(row, "amount") }]
      : [];
  });
}
