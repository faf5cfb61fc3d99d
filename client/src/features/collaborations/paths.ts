import { type CollaborationFilter, collaborationFilterRule } from "@concord/shared/rules/collaborations";
import { type FilterAddress, pathWithFilter } from "../../ui/url-state.ts";

/** The list's address: `/collaborations?kind=JOINT_OPERATION&from=2005&to=2005`. */
export const collaborationAddress: FilterAddress<CollaborationFilter> = {
  rule: collaborationFilterRule,
  lists: ["kind", "stage", "partner", "office", "country", "subdivision", "focusArea", "confidentiality", "measure"],
};

export function collaborationsPath(filter: CollaborationFilter): string {
  return pathWithFilter("/collaborations", filter);
}
