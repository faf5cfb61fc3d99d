import type { DashboardQuery } from "../../generated/graphql.ts";

/** The dashboard as its page reads it. */
export type DashboardData = DashboardQuery["dashboard"];
