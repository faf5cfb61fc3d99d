import type { ListBehind } from "@concord/shared/lists-behind";
import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import { FOCUS_AREA_LABELS } from "@concord/shared/vocabularies";
import { codes, countries, date, type FilterAddress, ids, months, pathWithFilter } from "../../ui/url-state.ts";

/** What the page shows of the dashboard; it narrows no number. */
export interface DashboardView {
  /** Of which year the months stand in the place of the years. */
  readonly months?: string | undefined;
  /** Which country's subdivisions stand in the place of the world. */
  readonly map?: string | undefined;
  /** What the map shows. */
  readonly of?: readonly PlaceNumber[] | undefined;
  readonly quietMonths?: number | null | undefined;
}

export const PLACE_NUMBERS = { collaborations: "", partners: "", peopleRescued: "" } as const;
export type PlaceNumber = keyof typeof PLACE_NUMBERS;

export type DashboardAddress = DashboardFilter & DashboardView;

/** The dashboard's address: `/?from=2020&office=…&months=2024&map=IN`. */
export const dashboardAddress: FilterAddress<DashboardAddress> = {
  from: date,
  to: date,
  office: ids,
  country: countries,
  focusArea: codes(FOCUS_AREA_LABELS),
  months: ([year]) => (year && /^(?!0000)\d{4}$/.test(year) ? year : undefined),
  map: (values) => countries(values)?.[0],
  of: codes(PLACE_NUMBERS),
  quietMonths: months,
};

/** What of the address is asked of the server. */
export function filterIn({ from, to, office, country, focusArea }: DashboardAddress): DashboardFilter {
  return { from, to, office, country, focusArea };
}

/** What of the address is how the page shows it. */
export function viewIn({ months, map, of, quietMonths }: DashboardAddress): DashboardView {
  return { months, map, of, quietMonths };
}

export function dashboardPath(address: DashboardAddress): string {
  return pathWithFilter("/", address);
}

/** The address of the list behind a number. */
export function pathTo({ list, filter }: ListBehind): string {
  return pathWithFilter(`/${list}`, filter);
}
