import { MAX_PAGE_SIZE } from "@concord/shared/limits";
import { validate } from "graphql";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resolvers } from "../features/resolvers.ts";
import { TestApplication, type Visitor } from "../testing/application.ts";
import { clientOperations } from "../testing/plausible.ts";
import {
  limitsRule,
  MAX_ALIASES,
  MAX_DEPTH,
  MAX_DIRECTIVES,
  MAX_FRAGMENTS,
  MAX_ROOT_FIELDS,
  MAX_TOKENS,
} from "./limits.ts";
import { buildSchema } from "./schema.ts";

/** The ways round a meter of costs that are known; docs/limits.md says what each list counts. */

let application: TestApplication;
let manager: Visitor;
beforeAll(async () => {
  application = await TestApplication.open();
  manager = await application.as("manager");
});
afterAll(() => application.close());

const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_unused, index) => make(index)).join(" ");

/** Collaborations of partners, which cost 200 × 200 × 2 and more where both are asked for by 200. */
const nested = (first: string, fields = "id title stage begin end place") =>
  `partners(first: ${first}) { edges { node { collaborations(first: ${first}) { edges { node { ${fields} } } } } } }`;
const HEAVY = nested("200");
const LIGHT = nested("20");

describe("the cost of a query", () => {
  it("is what its lists may answer, multiplied with each other", async () => {
    expect((await manager.ask(`{ ${LIGHT} }`)).errors).toEqual([]);
    expect((await manager.ask(`{ ${HEAVY} }`)).code).toBe("TOO_COMPLEX");
  });

  it.each<[way: string, query: string, others?: object]>([
    ["a negative page beside it", `{ a: ${nested("-200")} ${HEAVY} }`],
    ["a page of minus a billion beside it", `{ a: ${nested("-1000000000")} ${HEAVY} }`],
    ["a page of none beside it", `{ a: ${nested("0")} ${HEAVY} }`],
    ["a page beyond the largest", `{ ${nested("2147483647")} }`],
    ["the default of a variable", `query($n: Int = 200) { ${nested("$n")} }`],
    [
      "a variable that is negative",
      `query($n: Int, $m: Int) { a: ${nested("$m")} ${nested("$n")} }`,
      { variables: { n: 200, m: -200 } },
    ],
    ["a variable with decimals", `query($n: Int) { ${nested("$n")} }`, { variables: { n: 2e2 } }],
    ["a list in a fragment", `{ ...F } fragment F on Query { ${HEAVY} }`],
    [
      "a list in fragments of fragments",
      `{ ...F } fragment F on Query { ... { ...G } } fragment G on Query { ${HEAVY} }`,
    ],
    [
      "a fragment spread many times",
      `{ ${times(8, (index) => `a${index}: partners(first: 200) { ...P }`)} } fragment P on PartnerConnection { edges { node { a: collaborations(first: 200) { edges { cursor } } } } }`,
    ],
    [
      "@include by a variable",
      `query($b: Boolean!) { ${HEAVY.replace(" {", " @include(if: $b) {")} }`,
      { variables: { b: true } },
    ],
    ["@skip by a variable's default", `query($b: Boolean = false) { ${HEAVY.replace(" {", " @skip(if: $b) {")} }`],
    ["aliases of an expensive list", `{ ${times(19, (index) => `a${index}: ${nested("60")}`)} }`],
    [
      "inline fragments on a union",
      `{ partners(first: 200) { edges { node { timeline(first: 200) { edges { node { item { ... on Collaboration { stage place } ... on Recognition { occasion citation } ... on Statement { text } } } } } } } } }`,
    ],
    ["another operation of the document", `query A { viewer { id } } query B { ${HEAVY} }`, { operationName: "B" }],
  ])("is not got round by %s", async (_way, query, others = {}) => {
    const answer = await manager.post({ query, ...others });
    expect([answer.code, answer.status]).toEqual(["TOO_COMPLEX", 400]);
  });

  it("counts the page that is answered where a variable with a small default is null", async () => {
    const query = `query($n: Int = 1) { ${times(8, (index) => `a${index}: ${nested("$n", "id title version stage begin end place kind")}`)} }`;
    expect((await manager.ask(query)).errors).toEqual([]);
    expect((await manager.ask(query, { n: null })).code).toBe("TOO_COMPLEX");
  });

  it("is counted again as lists are answered that are longer than was assumed", async () => {
    const partners = Array.from({ length: 60 }, () => v7());
    await Promise.all(
      partners.map((id, index) =>
        manager.get("mutation($input: CreatePartnerInput!) { createPartner(input: $input) { id } }", {
          input: { id, name: `Partner ${index}`, kind: "NGO" },
        }),
      ),
    );
    const { createCollaboration } = await manager.get(
      "mutation($input: CreateCollaborationInput!) { createCollaboration(input: $input) { id } }",
      { input: { title: "Everybody", kind: "MEETING", participants: partners.map((partner) => ({ partner })) } },
    );
    const inner = "participants { partner { collaborations(first: 1) { edges { node { participants { role } } } } } }";
    const wide = inner.replace(
      "{ role }",
      `{ partner { collaborations(first: 1) { edges { node { participants { role } } } } } }`,
    );
    const ask = (fields: string) => manager.ask(`{ collaboration(id: "${createCollaboration.id}") { ${fields} } }`);
    expect((await ask(inner)).errors).toEqual([]);
    const answer = await ask(wide);
    expect(answer.code).toBe("TOO_COMPLEX");
    expect(answer.errors[0]?.message).toContain("The lists hold more than 200000 items");
  });
});

it.each(clientOperations())("the client's $name is within the limits, at the largest page too", ({ document }) => {
  const schema = buildSchema(resolvers);
  expect(validate(schema, document, [limitsRule({ first: MAX_PAGE_SIZE })])).toEqual([]);
});

describe("the shape of a query", () => {
  const within = (count: number, one: string) =>
    `{ viewer { ${times(count, (index) => one.replace("#", String(index)))} } }`;
  const countries = (count: number) =>
    `{ partners(filter: { country: [${times(count, () => '"IN"')}] }) { totalCount } }`;
  const roots = (count: number) => times(count, (index) => `a${index}: __typename`);
  const limits: readonly (readonly [what: string, most: string, more: string])[] = [
    ["aliases", within(MAX_ALIASES, "a#: id"), within(MAX_ALIASES + 1, "a#: id")],
    [
      "directives",
      within(MAX_DIRECTIVES, "... @skip(if: true) { id }"),
      within(MAX_DIRECTIVES + 1, "... @skip(if: true) { id }"),
    ],
    [
      "directives at one field",
      "{ viewer { id @skip(if: false) @include(if: true) } }",
      "{ viewer { id @skip(if: false) @include(if: true) @include(if: true) } }",
    ],
    [
      "fragments",
      `{ viewer { ...F0 } } ${times(MAX_FRAGMENTS, (index) => `fragment F${index} on Viewer { ${index + 1 < MAX_FRAGMENTS ? `...F${index + 1}` : "id"} }`)}`,
      `{ viewer { ...F0 } } ${times(MAX_FRAGMENTS + 1, (index) => `fragment F${index} on Viewer { ${index < MAX_FRAGMENTS ? `...F${index + 1}` : "id"} }`)}`,
    ],
    ["root fields", `{ ${roots(MAX_ROOT_FIELDS)} }`, `{ ${roots(MAX_ROOT_FIELDS + 1)} }`],
    [
      "root fields in a fragment",
      `{ ...F } fragment F on Query { ${roots(MAX_ROOT_FIELDS)} }`,
      `{ ...F } fragment F on Query { ${roots(MAX_ROOT_FIELDS + 1)} }`,
    ],
    [
      "root fields in inline fragments",
      `{ ... { ${roots(MAX_ROOT_FIELDS)} } }`,
      `{ ... { ${roots(10)} } ... { ${times(11, (index) => `b${index}: __typename`)} } }`,
    ],
    ["words and signs", countries(MAX_TOKENS - 20), countries(MAX_TOKENS)],
    ["levels", `{ a: __typename ${deep(MAX_DEPTH)} }`, `{ a: __typename ${deep(MAX_DEPTH + 1)} }`],
  ];
  it.each(limits)("has at most so many %s", async (_what, most, more) => {
    expect((await manager.ask(most)).code).not.toBe("TOO_COMPLEX");
    const answer = await manager.ask(more);
    expect([answer.code, answer.status]).toEqual(["TOO_COMPLEX", 400]);
  });

  it.each([
    ["extensions that are empty", { extensions: {} }],
    ["extensions of another kind", { extensions: { persistedQuery: 7 } }],
    ["a key that nobody knows", { id: 1 }],
  ])("is looked at beside %s, too", async (_what, others) => {
    expect((await manager.post({ query: within(MAX_ALIASES + 1, "a#: id"), ...others })).code).toBe("TOO_COMPLEX");
  });

  it("is given up where its fields repeat so often that the check alone takes long", async () => {
    expect((await manager.ask(within(1_200, "office { id }"))).code).toBe("TOO_COMPLEX");
  });
});

describe("the variables of a query", () => {
  it.each([
    ["lists", "[", "]"],
    ["objects", '{"a":', "}"],
  ])("go no deeper than any input does: %s", async (_what, open, close) => {
    const query = "mutation($input: CreatePersonInput!) { createPerson(input: $input) { id } }";
    for (const depth of [25, 1_000, 100_000]) {
      const name = `${open.repeat(depth)}1${close.repeat(depth)}`;
      const answer = await manager.send({
        method: "POST",
        url: "/graphql",
        headers: { "content-type": "application/json" },
        payload: `{"query":${JSON.stringify(query)},"variables":{"input":{"name":${name}}}}`,
      });
      expect(answer.statusCode).toBe(400);
      expect(answer.json().errors[0].extensions.code).toBe("TOO_COMPLEX");
    }
  });

  it.each([
    ["wrong ids", { members: Array.from({ length: 200_000 }, () => "x") }],
    ["one wrong code", { kind: "X".repeat(900_000) }],
    ["one text that is none", { title: { x: "y".repeat(900_000) } }],
    ["one date that is none", { begin: ["z".repeat(900_000)] }],
    ["wrong codes", { focusAreas: Array.from({ length: 200_000 }, () => "X") }],
    ["empty objects", { sources: Array.from({ length: 300_000 }, () => ({})) }],
  ])("in a megabyte of %s are refused before each is looked at, in a few words", async (_what, list) => {
    const answer = await manager.send({
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "application/json" },
      payload: JSON.stringify({
        query: "mutation($input: CreateCollaborationInput!) { createCollaboration(input: $input) { id } }",
        variables: { input: { title: "x", kind: "MEETING", ...list } },
      }),
    });
    expect(answer.json().errors[0].extensions.code).toBe("BAD_USER_INPUT");
    expect(answer.body.length).toBeLessThan(20_000);
  });

  it.each([
    ["an argument", 'query($id: ID = "x") { partner(id: $id) { id } }', { id: null }],
    ["a directive", "query($b: Boolean = true) { viewer @include(if: $b) { id } }", { b: null }],
    ["a field of an input", 'mutation($t: String = "x") { createPerson(input: { name: $t }) { id } }', { t: null }],
  ])("are refused, and no fault of ours, where they take the default from %s", async (_what, query, variables) => {
    expect((await manager.ask(query, variables)).code).toBe("BAD_USER_INPUT");
  });
});

/** Whose innermost field is at the level that is asked for. */
function deep(level: number): string {
  const parents = level - 2;
  return `partner(id: "x") { ${"parent { ".repeat(parents)} id ${"}".repeat(parents)} }`;
}
