import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import type { DashboardPeriod } from "@concord/shared/vocabularies";
import { EntitySchema } from "typeorm";
import { flag, id, instant, json, optional, primary, text } from "../../database/columns.ts";

/** A dashboard's filter that a user keeps. */
export interface SavedDashboard {
  id: string;
  userId: string;
  name: string;
  /** Without `from` and `to` where there is a period. */
  filter: DashboardFilter;
  period: DashboardPeriod | null;
  monthly: boolean;
  /** The month (`2026-11`) of which nothing is to be mailed any more: when it was last mailed, or asked for. */
  lastMonth: string;
  createdAt: string;
}

export const savedDashboardEntity = new EntitySchema<SavedDashboard>({
  name: "saved_dashboards",
  columns: {
    id: primary(id),
    userId: id,
    name: text(100),
    filter: json,
    period: optional(text(20)),
    monthly: flag,
    lastMonth: text(7),
    createdAt: instant,
  },
});
