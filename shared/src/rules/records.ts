import * as z from "zod";
import { fold } from "../fold.ts";
import { LIMITS, MAX_PAGE_SIZE, PAGE_SIZE } from "../limits.ts";
import { parsePartialDate } from "../partial-date.ts";
import { CONFIDENTIALITY_LABELS, FOCUS_AREA_LABELS } from "../vocabularies.ts";
import type { FieldIssue } from "./check.ts";
import {
  code,
  defaulted,
  filledIn,
  isSubdivisionOf,
  line,
  listOf,
  optional,
  partialDate,
  reference,
  setOf,
  shown,
  webAddress,
} from "./fields.ts";

/** Fields that several kinds of record have. */
export const sourceRule = z.object({
  title: line("The title of a source", LIMITS.sourceTitle),
  url: optional(webAddress).create,
  date: optional(partialDate).create,
});
export type Source = z.output<typeof sourceRule>;

const externalIdRule = z.object({
  system: line("The system of an external id", LIMITS.externalSystem),
  value: line("An external id", LIMITS.externalId),
});
/** What another system, or a list that an office keeps, calls the record. */
export type ExternalId = z.output<typeof externalIdRule>;
export const externalIds = listOf("External ids", externalIdRule, LIMITS.externalIds);

/** The same for the same id of the same system, however the system's name is written. */
export function externalIdKey({ system, value }: ExternalId): string {
  return `${fold(system)} ${value}`;
}

/** No external id stands twice. */
export function externalIdIssues(values: { readonly externalIds?: readonly ExternalId[] }): FieldIssue[] {
  return repeatedIssues(
    "externalIds",
    values.externalIds,
    externalIdKey,
    () => "This external id is there already. Remove one of the two.",
    "value",
  );
}

export const focusAreas = setOf(
  "Focus areas",
  code("A focus area", FOCUS_AREA_LABELS),
  Object.keys(FOCUS_AREA_LABELS).length,
);
export const office = filledIn(reference("The office"));
export const confidentiality = defaulted(code("Confidentiality", CONFIDENTIALITY_LABELS), "INTERNAL");
export const members = setOf("Members", reference("A member"), LIMITS.members);
export const linkedCollaborations = (label: string) => setOf(label, reference("A collaboration"), LIMITS.links);

/** Where a list begins and how long a page of it is. */
export const pageRule = z.object({
  first: z.preprocess(
    (value) => value ?? PAGE_SIZE,
    z.number().refine((value) => Number.isInteger(value) && value >= 1 && value <= MAX_PAGE_SIZE, {
      error: (issue) => `"first" is ${shown(issue.input)}. Ask for 1 to ${MAX_PAGE_SIZE} at a time.`,
    }),
  ),
  after: z.string().max(2_000, "The cursor is too long. Take endCursor of the page before.").nullish(),
});

const anyOf = <Rule extends z.ZodType>(rule: Rule) =>
  z.array(rule).max(LIMITS.filterValues, `A filter takes at most ${LIMITS.filterValues} values.`).nullish();

export const filterCodes = <Code extends string>(label: string, labels: Readonly<Record<Code, string>>) =>
  anyOf(code(label, labels));
export const filterIds = (label: string) => anyOf(reference(label));
export const filterTexts = <Rule extends z.ZodType>(rule: Rule) => anyOf(rule);
export const filterText = z
  .string()
  .max(LIMITS.filterText, `The words to look for are too long. Write at most ${LIMITS.filterText} characters.`)
  .nullish();
/** A whole number from 1 on. */
const filterNumber = (name: string, max: number) =>
  z
    .number()
    .refine((value) => Number.isInteger(value) && value >= 1 && value <= max, {
      error: (issue) =>
        `"${name}" is ${shown(issue.input)}. Write a whole number from 1 to ${max.toLocaleString("en-GB")}.`,
    })
    .nullish();
export const filterMonths = (name: string) => filterNumber(name, LIMITS.filterMonths);
export const filterCount = (name: string) => filterNumber(name, LIMITS.filterCount);
export const filterFlag = z.boolean().nullish();
export const presence = z.enum(["PRESENT", "IN_TRASH"]).nullish();
export const filterDate = partialDate.nullish();

/** From not after to. */
export function periodIssues(from: string | null | undefined, to: string | null | undefined): FieldIssue[] {
  const [begin, end] = [from, to].map((text) => (text ? parsePartialDate(text) : undefined));
  if (!begin || !end || begin.first <= end.last) return [];
  return [
    { path: "to", message: `The period ends at ${end.edtf}, before it begins at ${begin.edtf}. Exchange the two.` },
  ];
}

/** A state or province stands with its country. */
export function placeIssues(country: string | null | undefined, subdivision: string | null | undefined): FieldIssue[] {
  if (!subdivision) return [];
  if (!country)
    return [
      { path: "subdivision", message: `${shown(subdivision)} stands without a country. Choose its country, too.` },
    ];
  if (isSubdivisionOf(subdivision, country)) return [];
  return [
    {
      path: "subdivision",
      message: `${shown(subdivision)} is not in the country ${shown(country)}. Choose one that is.`,
    },
  ];
}

/** Items of a list that are there twice; the second is at fault. */
export function repeatedIssues<Item>(
  list: string,
  items: readonly Item[] | undefined,
  keyOf: (item: Item) => string,
  message: (item: Item) => string,
  field?: string,
): FieldIssue[] {
  const keys = (items ?? []).map(keyOf);
  return (items ?? []).flatMap((item, index) =>
    keys.indexOf(keys[index] ?? "") < index
      ? [{ path: [list, index, ...(field ? [field] : [])].join("."), message: message(item) }]
      : [],
  );
}
