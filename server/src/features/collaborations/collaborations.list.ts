import type { CollaborationFilter } from "@concord/shared/rules/collaborations";
import sql, { join } from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import { askedColumns } from "../../records/asked-columns.ts";
import {
  hasChild,
  hasChildNaming,
  hasFocusArea,
  isAsExact,
  isKnown,
  isOneOf,
  mayLieIn,
} from "../../records/conditions.ts";
import type { ListDefinition } from "../../records/list.ts";
import { defineNestedList } from "../../records/nested-list.ts";
import { scopeOf } from "../../records/presence.ts";
import { matchesText } from "../../records/search-terms.ts";
import { readTotal } from "../sums/read-total.ts";
import { type Collaboration, collaborationEntity } from "./collaborations.entity.ts";
import { isDue } from "./due.ts";

export type CollaborationOrderField = "TITLE" | "KIND" | "STAGE" | "BEGIN" | "COUNTRY" | "CREATED_AT" | "UPDATED_AT";

const PARTICIPANTS = { table: "participants", owner: "collaboration_id", value: "partner_id" };

export const collaborationList: ListDefinition<Collaboration, CollaborationFilter, CollaborationOrderField> = {
  entity: collaborationEntity,
  alias: "c",
  mentions: ["partner"],
  conditions: (viewer, filter) => [
    scopeOf(viewer, policies.COLLABORATION.policy, "c", filter.presence),
    ...(filter.text ? [matchesText("c", "COLLABORATION", filter.text)] : []),
    ...isOneOf("c", "kind", filter.kind),
    ...isOneOf("c", "stage", filter.stage),
    ...hasChildNaming(viewer, "PARTNER", "c", PARTICIPANTS, filter.partner),
    ...isOneOf("c", "office_id", filter.office),
    ...isOneOf("c", "country", filter.country),
    ...isKnown("c", "country", filter.countryKnown),
    ...isOneOf("c", "subdivision", filter.subdivision),
    ...isKnown("c", "subdivision", filter.subdivisionKnown),
    ...hasFocusArea("c", filter.focusArea),
    ...isOneOf("c", "confidentiality", filter.confidentiality),
    ...hasChild("c", { table: "outcomes", owner: "collaboration_id", value: "measure" }, filter.measure),
    ...isDue(filter.due),
    ...mayLieIn("c", "begin", filter.from, filter.to),
    ...isAsExact("c", "begin", filter.precision),
  ],
  order: {
    TITLE: "titleSort",
    KIND: "kind",
    STAGE: "stage",
    BEGIN: "beginFirst",
    COUNTRY: "country",
    CREATED_AT: "createdAt",
    UPDATED_AT: "updatedAt",
  },
  keptTotal: (viewing, filter) => readTotal(viewing, "COLLABORATION", filter),
  defaultOrder: { field: "BEGIN", direction: "DESC" },
};

/** What partners took part in. */
export const collaborationsOfPartner = defineNestedList(
  collaborationList,
  (partnerIds) =>
    sql`SELECT DISTINCT partner_id AS parent_id, collaboration_id AS child_id FROM participants
        WHERE partner_id IN (${join([...partnerIds])})`,
);

/** Which columns of collaborations a query needs. */
export const collaborationColumns = askedColumns(collaborationEntity, {
  begin: ["beginEdtf"],
  end: ["endEdtf"],
  subdivisionName: ["subdivision"],
  focusAreas: [],
  externalIds: [],
  attachments: [],
  participants: [],
  outcomes: [],
  milestones: [],
  follows: [],
  followedBy: [],
  appearances: [],
  members: [],
  recognitions: [],
  statements: [],
  office: ["officeId"],
});
