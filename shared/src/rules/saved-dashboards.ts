import * as z from "zod";
import { DASHBOARD_PERIOD_LABELS } from "../vocabularies.ts";
import { dashboardFilterRule } from "./dashboards.ts";
import { code, flag, line } from "./fields.ts";

const name = line("The name", 100);
const monthly = flag("Mail each month");

export const saveDashboardRule = z.object({
  name,
  filter: dashboardFilterRule,
  period: code("The period", DASHBOARD_PERIOD_LABELS).nullish(),
  monthly: monthly.nullish(),
});

export const updateSavedDashboardRule = z.object({ name: name.optional(), monthly: monthly.optional() });
