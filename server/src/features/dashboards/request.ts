import { type DashboardFilter, dashboardFilterRule } from "@concord/shared/rules/dashboards";
import sql, { join, type Sql } from "sql-template-tag";
import { badInput } from "../../errors.ts";
import { parseFilter } from "../../records/input.ts";
import type { Viewing } from "../../records/viewing.ts";
import { collaborationList } from "../collaborations/collaborations.list.ts";
import { partnerList } from "../partners/partners.list.ts";
import { recognitionList } from "../recognitions/recognitions.list.ts";
import { statementList } from "../statements/statements.list.ts";
import type { SummedKind } from "../sums/counted.ts";

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

const conditions = {
  PARTNER: ({ viewing, filter: { office, country, focusArea } }: DashboardRequest) =>
    partnerList.conditions(viewing.viewer, { office, country, focusArea }),
  COLLABORATION: ({ viewing, filter }: DashboardRequest) => collaborationList.conditions(viewing.viewer, filter),
  RECOGNITION: ({ viewing, filter }: DashboardRequest) => recognitionList.conditions(viewing.viewer, filter),
  STATEMENT: ({ viewing, filter }: DashboardRequest) => statementList.conditions(viewing.viewer, filter),
  // Of partners p, and of how it stands with them as s: the period is that in which they were not quiet for the last time.
  RELATION: ({ viewing, filter: { office, country, focusArea, to } }: DashboardRequest) => [
    ...partnerList.conditions(viewing.viewer, { office, country, focusArea }),
    ...(to ? [sql`s.quiet_day <> '' AND s.quiet_day <= ${to}`] : []),
  ],
} as const satisfies Record<SummedKind, (request: DashboardRequest) => readonly Sql[]>;

/** The conditions of the list behind a number, so that number and list cannot disagree. */
export function scopesOf(kind: SummedKind, request: DashboardRequest): Sql {
  return join([...conditions[kind](request)], " AND ");
}
