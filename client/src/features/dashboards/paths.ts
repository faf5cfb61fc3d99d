import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import { FOCUS_AREA_LABELS } from "@concord/shared/vocabularies";
import { codes, countries, date, type FilterAddress, ids } from "../../ui/url-state.ts";

/** The dashboard's address: `/?from=2020&office=…`. */
export const dashboardAddress: FilterAddress<DashboardFilter> = {
  from: date,
  to: date,
  office: ids,
  country: countries,
  focusArea: codes(FOCUS_AREA_LABELS),
};
