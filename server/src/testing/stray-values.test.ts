import { expect, it } from "vitest";
import { strayValues } from "./stray-values.ts";

const QUERY = `query { partners(first: 1) { total: totalCount edges { node { ...named country } } } }
  fragment named on Partner { id name kind }`;
const answer = (total: unknown, kind: unknown) => ({
  partners: { total, edges: [{ node: { id: "1", name: "Police", kind, country: null } }] },
});

it("what the schema promises is no stray value", () => {
  expect(strayValues(QUERY, answer(3, "POLICE"))).toEqual([]);
});

it("a number that is a text, a code that is none, and a text where an object should be are told, with their place", () => {
  expect(strayValues(QUERY, answer("3", "POLICEMEN"))).toEqual([
    'data.partners.total is "3", no Int',
    'data.partners.edges[].node.kind is "POLICEMEN", no PartnerKind',
  ]);
  expect(strayValues(QUERY, { partners: "none" })).toEqual(['data.partners is "none", no object']);
});
