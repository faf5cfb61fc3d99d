import * as z from "zod";
import { shown } from "./fields.ts";

const YEAR = { from: 1900, to: 9999 };

const wrongYear = ({ input }: { readonly input?: unknown }) =>
  `"year" is ${shown(input)}. Ask for a year from ${YEAR.from} to ${YEAR.to}, as ?year=2026.`;

/** Of which year a report is wanted, as an address says it. */
export const yearReportRule = z.object({
  year: z
    .string({ error: wrongYear })
    .regex(/^\d{4}$/, { error: wrongYear })
    .transform(Number)
    .refine((value) => value >= YEAR.from && value <= YEAR.to, { error: wrongYear }),
});
