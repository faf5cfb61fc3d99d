import { checkInput } from "@concord/shared/rules/check";
import { createPartnerRule, partnerConsistency } from "@concord/shared/rules/partners";
import type { FocusArea, PartnerKind, PartnerStatus } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import type { DuplicateDraft, PartnerFieldsFragment } from "../../generated/graphql.ts";
import type { ExternalIdValues } from "../../ui/external-ids-input.tsx";
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
  email: string | null;
  externalIds: ExternalIdValues[];
  sources: SourceValues[];
  office: string;
};

export const partnerLabels = (): Readonly<Record<keyof PartnerFormValues, string>> => ({
  name: t`Name`,
  shortName: t`Short name`,
  aliases: t`Aliases`,
  kind: t`Kind`,
  status: t`Status`,
  statusSince: t`Status since`,
  parent: t`Part of`,
  international: t`International`,
  country: t`Country`,
  subdivision: t`State or province`,
  focusAreas: t`Focus areas`,
  summary: t`Summary`,
  website: t`Website`,
  email: t`E-mail`,
  externalIds: t`External ids`,
  sources: t`Sources`,
  office: t`Responsible office`,
});

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
    email: null,
    externalIds: [],
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
    email: partner.email,
    externalIds: partner.externalIds.map(({ system, value }) => ({ system, value })),
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

/** What likely duplicates are looked for by. */
export function partnerDraft(values: PartnerFormValues, id: string | null): DuplicateDraft {
  const { name, shortName, aliases, kind, parent, international, country, subdivision, website } = values;
  return {
    kind: "PARTNER",
    id,
    name,
    shortName,
    aliases: aliases.map((alias) => alias.name).filter((alias) => alias !== ""),
    partnerKind: kind,
    parent,
    international,
    country,
    subdivision,
    website,
  };
}
