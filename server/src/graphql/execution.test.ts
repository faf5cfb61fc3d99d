import { makeExecutableSchema } from "@graphql-tools/schema";
import { execute, GraphQLError, Kind, parse } from "graphql";
import { expect, it } from "vitest";
import { compiledExecutor } from "./execution.ts";

/** What compiled operations answer is what graphql-js answers: data, errors, their places and their codes. */

const tried: string[] = [];
const failing = (message: string) => () => {
  throw new GraphQLError(message, { extensions: { code: "NOT_FOUND" } });
};
const schema = makeExecutableSchema({
  typeDefs: `
    enum Kind { POLICE COURT }
    interface Record { id: ID! }
    type Partner implements Record { id: ID!  name: String!  kind: Kind  units(first: Int = 2): [Partner!]!  broken: String  gone: String! }
    type Person implements Record { id: ID!  rank: String }
    union Party = Partner | Person
    input Filter { text: String  kinds: [Kind!] = [POLICE] }
    type Query { partner(id: ID!): Partner  parties: [Party]!  records: [Record!]!  echo(filter: Filter, first: Int! = 5): String  us: Partner! }
    type Mutation { first: String  second: String! third: String }
  `,
  resolvers: {
    Query: {
      partner: (_root, { id }) => (id === "none" ? null : { id, name: `Partner ${id}`, kind: "POLICE" }),
      parties: async () => [{ __typename: "Partner", id: "1", name: "One" }, { __typename: "Person", id: "2" }, null],
      records: () => [
        { __typename: "Person", id: "3", rank: "Captain" },
        { __typename: "Partner", id: "4", name: "Four" },
      ],
      // The order of arguments means nothing.
      echo: (_root, { filter, first }) => JSON.stringify({ filter, first }),
      us: () => ({ id: "us", name: null }),
    },
    Partner: {
      units: async ({ id }, { first }) =>
        Array.from({ length: first }, (_unused, index) => ({
          id: `${id}.${index}`,
          name: index === 1 ? null : "Unit",
        })),
      broken: failing("It is broken."),
      gone: async () => failing("It is gone.")(),
    },
    Mutation: {
      first: () => tried.push("first") && "done",
      second: () => {
        tried.push("second");
        return failing("Refused.")();
      },
      third: () => tried.push("third") && "done",
    },
  },
});

const executor = compiledExecutor(schema);

async function both(text: string, variables: Readonly<Record<string, unknown>> = {}) {
  const document = parse(text);
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const compiled = await executor({ document, operation, operationName: null, variables, context: {} });
  const plain = await execute({ schema, document, variableValues: variables, contextValue: {} });
  return [compiled, plain].map(({ data, errors = [] }) => ({
    data: JSON.parse(JSON.stringify(data ?? null)),
    errors: errors
      .map(({ message, path, extensions }) => ({ message, path, extensions }))
      .toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)),
  }));
}

it.each<[string, Readonly<Record<string, unknown>>?]>([
  ["{ partner(id: 1) { id name kind units { id } } none: partner(id: none) { id } }".replace("id: none", 'id: "none"')],
  [
    "query($id: ID!) { partner(id: $id) { ...named } } fragment named on Partner { name again: name __typename }",
    { id: "7" },
  ],
  ["query($no: Boolean!) { partner(id: 1) { id name @skip(if: $no) kind @include(if: $no) } }", { no: true }],
  [
    "{ parties { __typename ... on Partner { name } ... on Person { id rank } } records { id ... on Person { rank } } }",
  ],
  // Errors where nothing may be nothing: up to the next that may.
  ["{ partner(id: 1) { name broken } }"],
  ["{ partner(id: 1) { name gone } }"],
  ["{ partner(id: 1) { units(first: 3) { name } } }"],
  ["{ us { id name } echo }"],
  // Defaults, and nothing in their place.
  ["query($filter: Filter, $first: Int! = 3) { echo(filter: $filter, first: $first) }"],
  [
    "query($filter: Filter, $first: Int! = 3) { echo(filter: $filter, first: $first) }",
    { filter: { text: "x" }, first: 9 },
  ],
  ["query($first: Int = 3) { echo(first: $first) }", { first: null }],
  ["query($filter: Filter) { echo(filter: $filter) }", { filter: { text: null, kinds: null } }],
  // Variables that are refused.
  ["query($filter: Filter) { echo(filter: $filter) }", { filter: { kinds: ["NGO"], other: 1 } }],
  ["query($filter: Filter) { echo(filter: $filter) }", { filter: [] }],
  ["query($first: Int!) { echo(first: $first) }", { first: "3" }],
  ["query($first: Int!) { echo(first: $first) }", { first: 3_000_000_000 }],
  ["query($id: ID!) { partner(id: $id) { name } }", {}],
  ["query($id: ID!) { partner(id: $id) { name } }", { id: { a: 1 } }],
])("%s with %o", async (text, variables) => {
  const [compiled, plain] = await both(text, variables);
  expect(compiled).toEqual(plain);
});

it("tries no mutation after one that failed where nothing may not be", async () => {
  const document = parse("mutation { first second third }");
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error("There is no operation.");
  tried.length = 0;
  const result = await executor({ document, operation, operationName: null, variables: {}, context: {} });
  expect(result.data).toBeNull();
  const byExecutor = [...tried];
  tried.length = 0;
  await execute({ schema, document, contextValue: {} });
  expect(byExecutor).toEqual(tried);
});

it("answers operations that are too large to be compiled, and many after each other", async () => {
  const fields = (count: number) =>
    Array.from({ length: count }, (_unused, index) => `p${index}: echo(first: ${index})`).join(" ");
  for (const count of [1, 1_999, 2_001, ...Array.from({ length: 12 }, (_unused, index) => 1_900 + index)]) {
    const [compiled, plain] = await both(`{ ${fields(count)} }`);
    expect(compiled).toEqual(plain);
  }
});
