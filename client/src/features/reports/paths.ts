import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import { pathWithFilter } from "../../ui/url-state.ts";

/** The dashboard under a filter as a PDF, made by the server. */
export function dashboardReportPath(filter: DashboardFilter): string {
  return pathWithFilter("/reports/dashboard.pdf", filter);
}

/** What there was between us and a partner in a year, as a PDF. */
export function partnerReportPath(id: string, year: number): string {
  return `/reports/partners/${id}.pdf?year=${year}`;
}
