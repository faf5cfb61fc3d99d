import * as z from "zod";
import { FOCUS_AREA_LABELS, PARTNER_KIND_LABELS, THANKED_KIND_LABELS } from "../vocabularies.ts";
import { country } from "./fields.ts";
import { filterCodes, filterCount, filterIds, filterMonths, filterTexts } from "./records.ts";

/** What narrows partners, and people by the partners where they hold or held a position. */
const ofPartners = {
  country: filterTexts(country),
  office: filterIds("An office"),
  focusArea: filterCodes("A focus area", FOCUS_AREA_LABELS),
  kind: filterCodes("A kind", PARTNER_KIND_LABELS),
};

export const recognitionDueFilterRule = z.object({
  collaborations: filterCount("collaborations"),
  months: filterMonths("months"),
  ...ofPartners,
});
export type RecognitionDueFilter = z.output<typeof recognitionDueFilterRule>;

export const neverThankedFilterRule = z.object({ who: filterCodes("Who", THANKED_KIND_LABELS), ...ofPartners });
export type NeverThankedFilter = z.output<typeof neverThankedFilterRule>;
