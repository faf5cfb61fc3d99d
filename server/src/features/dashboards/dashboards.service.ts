import type { OutcomeValues } from "@concord/shared/rules/collaborations";
import { type DashboardFilter, dashboardFilterRule } from "@concord/shared/rules/dashboards";
import { isCode, OUTCOME_MEASURE_LABELS } from "@concord/shared/vocabularies";
import sql, { join, type Sql } from "sql-template-tag";
import { numberOf, type RawRow, textOf } from "../../database/rows.ts";
import { badInput } from "../../errors.ts";
import { parseFilter } from "../../records/input.ts";
import { countRows } from "../../records/list.ts";
import type { Viewing } from "../../records/viewing.ts";
import { collaborationList } from "../collaborations/collaborations.list.ts";
import { partnerList } from "../partners/partners.list.ts";
import { recognitionList } from "../recognitions/recognitions.list.ts";
import { statementList } from "../statements/statements.list.ts";

/** A dashboard is asked for by a viewer under a filter; each of its numbers is computed when it is selected. */
export interface DashboardRequest {
  readonly viewing: Viewing;
  readonly filter: DashboardFilter;
}

/** @throws BAD_USER_INPUT */
export function dashboardRequest(viewing: Viewing, raw: unknown): DashboardRequest {
  const filter = parseFilter(dashboardFilterRule, raw);
  if (!filter.value) throw badInput(filter.issues);
  return { viewing, filter: filter.value };
}

/** The conditions of the list behind a number, so that number and list cannot disagree. */
export const scopes = {
  partners: ({ viewing, filter: { office, country, focusArea } }: DashboardRequest): Sql =>
    join([...partnerList.conditions(viewing.viewer, { office, country, focusArea })], " AND "),
  collaborations: ({ viewing, filter }: DashboardRequest): Sql =>
    join([...collaborationList.conditions(viewing.viewer, filter)], " AND "),
  recognitions: ({ viewing, filter }: DashboardRequest): Sql =>
    join([...recognitionList.conditions(viewing.viewer, filter)], " AND "),
  statements: ({ viewing, filter }: DashboardRequest): Sql => {
    const { country, ...others } = filter;
    const ofCountry = country ? sql` AND ${speaksForCountry(country)}` : sql``;
    return sql`${join([...statementList.conditions(viewing.viewer, others)], " AND ")}${ofCountry}`;
  },
};

function speaksForCountry(countries: readonly string[]): Sql {
  if (countries.length === 0) return sql`1 = 0`;
  return sql`s.partner_id IN (SELECT id FROM partners WHERE deleted_at IS NULL AND country IN (${join([...countries])}))`;
}

export function countPartners(request: DashboardRequest): Promise<number> {
  return countRows(request.viewing.database, sql`partners p WHERE ${scopes.partners(request)}`);
}

export function countCollaborations(request: DashboardRequest): Promise<number> {
  return countRows(request.viewing.database, sql`collaborations c WHERE ${scopes.collaborations(request)}`);
}

export function countStatements(request: DashboardRequest): Promise<number> {
  return countRows(request.viewing.database, sql`statements s WHERE ${scopes.statements(request)}`);
}

export function countRecognitions(request: DashboardRequest, direction: "RECEIVED" | "GIVEN"): Promise<number> {
  return countRows(
    request.viewing.database,
    sql`recognitions r WHERE ${scopes.recognitions(request)} AND r.direction = ${direction}`,
  );
}

/** The sums of the outcomes: an outcome belongs to its collaboration, so partners do not multiply it. */
export async function sumOutcomes(request: DashboardRequest): Promise<OutcomeValues[]> {
  const rows = await request.viewing.database.raw(
    sql`SELECT o.measure, SUM(o.amount) AS amount FROM collaborations c JOIN outcomes o ON o.collaboration_id = c.id
        WHERE ${scopes.collaborations(request)} GROUP BY o.measure ORDER BY o.measure`,
  );
  return rows.flatMap((row) => {
    const measure = textOf(row, "measure");
    return isCode(OUTCOME_MEASURE_LABELS, measure) ? [{ measure, count: numberOf(row, "amount") }] : [];
  });
}

export async function sumRescued(request: DashboardRequest): Promise<number> {
  const outcomes = await sumOutcomes(request);
  return outcomes.find((outcome) => outcome.measure === "PEOPLE_RESCUED")?.count ?? 0;
}

/** Counts by the value of an expression, what is empty left out. */
async function countBy(request: DashboardRequest, value: Sql, from: Sql): Promise<readonly RawRow[]> {
  return request.viewing.database.raw(
    sql`SELECT ${value} AS value, COUNT(*) AS total FROM ${from} AND ${value} <> '' GROUP BY ${value}`,
  );
}

/** Collaborations with the people rescued in them, by the value of an expression. */
async function collaborationsBy(request: DashboardRequest, value: Sql): Promise<readonly RawRow[]> {
  return request.viewing.database.raw(
    sql`SELECT ${value} AS value, COUNT(*) AS total, SUM(o.amount) AS rescued FROM collaborations c
        LEFT JOIN outcomes o ON o.collaboration_id = c.id AND o.measure = 'PEOPLE_RESCUED'
        WHERE ${scopes.collaborations(request)} AND ${value} <> '' GROUP BY ${value}`,
  );
}

function totals(rows: readonly RawRow[], column = "total"): Map<string, number> {
  return new Map(rows.map((row) => [textOf(row, "value"), numberOf(row, column)]));
}

function sortedKeys(...maps: readonly Map<string, number>[]): string[] {
  return [...new Set(maps.flatMap((map) => [...map.keys()]))].toSorted();
}

/** Numbers by the year in which collaborations begin and recognitions are dated. */
export async function byYear(request: DashboardRequest) {
  const recognitions = (direction: string) =>
    countBy(
      request,
      sql`SUBSTR(r.date_first, 1, 4)`,
      sql`recognitions r WHERE ${scopes.recognitions(request)} AND r.direction = ${direction}`,
    );
  const [rows, receivedRows, givenRows] = await Promise.all([
    collaborationsBy(request, sql`SUBSTR(c.begin_first, 1, 4)`),
    recognitions("RECEIVED"),
    recognitions("GIVEN"),
  ]);
  const [collaborations, rescued, received, given] = [
    totals(rows),
    totals(rows, "rescued"),
    totals(receivedRows),
    totals(givenRows),
  ];
  return sortedKeys(collaborations, received, given).map((year) => ({
    year: Number(year),
    collaborations: collaborations.get(year) ?? 0,
    peopleRescued: rescued.get(year) ?? 0,
    recognitionsReceived: received.get(year) ?? 0,
    recognitionsGiven: given.get(year) ?? 0,
  }));
}

/** Numbers by the country of the collaboration and the jurisdiction of the partner. */
export async function byCountry(request: DashboardRequest) {
  const [rows, partnerRows] = await Promise.all([
    collaborationsBy(request, sql`c.country`),
    countBy(request, sql`p.country`, sql`partners p WHERE ${scopes.partners(request)}`),
  ]);
  const [collaborations, rescued, partners] = [totals(rows), totals(rows, "rescued"), totals(partnerRows)];
  return sortedKeys(collaborations, partners).map((country) => ({
    country,
    partners: partners.get(country) ?? 0,
    collaborations: collaborations.get(country) ?? 0,
    peopleRescued: rescued.get(country) ?? 0,
  }));
}
