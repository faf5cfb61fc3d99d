import * as z from "zod";
import { LIMITS } from "../limits.ts";
import { DUPLICATE_KIND_LABELS, PARTNER_KIND_LABELS } from "../vocabularies.ts";
import { code, country, reference, shown, subdivision } from "./fields.ts";
import { filterCodes, filterFlag, filterIds } from "./records.ts";

const MAX_LIKELY = 20;
const LIKELY_SIZE = 5;

const typed = (label: string, max: number) =>
  z
    .string()
    .max(max, `${label} is too long. Write at most ${max} characters.`)
    .nullish()
    .transform((value) => value?.trim() || null);

const most = <Rule extends z.ZodType>(label: string, rule: Rule, max: number) =>
  z
    .array(rule)
    .max(max, `${label} are too many. Send at most ${max}.`)
    .nullish()
    .transform((values) => values ?? []);

/** A partner or person as far as somebody has typed it: what is not there yet is null. */
export const duplicateDraftRule = z.object({
  kind: code("The kind", DUPLICATE_KIND_LABELS),
  id: reference("The record")
    .nullish()
    .transform((value) => value ?? null),
  name: typed("The name", LIMITS.name),
  shortName: typed("The short name", LIMITS.shortName),
  aliases: most("Aliases", z.string().max(LIMITS.name, "An alias is too long."), LIMITS.aliases),
  partnerKind: code("The kind", PARTNER_KIND_LABELS)
    .nullish()
    .transform((value) => value ?? null),
  international: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
  country: country.nullish().transform((value) => value ?? null),
  subdivision: subdivision.nullish().transform((value) => value ?? null),
  parent: reference("The parent")
    .nullish()
    .transform((value) => value ?? null),
  website: typed("The website", LIMITS.url),
  partners: most("Partners", reference("A partner"), LIMITS.positions),
});
export type DuplicateDraft = z.output<typeof duplicateDraftRule>;

export const likelySizeRule = z.object({
  first: z.preprocess(
    (value) => value ?? LIKELY_SIZE,
    z.number().refine((value) => Number.isInteger(value) && value >= 1 && value <= MAX_LIKELY, {
      error: (issue) => `"first" is ${shown(issue.input)}. Ask for 1 to ${MAX_LIKELY} at a time.`,
    }),
  ),
});

export const duplicateFilterRule = z.object({
  kind: filterCodes("A kind", DUPLICATE_KIND_LABELS),
  office: filterIds("An office"),
  mayDecide: filterFlag,
  dismissed: filterFlag,
});
export type DuplicateFilter = z.output<typeof duplicateFilterRule>;
