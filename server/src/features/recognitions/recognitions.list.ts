import type { RecognitionFilter } from "@concord/shared/rules/recognitions";
import sql, { join, type Sql } from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import type { Viewer } from "../../access/viewer.ts";
import { hasChildNaming, hasFocusArea, isAsExact, isIn, isOneOf, mayLieIn } from "../../records/conditions.ts";
import type { ListDefinition } from "../../records/list.ts";
import { defineNestedList } from "../../records/nested-list.ts";
import { scopeOf } from "../../records/presence.ts";
import { isIssued } from "../../records/recognised.ts";
import { whereThere } from "../../records/scope.ts";
import { matchesText } from "../../records/search-terms.ts";
import { readTotal } from "../sums/read-total.ts";
import { type Recognition, recognitionEntity } from "./recognitions.entity.ts";

export type RecognitionOrderField = "TITLE" | "KIND" | "DIRECTION" | "DATE" | "CREATED_AT" | "UPDATED_AT";

/** A partner that gives or receives is of one of the countries. */
function isOfCountry(viewer: Viewer, wanted: readonly string[] | null | undefined): Sql[] {
  if (wanted === null || wanted === undefined) return [];
  return [
    sql`EXISTS (SELECT 1 FROM recognition_parties rp JOIN partners rpp ON rpp.id = rp.partner_id
        WHERE rp.recognition_id = r.id AND ${whereThere(viewer, policies.PARTNER.policy, "rpp")}
          AND ${isIn(sql`rpp.country`, wanted)})`,
  ];
}

/** What was issued, where no stage is wanted; the trash shows whatever can be restored. */
function isAtStage({ stage, presence }: RecognitionFilter): Sql[] {
  if (stage !== null && stage !== undefined) return isOneOf("r", "stage", stage);
  return presence === "IN_TRASH" ? [] : [isIssued("r")];
}

const PARTIES = { table: "recognition_parties", owner: "recognition_id", value: "partner_id" };

export const recognitionList: ListDefinition<Recognition, RecognitionFilter, RecognitionOrderField> = {
  entity: recognitionEntity,
  alias: "r",
  mentions: ["partner"],
  conditions: (viewer, filter) => [
    scopeOf(viewer, policies.RECOGNITION.policy, "r", filter.presence),
    ...(filter.text ? [matchesText("r", "RECOGNITION", filter.text)] : []),
    ...isOneOf("r", "kind", filter.kind),
    ...isOneOf("r", "direction", filter.direction),
    ...isAtStage(filter),
    ...hasChildNaming(viewer, "PARTNER", "r", PARTIES, filter.partner),
    ...isOneOf("r", "office_id", filter.office),
    ...isOfCountry(viewer, filter.country),
    ...hasFocusArea("r", filter.focusArea),
    ...isOneOf("r", "confidentiality", filter.confidentiality),
    ...mayLieIn("r", "date", filter.from, filter.to),
    ...isAsExact("r", "date", filter.precision),
  ],
  order: {
    TITLE: "titleSort",
    KIND: "kind",
    DIRECTION: "direction",
    DATE: "dateFirst",
    CREATED_AT: "createdAt",
    UPDATED_AT: "updatedAt",
  },
  keptTotal: (viewing, filter) => readTotal(viewing, "RECOGNITION", filter),
  defaultOrder: { field: "DATE", direction: "DESC" },
};

/** Recognitions of which partners, or people of them, are givers or recipients. */
export const recognitionsOfPartner = defineNestedList(
  recognitionList,
  (ids) =>
    sql`SELECT DISTINCT partner_id AS parent_id, recognition_id AS child_id FROM recognition_parties
        WHERE partner_id IN (${join([...ids])})`,
);

/** Recognitions of which people are givers or recipients. */
export const recognitionsOfPerson = defineNestedList(
  recognitionList,
  (ids) =>
    sql`SELECT DISTINCT person_id AS parent_id, recognition_id AS child_id FROM recognition_parties
        WHERE person_id IN (${join([...ids])})`,
);

/** Recognitions that honour collaborations. */
export const recognitionsOfCollaboration = defineNestedList(
  recognitionList,
  (ids) =>
    sql`SELECT collaboration_id AS parent_id, recognition_id AS child_id FROM recognition_honours
        WHERE collaboration_id IN (${join([...ids])})`,
);
