import type { PartnerFilter } from "@concord/shared/rules/partners";
import {
  FOCUS_AREA_LABELS,
  PARTNER_BALANCE_LABELS,
  PARTNER_KIND_LABELS,
  PARTNER_RHYTHM_LABELS,
  PARTNER_STATUS_LABELS,
} from "@concord/shared/vocabularies";
import {
  codes,
  countries,
  type FilterAddress,
  flag,
  ids,
  months,
  pathWithFilter,
  subdivisions,
  words,
} from "../../ui/url-state.ts";

/** The list's address: `/partners?text=pnp&country=PH&sort=-UPDATED_AT`. */
export const partnerAddress: FilterAddress<PartnerFilter> = {
  text: words,
  kind: codes(PARTNER_KIND_LABELS),
  status: codes(PARTNER_STATUS_LABELS),
  country: countries,
  countryKnown: flag,
  subdivision: subdivisions,
  subdivisionKnown: flag,
  international: flag,
  office: ids,
  focusArea: codes(FOCUS_AREA_LABELS),
  parent: ids,
  quietMonths: months,
  rhythm: codes(PARTNER_RHYTHM_LABELS),
  balance: codes(PARTNER_BALANCE_LABELS),
};

export function partnersPath(filter: PartnerFilter): string {
  return pathWithFilter("/partners", filter);
}
