import * as z from "zod";
import { shown } from "./fields.ts";

const YEAR = { from: 1900, to: 9999 };

/** Of which year a report is wanted. */
export const yearReportRule = z.object({
  year: z.coerce.number().refine((value) => Number.isInteger(value) && value >= YEAR.from && value <= YEAR.to, {
    error: (issue) => `"year" is ${shown(issue.input)}. Ask for a year from ${YEAR.from} to ${YEAR.to}.`,
  }),
});
