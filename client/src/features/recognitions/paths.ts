import { type RecognitionFilter, recognitionFilterRule } from "@concord/shared/rules/recognitions";
import { type FilterAddress, pathWithFilter } from "../../ui/url-state.ts";

/** The list's address: `/recognitions?direction=RECEIVED&from=2022`. */
export const recognitionAddress: FilterAddress<RecognitionFilter> = {
  rule: recognitionFilterRule,
  lists: ["kind", "direction", "partner", "office", "country", "focusArea", "confidentiality"],
};

export function recognitionsPath(filter: RecognitionFilter): string {
  return pathWithFilter("/recognitions", filter);
}
