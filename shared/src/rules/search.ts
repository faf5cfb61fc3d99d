import * as z from "zod";
import { LIMITS, MAX_SEARCH_SIZE, SEARCH_SIZE } from "../limits.ts";
import { RECORD_KIND_LABELS } from "../vocabularies.ts";
import { shown } from "./fields.ts";
import { filterCodes } from "./records.ts";

export const searchRule = z.object({
  text: z
    .string()
    .max(LIMITS.filterText, `The words to look for are too long. Write at most ${LIMITS.filterText} characters.`),
  kinds: filterCodes("A kind", RECORD_KIND_LABELS),
  first: z.preprocess(
    (value) => value ?? SEARCH_SIZE,
    z.number().refine((value) => Number.isInteger(value) && value >= 1 && value <= MAX_SEARCH_SIZE, {
      error: (issue) => `"first" is ${shown(issue.input)}. Ask for 1 to ${MAX_SEARCH_SIZE} at a time.`,
    }),
  ),
});
