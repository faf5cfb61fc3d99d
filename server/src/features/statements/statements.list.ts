import type { StatementFilter } from "@concord/shared/rules/statements";
import sql, { join, type Sql } from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import type { Viewer } from "../../access/viewer.ts";
import { askedColumns } from "../../records/asked-columns.ts";
import { hasFocusArea, isIn, isOneOf, mayLieIn, namesOneOf } from "../../records/conditions.ts";
import type { ListDefinition } from "../../records/list.ts";
import { defineNestedList } from "../../records/nested-list.ts";
import { scopeOf } from "../../records/presence.ts";
import { whereThere } from "../../records/scope.ts";
import { matchesText } from "../../records/search-terms.ts";
import { readTotal } from "../sums/read-total.ts";
import { type Statement, statementEntity } from "./statements.entity.ts";

export type StatementOrderField = "SPEAKER" | "DATE" | "CREATED_AT" | "UPDATED_AT";

/** It is said for a partner of one of the countries. */
function speaksForCountry(viewer: Viewer, wanted: readonly string[] | null | undefined): Sql[] {
  if (wanted === null || wanted === undefined) return [];
  return [
    sql`s.partner_id IN (SELECT sp.id FROM partners sp
        WHERE ${whereThere(viewer, policies.PARTNER.policy, "sp")} AND ${isIn(sql`sp.country`, wanted)})`,
  ];
}

export const statementList: ListDefinition<Statement, StatementFilter, StatementOrderField> = {
  entity: statementEntity,
  alias: "s",
  mentions: ["person", "partner"],
  conditions: (viewer, filter) => [
    scopeOf(viewer, policies.STATEMENT.policy, "s", filter.presence),
    ...(filter.text ? [matchesText("s", "STATEMENT", filter.text)] : []),
    ...namesOneOf(viewer, "PERSON", "s", "person_id", filter.person),
    ...namesOneOf(viewer, "PARTNER", "s", "partner_id", filter.partner),
    ...isOneOf("s", "office_id", filter.office),
    ...speaksForCountry(viewer, filter.country),
    ...hasFocusArea("s", filter.focusArea),
    ...isOneOf("s", "confidentiality", filter.confidentiality),
    ...isOneOf("s", "language", filter.language),
    ...isOneOf("s", "permission_status", filter.permission),
    ...mayLieIn("s", "date", filter.from, filter.to),
  ],
  order: { SPEAKER: "speakerSort", DATE: "dateFirst", CREATED_AT: "createdAt", UPDATED_AT: "updatedAt" },
  keptTotal: (viewing, filter) => readTotal(viewing, "STATEMENT", filter),
  defaultOrder: { field: "DATE", direction: "DESC" },
};

/** What people of partners said. */
export const statementsOfPartner = defineNestedList(
  statementList,
  (ids) => sql`SELECT partner_id AS parent_id, id AS child_id FROM statements WHERE partner_id IN (${join([...ids])})`,
);

/** What people said. */
export const statementsOfPerson = defineNestedList(
  statementList,
  (ids) => sql`SELECT person_id AS parent_id, id AS child_id FROM statements WHERE person_id IN (${join([...ids])})`,
);

/** What was said about collaborations. */
export const statementsOfCollaboration = defineNestedList(
  statementList,
  (ids) =>
    sql`SELECT collaboration_id AS parent_id, statement_id AS child_id FROM statement_about
        WHERE collaboration_id IN (${join([...ids])})`,
);

/** Which columns of statements a query needs. */
export const statementColumns = askedColumns(statementEntity, {
  date: ["dateEdtf"],
  publishable: ["permissionStatus", "confidentiality"],
  person: ["personId"],
  partner: ["partnerId"],
  about: [],
  focusAreas: [],
  attachments: [],
  members: [],
  office: ["officeId"],
});
