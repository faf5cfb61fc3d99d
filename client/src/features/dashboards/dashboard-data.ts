import type {
  DashboardHealthQuery,
  DashboardMonthsQuery,
  DashboardOfficesQuery,
  DashboardQuery,
  DashboardSharesQuery,
  DashboardSubdivisionsQuery,
} from "../../generated/graphql.ts";

/** The dashboard, and its sections, as their page reads them. */
export type DashboardData = DashboardQuery["dashboard"];
export type MonthRow = DashboardMonthsQuery["dashboard"]["byMonth"][number];
export type SubdivisionRow = DashboardSubdivisionsQuery["dashboard"]["bySubdivision"][number];
export type SharesData = DashboardSharesQuery["dashboard"];
export type OfficeRow = DashboardOfficesQuery["dashboard"]["byOffice"][number];
export type HealthData = DashboardHealthQuery["dashboard"]["health"];
