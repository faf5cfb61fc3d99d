import * as z from "zod";
import { LIMITS } from "../limits.ts";
import { IMPORT_DECISION_LABELS, IMPORT_RESULT_LABELS, IMPORT_VERDICT_LABELS } from "../vocabularies.ts";
import type { FieldIssue } from "./check.ts";
import { code, line, reference } from "./fields.ts";
import { filterCodes } from "./records.ts";

/** How a file is read instead of how it was found to be written. */
export const readImportRule = z.object({
  encoding: z.enum(["UTF_8", "UTF_16LE", "UTF_16BE", "WINDOWS_1252", "MACINTOSH"]).nullish(),
  separator: z
    .enum([",", ";", "\t", "|"], { error: "A separator is a comma, a semicolon, a tab or a bar. Choose one of them." })
    .nullish(),
  sheet: z.string().max(100, "The name of the sheet is too long. Choose one of the workbook's.").nullish(),
});

const field = z.string().max(100, "There is no such field. Choose one of the list.");

/** What the columns of a file hold, and what is said for all rows. */
export const mapImportRule = z.object({
  columns: z.array(field.nullable()).max(LIMITS.importColumns, `Match at most ${LIMITS.importColumns} columns.`),
  forAll: z
    .array(z.object({ field, value: line("What is said for all rows", LIMITS.name) }))
    .max(100, "Too much is said for all rows. Say each field once.")
    .nullish()
    .transform((value) => value ?? []),
  dateOrder: z.enum(["DAY_FIRST", "MONTH_FIRST"]).nullish(),
  system: line("What the external ids are ids of", LIMITS.externalSystem).nullish(),
  office: reference("The office").nullish(),
});

export const decideImportRowsRule = z.object({
  decision: code("The decision", IMPORT_DECISION_LABELS),
  rows: z.array(z.number().int()).max(LIMITS.importDecisions, "Decide on fewer rows at once.").nullish(),
  verdict: code("The verdict", IMPORT_VERDICT_LABELS).nullish(),
});

/** Single rows, or all of a kind. */
export function decideImportRowsConsistency(values: Partial<z.output<typeof decideImportRowsRule>>): FieldIssue[] {
  const isOne = (values.rows ? 1 : 0) + (values.verdict ? 1 : 0) === 1;
  return isOne
    ? []
    : [{ path: "rows", message: "Name the rows, or a verdict for all rows that have it: one of the two." }];
}

export const importRowFilterRule = z.object({
  verdict: filterCodes("A verdict", IMPORT_VERDICT_LABELS),
  decision: filterCodes("A decision", IMPORT_DECISION_LABELS),
  result: filterCodes("A result", IMPORT_RESULT_LABELS),
});
export type ImportRowFilter = z.output<typeof importRowFilterRule>;
