import { fold } from "@concord/shared/fold";
import { given } from "@concord/shared/rules/fields";
import { updatePartnerRule } from "@concord/shared/rules/partners";
import { externalIdKey } from "@concord/shared/rules/records";
import * as z from "zod";
import { parseInput } from "../../../records/input.ts";
import { partnerRecord } from "../../partners/partners.record.ts";
import { changedPartner, newPartner } from "../../partners/partners.service.ts";
import { PARTNER_FIELDS } from "../fields/partner-fields.ts";
import { likeDrafts } from "../likeness.ts";
import { formerName, importedKind, withMore } from "./imported-kind.ts";
import { sourceKey } from "./keys.ts";

const aliasesRule = z.array(z.object({ name: z.string() })).catch([]);

export const partnerKind = importedKind({
  kind: "PARTNER",
  definition: partnerRecord,
  fields: PARTNER_FIELDS,
  hasEmail: true,
  nameColumn: "name",
  nameOf: (values) => values.name,
  newRecord: newPartner,
  mark: "country",
  findLike: likeDrafts(({ name, shortName, aliases, kind, international, country, subdivision, parent, website }) => ({
    kind: "PARTNER",
    ...{ name, shortName, international, country, subdivision, parent, website },
    partnerKind: kind,
    aliases: aliasesRule.parse(aliases).map((alias) => alias.name),
  })),
  changed(current, said) {
    const patch = parseInput(updatePartnerRule, said);
    const former = formerName(current.name, patch.name).map((name) => ({ name, language: null }));
    return {
      ...changedPartner(current, patch),
      aliases: withMore(current.aliases, [...(patch.aliases ?? []), ...former], (alias) => fold(alias.name)),
      focusAreas: withMore(current.focusAreas, patch.focusAreas, String),
      sources: withMore(current.sources, patch.sources, sourceKey),
      externalIds: withMore(current.externalIds, patch.externalIds, externalIdKey),
    };
  },
  stored: (values) => given(parseInput(updatePartnerRule, values)),
});
