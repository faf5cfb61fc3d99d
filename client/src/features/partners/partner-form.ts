import { checkInput } from "@concord/shared/rules/check";
import { createPartnerRule, partnerConsistency } from "@concord/shared/rules/partners";
import type { FocusArea, PartnerKind, PartnerStatus } from "@concord/shared/vocabularies";
import type { PartnerFieldsFragment } from "../../generated/graphql.ts";
import { rememberName } from "../../ui/known-names.ts";
import type { SourceValues } from "../../ui/sources-input.tsx";

/** What the form of a partner holds, in the shape of the input. */
export type PartnerFormValues = {
  name: string;
  shortName: string | null;
  aliases: { name: string; language: string | null }[];
  kind: PartnerKind | null;
  status: PartnerStatus;
  statusSince: string | null;
  parent: string | null;
  international: boolean;
  country: string | null;
  subdivision: string | null;
  focusAreas: FocusArea[];
  summary: string | null;
  website: string | null;
  sources: SourceValues[];
  office: string;
};

export const PARTNER_LABELS: Readonly<Record<keyof PartnerFormValues, string>> = {
  name: "Name",
  shortName: "Short name",
  aliases: "Aliases",
  kind: "Kind",
  status: "Status",
  statusSince: "Status since",
  parent: "Part of",
  international: "International",
  country: "Country",
  subdivision: "State or province",
  focusAreas: "Focus areas",
  summary: "Summary",
  website: "Website",
  sources: "Sources",
  office: "Responsible office",
};

export function newPartner(office: string): PartnerFormValues {
  return {
    name: "",
    shortName: null,
    aliases: [],
    kind: null,
    status: "ACTIVE",
    statusSince: null,
    parent: null,
    international: false,
    country: null,
    subdivision: null,
    focusAreas: [],
    summary: null,
    website: null,
    sources: [],
    office,
  };
}

export function partnerValues(partner: PartnerFieldsFragment): PartnerFormValues {
  rememberName(partner.parent);
  rememberName(partner.office);
  const { name, shortName, kind, status, international, country, subdivision, summary, website } = partner;
  return {
    name,
    shortName,
    aliases: partner.aliases.map((alias) => ({ name: alias.name, language: alias.language })),
    kind,
    status,
    statusSince: partner.statusHistory[0]?.since ?? null,
    parent: partner.parent?.id ?? null,
    international,
    country,
    subdivision,
    focusAreas: [...partner.focusAreas],
    summary,
    website,
    sources: partner.sources.map(({ title, url, date }) => ({ title, url, date })),
    office: partner.office.id,
  };
}

export function checkPartner(values: PartnerFormValues) {
  const checked = checkInput(createPartnerRule, values, partnerConsistency);
  if (!checked.ok) return checked;
  const { id: _id, statusHistory: _statusHistory, ...input } = checked.value;
  return { ok: true as const, value: input };
}
