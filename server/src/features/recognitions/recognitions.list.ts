import type { RecognitionFilter } from "@concord/shared/rules/recognitions";
import sql, { join, type Sql } from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import type { Viewer } from "../../access/viewer.ts";
import { askedColumns } from "../../records/asked-columns.ts";
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

/**
 * For the wall is what was issued, is public and honours nothing that is not. A collaboration that the viewer may not know of counts
 * for nothing: else the wall would tell of it by what it leaves out.
 */
function isOnWall(viewer: Viewer, wanted: boolean | null | undefined): Sql[] {
  if (wanted === null || wanted === undefined) return [];
  const isFit = sql`(r.confidentiality = 'PUBLIC' AND ${isIssued("r")} AND NOT EXISTS (
      SELECT 1 FROM recognition_honours rh JOIN collaborations rhc ON rhc.id = rh.collaboration_id
      WHERE rh.recognition_id = r.id AND rhc.confidentiality <> 'PUBLIC'
        AND ${whereThere(viewer, policies.COLLABORATION.policy, "rhc")}))`;
  return [wanted ? isFit : sql`NOT ${isFit}`];
}

/** What was issued, where no stage is wanted; the trash shows whatever can be restored. */
function isAtStage({ stage, presence }: RecognitionFilter): Sql[] {
  if (stage !== null && stage !== undefined) return isOneOf("r", "stage", stage);
  return presence === "IN_TRASH" ? [] : [isIssued("r")];
}

const PARTIES = { table: "recognition_parties", owner: "recognition_id" };

export const recognitionList: ListDefinition<Recognition, RecognitionFilter, RecognitionOrderField> = {
  entity: recognitionEntity,
  alias: "r",
  mentions: ["partner", "person"],
  conditions: (viewer, filter) => [
    scopeOf(viewer, policies.RECOGNITION.policy, "r", filter.presence),
    ...(filter.text ? [matchesText("r", "RECOGNITION", filter.text)] : []),
    ...isOneOf("r", "kind", filter.kind),
    ...isOneOf("r", "direction", filter.direction),
    ...isAtStage(filter),
    ...hasChildNaming(viewer, "PARTNER", "r", { ...PARTIES, value: "partner_id" }, filter.partner),
    ...hasChildNaming(viewer, "PERSON", "r", { ...PARTIES, value: "person_id" }, filter.person),
    ...isOneOf("r", "office_id", filter.office),
    ...isOfCountry(viewer, filter.country),
    ...hasFocusArea("r", filter.focusArea),
    ...isOneOf("r", "confidentiality", filter.confidentiality),
    ...isOnWall(viewer, filter.onWall),
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

/** Which columns of recognitions a query needs. */
export const recognitionColumns = askedColumns(recognitionEntity, {
  date: ["dateEdtf"],
  givers: [],
  recipients: [],
  honours: [],
  focusAreas: [],
  externalIds: [],
  attachments: [],
  picture: [],
  members: [],
  office: ["officeId"],
});
