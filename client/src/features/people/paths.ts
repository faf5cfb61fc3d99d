import type { PersonFilter } from "@concord/shared/rules/people";
import { type FilterAddress, flag, ids, words } from "../../ui/url-state.ts";

/** The list's address: `/people?text=chief&current=true`. */
export const personAddress: FilterAddress<PersonFilter> = { text: words, partner: ids, office: ids, current: flag };
