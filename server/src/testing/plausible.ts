import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  type DocumentNode,
  type GraphQLInputType,
  GraphQLNonNull,
  type GraphQLSchema,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  Kind,
  parse,
  print,
  separateOperations,
  typeFromAST,
} from "graphql";
import { v7 } from "uuid";
import type { Chance } from "./chance.ts";

/** One of the client's own operations. */
export interface Operation {
  readonly name: string;
  readonly text: string;
  readonly document: DocumentNode;
}

const FEATURES = fileURLToPath(new URL("../../../client/src/features/", import.meta.url));

/** Every operation that the client sends, with its fragments. */
export function clientOperations(): Operation[] {
  const texts = readdirSync(FEATURES, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".graphql"))
    .toSorted()
    .map((file) => readFileSync(`${FEATURES}${file}`, "utf8"));
  const separate = separateOperations(parse(texts.join("\n")));
  return Object.entries(separate).map(([name, document]) => ({ name, document, text: print(document) }));
}

const WORDS = [
  "police",
  "Manila",
  "award",
  "INTERPOL",
  "the",
  "bonded labour",
  "விருது",
  "Kenya",
  "Larysa*",
  "training",
];
const ADDRESS = ["https://example.org/page"];
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  email: ["manager@demo.example", "office@demo.example", "nobody@demo.example"],
  password: ["concord-demo", "wrong", "mustard lantern gravel otter"],
  current: ["concord-demo"],
  code: ["123456", "000000"],
  country: ["IN"],
  subdivision: ["IN-TN", "IN-KA"],
  language: ["en", "ta", "tl"],
  url: ADDRESS,
  link: ADDRESS,
  website: ADDRESS,
  reason: ["to prepare the witness for the trial"],
};
/** A period begins before it ends. */
const ENDS = ["to", "end"];
/** How often what may be left out is left out, where it is not every other time. */
const RARE: Readonly<Record<string, number>> = { after: 0.95, country: 0 };
/** What is referred to under another name than its own. */
const KINDS: Readonly<Record<string, string>> = {
  parent: "partner",
  keep: "partner",
  merge: "partner",
  employer: "partner",
  members: "user",
  about: "collaboration",
  follows: "collaboration",
  honours: "collaboration",
  of: "collaboration",
};

/** Values that fit their types, for a client's operation as a client would send it. */
export class Plausible {
  private readonly schema: GraphQLSchema;
  private readonly ids: ReadonlyMap<string, readonly string[]>;
  private readonly chance: Chance;

  /** @param ids what there is, by kind: `partner`, `person` and so on */
  constructor(schema: GraphQLSchema, ids: ReadonlyMap<string, readonly string[]>, chance: Chance) {
    this.schema = schema;
    this.ids = ids;
    this.chance = chance;
  }

  variables({ name, document }: Operation): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const definition of document.definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
      for (const { variable, type: node } of definition.variableDefinitions ?? []) {
        const type = typeFromAST(this.schema, node);
        const value = isInputType(type) ? this.valueOf(type, variable.name.value, name) : undefined;
        if (value !== undefined) values[variable.name.value] = value;
      }
    }
    return values;
  }

  private valueOf(type: GraphQLInputType, name: string, hint: string): unknown {
    if (!isNonNullType(type) && this.chance.is(RARE[name] ?? 0.5)) return undefined;
    const inner = getNullableType(type);
    if (isListType(inner)) {
      const count = (isNonNullType(type) ? 1 : 0) + this.chance.below(3);
      return Array.from({ length: count }, () =>
        this.valueOf(new GraphQLNonNull(getNullableType(inner.ofType)), name, hint),
      );
    }
    if (isEnumType(inner)) return this.chance.of(inner.getValues()).name;
    if (!isInputObjectType(inner)) return this.scalar(inner.name, name, hint);
    const fields = Object.values(inner.getFields());
    if (!inner.isOneOf) {
      return Object.fromEntries(fields.map((field) => [field.name, this.valueOf(field.type, field.name, hint)]));
    }
    const { name: only, type: itsType } = this.chance.of(fields);
    return { [only]: only === "us" ? true : this.valueOf(new GraphQLNonNull(getNullableType(itsType)), only, hint) };
  }

  private scalar(type: string, name: string, hint: string): unknown {
    if (type === "ID") return this.idFor(name, hint);
    if (type === "Int") return name === "version" ? this.chance.of([1, 1, 1, 2]) : 1 + this.chance.below(50);
    if (type === "Boolean") return this.chance.is(0.2);
    if (type === "PartialDate")
      return this.chance.of(ENDS.includes(name) ? ["2020", "2021-03-09"] : ["2005", "2005-12"]);
    if (name === "email" && hint === "InviteUser") return `new-${this.chance.below(1_000_000)}@demo.example`;
    return this.chance.of(TEXTS[name] ?? WORDS);
  }

  private idFor(name: string, hint: string): string {
    if (name === "id" && hint.startsWith("Create")) {
      return v7({ msecs: 1_764_000_000_000, random: Uint8Array.from({ length: 16 }, () => this.chance.below(256)) });
    }
    const ofTrueName = hint.endsWith("TrueName") ? `protected ${name}` : undefined;
    const meant = ofTrueName ?? KINDS[name] ?? (name === "id" ? hint : name).toLowerCase();
    const kind = [...this.ids.keys()].find((each) => meant.includes(each));
    const fitting = kind === undefined || this.chance.is(0.05) ? undefined : this.ids.get(kind);
    return this.chance.of(fitting ?? [...this.ids.values()].flat());
  }
}
