import { type PersonFilter, personFilterRule } from "@concord/shared/rules/people";
import type { FilterAddress } from "../../ui/url-state.ts";

/** The list's address: `/people?text=chief&current=true`. */
export const personAddress: FilterAddress<PersonFilter> = {
  rule: personFilterRule,
  lists: ["partner", "office"],
  flags: ["current"],
};
