import { readFileSync } from "node:fs";
import { isSubdivision } from "@concord/shared/subdivisions";
import { codesOf, PARTNER_KIND_LABELS } from "@concord/shared/vocabularies";
import { parse } from "yaml";
import * as z from "zod";

const FOLDER = new URL("labelled-pairs/", import.meta.url);

const country = z.string().regex(/^[A-Z]{2}$/);

const partnerRule = z.strictObject({
  name: z.string(),
  shortName: z.string().optional(),
  aliases: z.array(z.string()).default([]),
  kind: z.enum(codesOf(PARTNER_KIND_LABELS)).optional(),
  international: z.boolean().default(false),
  country: country.optional(),
  subdivision: z.string().refine(isSubdivision, "is no state or province of ISO 3166-2").optional(),
  /** The name of the agency that it is a unit of. */
  parent: z.string().optional(),
  website: z.url().optional(),
});
export type LabelledPartner = z.output<typeof partnerRule>;

const personRule = z.strictObject({
  name: z.string(),
  aliases: z.array(z.string()).default([]),
  /** The name of the partner where they hold a position, and its country. */
  partner: z.string().optional(),
  country: country.optional(),
});
export type LabelledPerson = z.output<typeof personRule>;

/** Two records of which people know whether they are one. */
export interface LabelledPair<Side> {
  /** What makes it easy or hard, as "acronym" or "another state". */
  readonly type: string;
  readonly is: "one" | "two";
  readonly a: Side;
  readonly b: Side;
  readonly why: string;
  /** Kept out of sight while the scoring is tuned. */
  readonly held: boolean;
}

const labelRule = z.looseObject({
  is: z.enum(["one", "two"]),
  why: z.string(),
  held: z.boolean().default(false),
});

function read<Side>(file: string, sideRule: z.ZodType<Side>): LabelledPair<Side>[] {
  const typesRule = z.record(z.string(), z.array(labelRule));
  const types = typesRule.parse(parse(readFileSync(new URL(file, FOLDER), "utf8")));
  return Object.entries(types).flatMap(([type, pairs]) =>
    pairs.map(({ is, why, held, ...sides }) => {
      const { a, b } = z.strictObject({ a: sideRule, b: sideRule }).parse(sides);
      return { type, is, a, b, why, held };
    }),
  );
}

/** The labelled pairs, which lie beside this file. @throws an error of zod where one is not well formed */
export function readLabelledPairs() {
  return { partners: read("partners.yaml", partnerRule), people: read("people.yaml", personRule) };
}
