import { readdirSync, readFileSync } from "node:fs";
import { buildASTSchema, isEnumType, parse } from "graphql";
import { expect, it } from "vitest";
import * as vocabularies from "./vocabularies.ts";

const folder = new URL("../schema/", import.meta.url);
const sdl = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), "utf8"));
const schema = buildASTSchema(parse(sdl.join("\n")), { assumeValidSDL: true });

/** `PartnerKind` is the enum of `PARTNER_KIND_LABELS`. */
const enumNameOf = (labels: string) =>
  labels
    .replace("_LABELS", "")
    .toLowerCase()
    .replace(/(^|_)([a-z])/g, (_match, _gap, letter: string) => letter.toUpperCase());

it.each(Object.entries(vocabularies).filter(([name]) => name.endsWith("_LABELS")))(
  "%s has the codes of the schema",
  (name, labels) => {
    const type = schema.getType(enumNameOf(name));
    expect(
      isEnumType(type)
        ? type
            .getValues()
            .map((value) => value.name)
            .toSorted()
        : name,
    ).toEqual(Object.keys(labels).toSorted());
  },
);
