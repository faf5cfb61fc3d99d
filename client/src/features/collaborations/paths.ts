import type { CollaborationFilter } from "@concord/shared/rules/collaborations";
import {
  COLLABORATION_DUE_LABELS,
  COLLABORATION_KIND_LABELS,
  CONFIDENTIALITY_LABELS,
  DATE_PRECISION_LABELS,
  FOCUS_AREA_LABELS,
  OUTCOME_MEASURE_LABELS,
  STAGE_LABELS,
} from "@concord/shared/vocabularies";
import {
  codes,
  countries,
  date,
  type FilterAddress,
  flag,
  ids,
  pathWithFilter,
  subdivisions,
  words,
} from "../../ui/url-state.ts";

/** The list's address: `/collaborations?kind=JOINT_OPERATION&from=2005&to=2005`. */
export const collaborationAddress: FilterAddress<CollaborationFilter> = {
  text: words,
  kind: codes(COLLABORATION_KIND_LABELS),
  stage: codes(STAGE_LABELS),
  partner: ids,
  office: ids,
  country: countries,
  countryKnown: flag,
  subdivision: subdivisions,
  subdivisionKnown: flag,
  focusArea: codes(FOCUS_AREA_LABELS),
  confidentiality: codes(CONFIDENTIALITY_LABELS),
  measure: codes(OUTCOME_MEASURE_LABELS),
  due: codes(COLLABORATION_DUE_LABELS),
  from: date,
  to: date,
  precision: codes(DATE_PRECISION_LABELS),
};

export function collaborationsPath(filter: CollaborationFilter): string {
  return pathWithFilter("/collaborations", filter);
}
