import { ApolloClient, ApolloLink, gql, InMemoryCache } from "@apollo/client";
import { of } from "rxjs";
import { expect, test } from "vitest";
import { askAhead } from "./ask-ahead.ts";

function hashed(text: string): ApolloLink.Request["query"] {
  return { ...gql(text), ...{ __meta__: { hash: text } } };
}

const LIST = hashed("query List($first: Int) { partners(first: $first) { totalCount } }");
const SAVE = hashed("mutation Save { save }");

/** A client whose answers are numbered in the order in which they were asked for. */
function numbered() {
  const asked: unknown[] = [];
  const server = new ApolloLink(({ variables }) => {
    asked.push(variables);
    const partners = { __typename: "PartnerConnection", totalCount: asked.length };
    return of({ data: { partners, save: true } });
  });
  const ahead = askAhead(server);
  const client = new ApolloClient({ cache: new InMemoryCache(), link: ApolloLink.from([ahead.link, server]) });
  const read = async (first: number) => {
    const { data } = await client.query({ query: LIST, variables: { first }, fetchPolicy: "network-only" });
    return data;
  };
  return { asked, read, client, ask: (first: number) => ahead.ask(client, LIST, { first }) };
}

const answer = (totalCount: number) => ({ partners: { __typename: "PartnerConnection", totalCount } });

test("what was asked for ahead is not asked for again, once", async () => {
  const { asked, ask, read } = numbered();
  ask(50);
  expect(await read(50)).toEqual(answer(1));
  expect(asked).toEqual([{ first: 50 }]);
  expect(await read(50)).toEqual(answer(2));
});

test("other variables are another question", async () => {
  const { ask, read } = numbered();
  ask(50);
  expect(await read(20)).toEqual(answer(2));
});

test("what was asked for before a change is not shown after it", async () => {
  const { ask, read, client } = numbered();
  ask(50);
  await client.mutate({ mutation: SAVE });
  expect(await read(50)).toEqual(answer(3));
});
