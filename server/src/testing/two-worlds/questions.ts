import fc from "fast-check";
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { called, operation, operationFor } from "../operations.ts";
import { everythingOf, isRecord, type Wanted } from "../selections.ts";
import { COUNTRIES, DATES, IDS, WORDS } from "./deed-arbitraries.ts";
import { IMPORT_ID } from "./imports.ts";
import { CAST, OFFICES } from "./world.ts";

/** Something that can be asked of the API: a list, a number, a record, or a list within a record. */
export interface Question {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether the answer is a list of pages, to be turned to the end. */
  readonly isPaged: boolean;
}

/** When somebody was last seen follows from what they did themselves, which need not be the same in both worlds. */
const comparableFields: Wanted = (type, field) => type !== "Session" || field !== "lastSeenAt";

const OF_TYPE: Readonly<Record<string, readonly string[]>> = {
  Partner: IDS.PARTNER,
  Person: IDS.PERSON,
  Collaboration: IDS.COLLABORATION,
  Recognition: [...IDS.RECOGNITION, ...IDS.PROPOSAL],
  Statement: IDS.STATEMENT,
  Import: [IMPORT_ID],
  Office: OFFICES,
  User: Object.values(CAST).map((member) => member.id),
};
const ALL_IDS = Object.values(OF_TYPE).flat();

/** What stands in an argument or field of an input, by its name, else by its type. */
const VALUES: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  first: fc.integer({ min: 1, max: 4 }),
  text: fc.constantFrom(...WORDS, "quo", "world"),
  name: fc.constantFrom(...WORDS),
  shortName: fc.constantFrom(...WORDS),
  aliases: fc.constantFrom(...WORDS),
  website: fc.constant("https://zebra.example.org"),
  quietMonths: fc.constantFrom(6, 60),
  months: fc.constantFrom(1, 12),
  collaborations: fc.constantFrom(1, 2),
  country: fc.constantFrom(...COUNTRIES),
  subdivision: fc.constantFrom("PH-CEB", "IN-TN"),
  code: fc.constant("0".repeat(26)),
  language: fc.constantFrom("en", "ta"),
  import: fc.constant(IMPORT_ID),
  ID: fc.constantFrom(...ALL_IDS),
  PartialDate: fc.constantFrom(...DATES),
  Boolean: fc.boolean(),
};

function arbitraryOf(name: string, type: GraphQLInputType): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return arbitraryOf(name, type.ofType);
  if (isListType(type)) return fc.array(arbitraryOf(name, type.ofType), { minLength: 1, maxLength: 3 });
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map((value) => value.name));
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const required = fields.filter((field) => isNonNullType(field.type)).map((field) => field.name);
    const values = Object.fromEntries(fields.map((field) => [field.name, arbitraryOf(field.name, field.type)]));
    // Few conditions at once: under many nothing is found.
    return fc.subarray(Object.keys(values), { maxLength: 2 }).chain((chosen) => {
      const names = new Set([...required, ...chosen]);
      return fc.record(Object.fromEntries([...names].map((field) => [field, values[field] ?? fc.constant(null)])));
    });
  }
  const known = VALUES[name] ?? VALUES[getNamedType(type).name];
  if (!known)
    throw new Error(`testing/two-worlds/questions.ts knows no value for "${name}: ${type}". Add one to VALUES.`);
  return known;
}

/** Values for the arguments of a field; `after` is what turning the pages fills in. */
function variablesOf(field: GraphQLField<unknown, unknown>, prefix: string): fc.Arbitrary<Record<string, unknown>> {
  const given = field.args.filter(({ name }) => name !== "after");
  const required = given.filter(({ type }) => isNonNullType(type)).map(({ name }) => `${prefix}${name}`);
  const all = given.map(({ name, type }): [string, fc.Arbitrary<unknown>] => [
    `${prefix}${name}`,
    name === "id" ? fc.constantFrom(...(OF_TYPE[getNamedType(field.type).name] ?? ALL_IDS)) : arbitraryOf(name, type),
  ]);
  return fc.record(Object.fromEntries(all), { requiredKeys: required });
}

/**
 * Everything that can be asked of a schema, with arguments by chance: its queries, and the lists and numbers within the
 * records that queries answer by their id. What is added to the schema is among it by itself.
 */
export function questionsOf(schema: GraphQLSchema): readonly fc.Arbitrary<Question>[] {
  const queries = Object.values(schema.getQueryType()?.getFields() ?? {});
  return queries.flatMap((query) => {
    const type = getNamedType(query.type);
    const isPaged = query.args.some(({ name }) => name === "after");
    const document = operationFor("query", query, everythingOf(type, 1, { wanted: comparableFields }));
    const whole = variablesOf(query, "").map((variables): Question => ({ document, variables, isPaged }));
    return [whole, ...listsWithin(query)];
  });
}

/** Each list in a record that is asked for by its id: `partner(id) { collaborations(filter, orderBy, …) }`. */
function listsWithin(query: GraphQLField<unknown, unknown>): fc.Arbitrary<Question>[] {
  const type = getNamedType(query.type);
  if (!isRecord(type) || !isObjectType(type) || query.args.some(({ name }) => name !== "id")) return [];
  return Object.values(type.getFields())
    .filter((field) => field.args.length > 0)
    .map((field) => {
      const args = [...query.args.map((arg) => ["", arg] as const), ...field.args.map((arg) => ["in_", arg] as const)];
      const list = called(field, "in_", everythingOf(getNamedType(field.type), 1));
      const document = operation("query", args, `whole: ${query.name}(id: $id) { ${list} }`);
      return fc
        .tuple(variablesOf(query, ""), variablesOf(field, "in_"))
        .map(([outer, inner]): Question => ({ document, variables: { ...outer, ...inner }, isPaged: true }));
    });
}
