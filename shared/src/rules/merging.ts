import { fold } from "../fold.ts";
import { distinctAliases, type PartnerAlias, type PartnerValues } from "./partners.ts";
import type { PersonValues, PositionValues } from "./people.ts";
import { externalIdKey, type Source } from "./records.ts";

/** How two records of one thing become one: what the page proposes, and what the API does where nobody chose. */

/** Whose value the one record takes. */
export type Side = "keep" | "merge";

/** The choices between two partners: the fields of a choice only make sense together. */
export const PARTNER_CHOICES = {
  name: ["name"],
  shortName: ["shortName"],
  kind: ["kind"],
  status: ["status", "statusSince", "statusHistory"],
  parent: ["parent"],
  jurisdiction: ["international", "country", "subdivision"],
  summary: ["summary"],
  website: ["website"],
  email: ["email"],
  office: ["office"],
} as const satisfies Readonly<Record<string, readonly (keyof PartnerValues)[]>>;

/** The choices between two people. */
export const PERSON_CHOICES = {
  name: ["name"],
  email: ["email"],
  notes: ["notes"],
  office: ["office"],
} as const satisfies Readonly<Record<string, readonly (keyof PersonValues)[]>>;

function isEmpty<Values extends object>(values: Values, fields: readonly (keyof Values)[]): boolean {
  return fields.every((field) => {
    const value = values[field];
    return value === null || value === false || value === "" || (Array.isArray(value) && value.length === 0);
  });
}

/** Whose value is proposed: that of the record which stays, unless it has none. */
export function proposedSide<Values extends object>(
  keep: Values,
  merge: Values,
  fields: readonly (keyof Values & string)[],
): Side {
  // Nobody is called anew by a merge: the short name of the one that goes becomes an alias.
  if (fields.some((field) => field === "shortName")) return "keep";
  return isEmpty(keep, fields) && !isEmpty(merge, fields) ? "merge" : "keep";
}

/** The fields of `keep`, and of `merge` those that were chosen, else proposed. */
function chosen<Values extends object>(
  keep: Values,
  merge: Values,
  choices: Readonly<Record<string, readonly (keyof Values & string)[]>>,
  sides: Readonly<Record<string, Side>>,
): Values {
  const result = { ...keep };
  for (const [choice, fields] of Object.entries(choices)) {
    if ((sides[choice] ?? proposedSide(keep, merge, fields)) === "keep") continue;
    for (const field of fields) result[field] = merge[field];
  }
  return result;
}

/** Two partners as one: with the names, focus areas and sources of both. `sides` are those of `PARTNER_CHOICES`. */
export function togetherPartner(
  keep: PartnerValues,
  merge: PartnerValues,
  sides: Readonly<Record<string, Side>> = {},
): PartnerValues {
  const values = chosen(keep, merge, PARTNER_CHOICES, sides);
  return {
    ...values,
    aliases: aliasesOfBoth(keep, merge, values),
    focusAreas: [...new Set([...keep.focusAreas, ...merge.focusAreas])],
    externalIds: distinctBy([...keep.externalIds, ...merge.externalIds], externalIdKey),
    sources: distinctBy([...keep.sources, ...merge.sources], sourceKey),
  };
}

/** Every name of both that is not the name or short name of the one. */
export function aliasesOfBoth(
  keep: PartnerValues,
  merge: PartnerValues,
  one: Pick<PartnerValues, "name" | "shortName">,
): PartnerAlias[] {
  const names = [keep.name, keep.shortName, merge.name, merge.shortName].filter((name) => name !== null);
  const all = [...keep.aliases, ...merge.aliases, ...names.map((name) => ({ name, language: null }))];
  const own = new Set([one.name, one.shortName ?? ""].map(fold));
  return distinctAliases(all).filter((alias) => !own.has(fold(alias.name)));
}

/** The same for two sources that a merge takes for one. */
export function sourceKey({ title, url, date }: Source): string {
  return JSON.stringify([title, url, date]);
}

/** Two people as one: with the names and positions of both. `sides` are those of `PERSON_CHOICES`. */
export function togetherPerson(
  keep: PersonValues,
  merge: PersonValues,
  sides: Readonly<Record<string, Side>> = {},
): PersonValues {
  const values = chosen(keep, merge, PERSON_CHOICES, sides);
  return {
    ...values,
    aliases: namesOfBoth(keep, merge, values),
    positions: distinctBy([...keep.positions, ...merge.positions], positionKey),
    externalIds: distinctBy([...keep.externalIds, ...merge.externalIds], externalIdKey),
  };
}

/** Every name of both that is not the name of the one; another spelling is another name, as people want theirs right. */
export function namesOfBoth(keep: PersonValues, merge: PersonValues, one: Pick<PersonValues, "name">): string[] {
  const all = new Set([...keep.aliases, ...merge.aliases, keep.name, merge.name]);
  return [...all].filter((name) => name !== one.name);
}

/** The same for two positions that a merge takes for one. */
export function positionKey({ partner, title, rank, from, to }: PositionValues): string {
  return JSON.stringify([partner, title, rank, from, to]);
}

/** The first of those that have the same key. */
function distinctBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const keys = items.map(keyOf);
  return items.filter((_item, index) => keys.indexOf(keys[index] ?? "") === index);
}
