import type { PartnerFilter } from "@concord/shared/rules/partners";
import sql, { join } from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import { askedColumns } from "../../records/asked-columns.ts";
import { hasFocusArea, isFlag, isKnown, isOneOf, namesOneOf } from "../../records/conditions.ts";
import type { ListDefinition } from "../../records/list.ts";
import { defineNestedList } from "../../records/nested-list.ts";
import { scopeOf } from "../../records/presence.ts";
import { matchesText } from "../../records/search-terms.ts";
import { readTotal } from "../sums/read-total.ts";
import { type Partner, partnerEntity } from "./partners.entity.ts";
import { isQuietFor } from "./quiet.ts";
import { hasBalance, hasRhythm } from "./relationship.ts";

export type PartnerOrderField = "NAME" | "KIND" | "STATUS" | "COUNTRY" | "CREATED_AT" | "UPDATED_AT";

export const partnerList: ListDefinition<Partner, PartnerFilter, PartnerOrderField> = {
  entity: partnerEntity,
  alias: "p",
  mentions: ["parent"],
  conditions: (viewer, filter) => [
    scopeOf(viewer, policies.PARTNER.policy, "p", filter.presence),
    ...(filter.text ? [matchesText("p", "PARTNER", filter.text)] : []),
    ...isOneOf("p", "kind", filter.kind),
    ...isOneOf("p", "status", filter.status),
    ...isOneOf("p", "country", filter.country),
    ...isKnown("p", "country", filter.countryKnown),
    ...isOneOf("p", "subdivision", filter.subdivision),
    ...isKnown("p", "subdivision", filter.subdivisionKnown),
    ...isFlag("p", "international", filter.international),
    ...isOneOf("p", "office_id", filter.office),
    ...hasFocusArea("p", filter.focusArea),
    ...namesOneOf(viewer, "PARTNER", "p", "parent_id", filter.parent),
    ...isQuietFor(viewer, filter.quietMonths),
    ...hasRhythm(viewer, filter.rhythm),
    ...hasBalance(viewer, filter.balance),
  ],
  order: {
    NAME: "nameSort",
    KIND: "kind",
    STATUS: "status",
    COUNTRY: "country",
    CREATED_AT: "createdAt",
    UPDATED_AT: "updatedAt",
  },
  keptTotal: (viewing, filter) => readTotal(viewing, "PARTNER", filter),
  defaultOrder: { field: "NAME", direction: "ASC" },
};

/** The units of partners. */
export const unitsOfPartner = defineNestedList(
  partnerList,
  (partnerIds) => sql`SELECT parent_id, id AS child_id FROM partners WHERE parent_id IN (${join([...partnerIds])})`,
);

/** Which columns of partners a query needs. */
export const partnerColumns = askedColumns(partnerEntity, {
  subdivisionName: ["subdivision"],
  units: [],
  focusAreas: [],
  externalIds: [],
  attachments: [],
  people: [],
  collaborations: [],
  contributedTo: [],
  recognitions: [],
  recognitionBalance: [],
  reciprocity: [],
  statements: [],
  timeline: [],
  parent: ["parentId"],
  office: ["officeId"],
});
