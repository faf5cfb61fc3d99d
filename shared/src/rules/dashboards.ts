import * as z from "zod";
import { FOCUS_AREA_LABELS } from "../vocabularies.ts";
import { country } from "./fields.ts";
import { filterCodes, filterDate, filterIds, filterTexts } from "./records.ts";

export const dashboardFilterRule = z.object({
  from: filterDate,
  to: filterDate,
  office: filterIds("An office"),
  country: filterTexts(country),
  focusArea: filterCodes("A focus area", FOCUS_AREA_LABELS),
});
export type DashboardFilter = z.output<typeof dashboardFilterRule>;
