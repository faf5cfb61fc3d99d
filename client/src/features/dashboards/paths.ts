import { type DashboardFilter, dashboardFilterRule } from "@concord/shared/rules/dashboards";
import type { FilterAddress } from "../../ui/url-state.ts";

/** The dashboard's address: `/?from=2020&office=…`. */
export const dashboardAddress: FilterAddress<DashboardFilter> = {
  rule: dashboardFilterRule,
  lists: ["office", "country", "focusArea"],
};
