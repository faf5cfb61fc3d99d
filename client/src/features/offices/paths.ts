import type { OfficeFilter } from "@concord/shared/rules/offices";
import { countries, type FilterAddress, words } from "../../ui/url-state.ts";

/** The list's address: `/offices?country=IN`. */
export const officeAddress: FilterAddress<OfficeFilter> = { text: words, country: countries };

export function officePath(id: string): string {
  return `/offices/${id}`;
}

export function editOfficePath(id: string): string {
  return `/offices/${id}/edit`;
}
