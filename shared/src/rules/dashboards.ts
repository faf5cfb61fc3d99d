import * as z from "zod";
import { FOCUS_AREA_LABELS } from "../vocabularies.ts";
import { country, shown } from "./fields.ts";
import { filterCodes, filterDate, filterIds, filterMonths, filterTexts } from "./records.ts";

export const dashboardFilterRule = z.object({
  from: filterDate,
  to: filterDate,
  office: filterIds("An office"),
  country: filterTexts(country),
  focusArea: filterCodes("A focus area", FOCUS_AREA_LABELS),
});
export type DashboardFilter = z.output<typeof dashboardFilterRule>;

const YEAR = { from: 1, to: 9999 };

/** Of which year the months are wanted. */
export const dashboardMonthsRule = z.object({
  year: z
    .number()
    .refine((value) => Number.isInteger(value) && value >= YEAR.from && value <= YEAR.to, {
      error: (issue) => `"year" is ${shown(issue.input)}. Ask for a year from ${YEAR.from} to ${YEAR.to}.`,
    })
    .nullish(),
});

/** Of which country the subdivisions are wanted. */
export const dashboardPlaceRule = z.object({ country: country.nullish() });

export const quietMonthsRule = z.object({ quietMonths: filterMonths("quietMonths") });
