import { type GraphQLField, getNamedType, isLeafType, isObjectType } from "graphql";
import { afterAll, beforeAll, expect, it } from "vitest";
import { resolvers } from "../features/resolvers.ts";
import { buildSchema } from "../graphql/schema.ts";
import { TestApplication, type Visitor } from "../testing/application.ts";
import { everythingOf } from "../testing/selections.ts";

/**
 * Only the columns that a query needs are read. Whatever is asked for alone is answered as it is beside a field that needs
 * the whole row, in lists, in lists within records, and on a record's own page.
 */

let application: TestApplication;
let administrator: Visitor;
beforeAll(async () => {
  application = await TestApplication.open();
  administrator = await application.as("admin");
});
afterAll(() => application.close());

const schema = buildSchema(resolvers);
const KINDS = ["Partner", "Collaboration", "Recognition", "Statement"];

function selectionOf(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  const first = field.args.some(({ name }) => name === "first") ? "(first: 2)" : "";
  return isLeafType(type) ? field.name : `${field.name}${first} ${everythingOf(type, 0)}`;
}

function fieldsOf(name: string) {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no type of the schema.`);
  return Object.values(type.getFields()).map((field): [string, string, string] => [
    `${name}.${field.name}`,
    `${name.toLowerCase()}s`,
    selectionOf(field),
  ]);
}

/** `abilities` depends on whatever there is of a record. */
const WHOLE = "abilities { update delete restore }";

/** The answers to a question about a field, alone and beside what needs the whole row. */
async function bothWays(question: (selection: string) => string, selection: string) {
  const alone = await administrator.ask(question(`{ mine: __typename ${selection} }`));
  const beside = await administrator.ask(question(`{ mine: __typename ${selection} whole: ${WHOLE} }`));
  const withoutWhole = JSON.parse(JSON.stringify(beside.data), (key, value) => (key === "whole" ? undefined : value));
  return [
    { data: alone.data, errors: alone.errors },
    { data: withoutWhole, errors: beside.errors },
  ];
}

it.each(KINDS.flatMap(fieldsOf))("%s is the same alone as beside everything", async (_name, list, selection) => {
  const inList = (selected: string) => `{ ${list}(first: 10) { edges { node ${selected} } } }`;
  const [alone, beside] = await bothWays(inList, selection);
  expect(alone).toEqual(beside);
  expect(alone?.errors).toEqual([]);

  const { edges } = (await administrator.get(`{ ${list}(first: 1) { edges { node { id } } } }`))[list];
  for (const { node } of edges) {
    const onPage = (selected: string) => `{ ${list.slice(0, -1)}(id: "${node.id}") ${selected} }`;
    const [there, whole] = await bothWays(onPage, selection);
    expect(there).toEqual(whole);
  }
  const inPartners = (selected: string) =>
    `{ partners(first: 5) { edges { node { within: ${list === "partners" ? "units" : list}(first: 5) { edges { node ${selected} } } } } } }`;
  const [within, wholeWithin] = await bothWays(inPartners, selection);
  expect(within).toEqual(wholeWithin);
});

it("is told by a fragment, an alias or a directive as well, and by the same list asked for twice", async () => {
  const { partners } = await administrator.get(`
    query { partners(first: 5) { edges { node { ...Names other: country
      few: collaborations(first: 2) { edges { node { id } } }
      more: collaborations(first: 2) { edges { node { ... on Collaboration { begin summary @include(if: true) } } } } } } } }
    fragment Names on Partner { name }`);
  const { partners: whole } = await administrator.get(
    `{ partners(first: 5) { edges { node { name country ${WHOLE} collaborations(first: 2) { edges { node { id begin summary ${WHOLE} } } } } } } }`,
  );
  const expected = whole.edges.map(({ node: { name, country, collaborations } }: { node: Node }) => ({
    name,
    other: country,
    few: { edges: collaborations.edges.map(({ node: { id } }) => ({ node: { id } })) },
    more: { edges: collaborations.edges.map(({ node: { begin, summary } }) => ({ node: { begin, summary } })) },
  }));
  expect(partners.edges.map(({ node }: { node: unknown }) => node)).toEqual(expected);
});

interface Node {
  readonly name: string;
  readonly country: string;
  readonly collaborations: { readonly edges: readonly { readonly node: Readonly<Record<string, string>> }[] };
}
