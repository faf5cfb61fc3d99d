import type { PersonFilter } from "@concord/shared/rules/people";
import sql, { join, type Sql } from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import { hasChildNaming, isOneOf } from "../../records/conditions.ts";
import type { ListDefinition } from "../../records/list.ts";
import { defineNestedList } from "../../records/nested-list.ts";
import { scopeOf } from "../../records/presence.ts";
import { matchesText } from "../../records/search-terms.ts";
import { type Person, personEntity } from "./people.entity.ts";

export type PersonOrderField = "NAME" | "CREATED_AT" | "UPDATED_AT";

/** A position without an end goes on. */
function holdsPosition(wanted: boolean | null | undefined): Sql[] {
  if (wanted === null || wanted === undefined) return [];
  const holders = sql`(SELECT person_id FROM positions WHERE to_edtf IS NULL)`;
  return [wanted ? sql`h.id IN ${holders}` : sql`h.id NOT IN ${holders}`];
}

const POSITIONS = { table: "positions", owner: "person_id", value: "partner_id" };

export const personList: ListDefinition<Person, PersonFilter, PersonOrderField> = {
  entity: personEntity,
  alias: "h",
  mentions: ["partner"],
  conditions: (viewer, filter) => [
    scopeOf(viewer, policies.PERSON.policy, "h", filter.presence),
    ...(filter.text ? [matchesText("h", "PERSON", filter.text)] : []),
    ...hasChildNaming(viewer, "PARTNER", "h", POSITIONS, filter.partner),
    ...isOneOf("h", "office_id", filter.office),
    ...holdsPosition(filter.current),
  ],
  order: { NAME: "nameSort", CREATED_AT: "createdAt", UPDATED_AT: "updatedAt" },
  defaultOrder: { field: "NAME", direction: "ASC" },
};

/** People who hold or held a position at partners. */
export const peopleOfPartner = defineNestedList(
  personList,
  (partnerIds) =>
    sql`SELECT DISTINCT partner_id AS parent_id, person_id AS child_id FROM positions WHERE partner_id IN (${join([...partnerIds])})`,
);
