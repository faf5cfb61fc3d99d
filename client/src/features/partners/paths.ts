import { type PartnerFilter, partnerFilterRule } from "@concord/shared/rules/partners";
import { type FilterAddress, pathWithFilter } from "../../ui/url-state.ts";

/** The list's address: `/partners?text=pnp&country=PH&sort=-UPDATED_AT`. */
export const partnerAddress: FilterAddress<PartnerFilter> = {
  rule: partnerFilterRule,
  lists: ["kind", "status", "country", "subdivision", "office", "focusArea", "parent"],
  flags: ["international"],
};

export function partnersPath(filter: PartnerFilter): string {
  return pathWithFilter("/partners", filter);
}
