import * as z from "zod";
import { country } from "./fields.ts";
import { filterText, filterTexts } from "./records.ts";

export const officeFilterRule = z.object({ text: filterText, country: filterTexts(country) });
export type OfficeFilter = z.output<typeof officeFilterRule>;
