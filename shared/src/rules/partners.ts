import * as z from "zod";
import { fold } from "../fold.ts";
import { LIMITS } from "../limits.ts";
import {
  FOCUS_AREA_LABELS,
  PARTNER_BALANCE_LABELS,
  PARTNER_KIND_LABELS,
  PARTNER_RHYTHM_LABELS,
  PARTNER_STATUS_LABELS,
} from "../vocabularies.ts";
import type { FieldIssue } from "./check.ts";
import {
  code,
  country,
  emailAddress,
  flag,
  language,
  line,
  listOf,
  newId,
  optional,
  paragraphs,
  partialDate,
  reference,
  required,
  subdivision,
  webAddress,
} from "./fields.ts";
import {
  externalIdIssues,
  externalIds,
  filterCodes,
  filterFlag,
  filterIds,
  filterMonths,
  filterText,
  filterTexts,
  focusAreas,
  office,
  placeIssues,
  presence,
  sourceRule,
} from "./records.ts";

const aliasRule = z.object({
  name: line("An alias", LIMITS.name),
  language: optional(language).create,
});
export type PartnerAlias = z.output<typeof aliasRule>;

const statusPeriodRule = z.object({
  status: code("A status", PARTNER_STATUS_LABELS),
  since: optional(partialDate).create,
});
export type PartnerStatusPeriod = z.output<typeof statusPeriodRule>;

const fields = {
  name: required(line("The name", LIMITS.name)),
  shortName: optional(line("The short name", LIMITS.shortName)),
  aliases: listOf("Aliases", aliasRule, LIMITS.aliases),
  kind: required(code("The kind", PARTNER_KIND_LABELS)),
  parent: optional(reference("The parent")),
  country: optional(country),
  subdivision: optional(subdivision),
  focusAreas,
  summary: optional(paragraphs("The summary", LIMITS.summary)),
  website: optional(webAddress),
  email: optional(emailAddress),
  externalIds,
  sources: listOf("Sources", sourceRule, LIMITS.sources),
  office,
};

const status = code("The status", PARTNER_STATUS_LABELS);
const statusSince = optional(partialDate);
const statusHistory = listOf("Statuses", statusPeriodRule, LIMITS.statuses);
const international = flag("International");

export const createPartnerRule = z.object({
  id: newId,
  name: fields.name.create,
  shortName: fields.shortName.create,
  aliases: fields.aliases.create,
  kind: fields.kind.create,
  status: status.nullish(),
  statusSince: statusSince.create,
  statusHistory: statusHistory.update,
  parent: fields.parent.create,
  international: z.preprocess((value) => value ?? false, international),
  country: fields.country.create,
  subdivision: fields.subdivision.create,
  focusAreas: fields.focusAreas.create,
  summary: fields.summary.create,
  website: fields.website.create,
  email: fields.email.create,
  externalIds: fields.externalIds.create,
  sources: fields.sources.create,
  office: fields.office.create,
});

export const updatePartnerRule = z.object({
  name: fields.name.update,
  shortName: fields.shortName.update,
  aliases: fields.aliases.update,
  kind: fields.kind.update,
  status: status.optional(),
  statusSince: statusSince.update,
  statusHistory: statusHistory.update,
  parent: fields.parent.update,
  international: international.optional(),
  country: fields.country.update,
  subdivision: fields.subdivision.update,
  focusAreas: fields.focusAreas.update,
  summary: fields.summary.update,
  website: fields.website.update,
  email: fields.email.update,
  externalIds: fields.externalIds.update,
  sources: fields.sources.update,
  office: fields.office.update,
});
export type UpdatePartner = z.output<typeof updatePartnerRule>;

/** A partner, whole, in the shape of its input. The first of `statusHistory` is `status` since `statusSince`. */
export interface PartnerValues
  extends Omit<z.output<typeof createPartnerRule>, "id" | "status" | "statusHistory" | "office"> {
  readonly status: PartnerStatusPeriod["status"];
  readonly statusHistory: PartnerStatusPeriod[];
  readonly office: string;
}

/** Rules between the fields of a partner; `id` is its own, where it has one. */
export function partnerConsistency(
  values: Partial<
    Pick<PartnerValues, "international" | "country" | "subdivision" | "parent" | "aliases" | "externalIds">
  >,
  id?: string,
): FieldIssue[] {
  const issues = [...placeIssues(values.country, values.subdivision), ...externalIdIssues(values)];
  if (values.international && values.country) {
    issues.push({
      path: "country",
      message: "The jurisdiction is international, so there is no country. Empty the country, or untick international.",
    });
  }
  if (id !== undefined && values.parent === id) {
    issues.push({ path: "parent", message: "A partner cannot be a unit of itself. Choose another parent, or none." });
  }
  return issues;
}

/** Aliases without those that say the same, whatever their case and accents. */
export function distinctAliases(aliases: readonly PartnerAlias[]): PartnerAlias[] {
  const keys = aliases.map((alias) => fold(alias.name));
  return aliases.filter((_alias, index) => keys.indexOf(keys[index] ?? "") === index);
}

export const partnerFilterRule = z.object({
  text: filterText,
  kind: filterCodes("A kind", PARTNER_KIND_LABELS),
  status: filterCodes("A status", PARTNER_STATUS_LABELS),
  country: filterTexts(country),
  countryKnown: filterFlag,
  subdivision: filterTexts(subdivision),
  subdivisionKnown: filterFlag,
  international: filterFlag,
  office: filterIds("An office"),
  focusArea: filterCodes("A focus area", FOCUS_AREA_LABELS),
  parent: filterIds("A parent"),
  quietMonths: filterMonths("quietMonths"),
  rhythm: filterCodes("A rhythm", PARTNER_RHYTHM_LABELS),
  balance: filterCodes("A balance", PARTNER_BALANCE_LABELS),
  presence,
});
export type PartnerFilter = z.output<typeof partnerFilterRule>;
