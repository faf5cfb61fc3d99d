import { PARTNER_CHOICES, type Side, sourceKey, togetherPartner } from "@concord/shared/rules/merging";
import type { PartnerValues } from "@concord/shared/rules/partners";
import { externalIdKey } from "@concord/shared/rules/records";
import type { TwoPartnersQuery, UpdatePartnerInput } from "../../generated/graphql.ts";
import { partnerValues } from "../partners/partner-form.ts";
import { differingChoices, type IsLeftOut, whereLeftOut } from "./two-records.ts";

export type MergedPartner = NonNullable<TwoPartnersQuery["keep"]>;
export type PartnerChoice = keyof typeof PARTNER_CHOICES;

/** A partner in the shape of the input, beside the one that it is merged with: neither can be the other's parent. */
export function valuesBeside(partner: MergedPartner, other: MergedPartner): PartnerValues {
  const parentId = partner.parent?.id ?? null;
  const isBetween = other.id === parentId || other.units.edges.some(({ node }) => node.id === parentId);
  return {
    ...partnerValues(partner),
    kind: partner.kind,
    statusHistory: partner.statusHistory.map(({ status, since }) => ({ status, since })),
    parent: isBetween ? null : parentId,
  };
}

/** What is sent: of what differs, what was chosen; and lists from which something was left out. */
export function chosenPartner(
  keep: PartnerValues,
  merge: PartnerValues,
  sides: Readonly<Record<string, Side>>,
  isLeftOut: IsLeftOut,
): UpdatePartnerInput {
  const both = togetherPartner(keep, merge, sides);
  const fields = differingChoices(PARTNER_CHOICES, keep, merge).flatMap((choice) => [...PARTNER_CHOICES[choice]]);
  return {
    ...Object.fromEntries(fields.map((field) => [field, both[field]])),
    aliases: whereLeftOut(both.aliases, (alias) => isLeftOut("aliases", alias.name)),
    focusAreas: whereLeftOut(both.focusAreas, (area) => isLeftOut("focusAreas", area)),
    externalIds: whereLeftOut(both.externalIds, (id) => isLeftOut("externalIds", externalIdKey(id))),
    sources: whereLeftOut(both.sources, (source) => isLeftOut("sources", sourceKey(source))),
  };
}
