import type { OutcomeValues } from "@concord/shared/rules/collaborations";
import { type DashboardFilter, dashboardFilterRule } from "@concord/shared/rules/dashboards";
import { isCode, OUTCOME_MEASURE_LABELS } from "@concord/shared/vocabularies";
import sql, { join, type Sql } from "sql-template-tag";
import { numberOf, textOf } from "../../database/rows.ts";
import { badInput } from "../../errors.ts";
import { parseFilter } from "../../records/input.ts";
import { countRows } from "../../records/list.ts";
import { defineLoader } from "../../records/loader.ts";
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
  statements: ({ viewing, filter }: DashboardRequest): Sql =>
    join([...statementList.conditions(viewing.viewer, filter)], " AND "),
};

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

/**
 * The sums of the outcomes: an outcome belongs to its collaboration, so partners do not multiply it. Read once a request
 * and filter, since the people rescued are one of them.
 */
export function sumOutcomes(request: DashboardRequest): Promise<OutcomeValues[]> {
  return outcomesOf(request.viewing, request);
}

const outcomesOf = defineLoader<DashboardRequest, OutcomeValues[]>(
  (_viewing, requests) => Promise.all(requests.map(readOutcomes)),
  ({ filter }) => JSON.stringify(filter),
);

async function readOutcomes(request: DashboardRequest): Promise<OutcomeValues[]> {
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
