import type { NeverThankedFilter, RecognitionDueFilter } from "@concord/shared/rules/reciprocity";
import { FOCUS_AREA_LABELS, PARTNER_KIND_LABELS, THANKED_KIND_LABELS } from "@concord/shared/vocabularies";
import { newPath } from "../../ui/record-paths.ts";
import { codes, count, countries, type FilterAddress, ids, months, pathWithFilter } from "../../ui/url-state.ts";

const ofPartners = {
  country: countries,
  office: ids,
  focusArea: codes(FOCUS_AREA_LABELS),
  kind: codes(PARTNER_KIND_LABELS),
};

/** The page's address: `/recognition-due?collaborations=5&months=24&country=IN`. */
export const recognitionDueAddress: FilterAddress<RecognitionDueFilter> = {
  collaborations: count,
  months,
  ...ofPartners,
};

/** `/recognition-due?show=NEVER_THANKED&who=PERSON`. */
export const neverThankedAddress: FilterAddress<NeverThankedFilter> = {
  who: codes(THANKED_KIND_LABELS),
  ...ofPartners,
};

export const NEVER_THANKED = "NEVER_THANKED";

export function recognitionDuePath(filter: RecognitionDueFilter): string {
  return pathWithFilter("/recognition-due", filter);
}

/** Where somebody is recognised: the one place that says what such a button leads to. */
export function recognisePath(who: "partner" | "person", id: string): string {
  return newPath("RECOGNITION", { [who]: id, direction: "GIVEN" });
}
