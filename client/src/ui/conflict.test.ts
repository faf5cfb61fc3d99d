import { expect, it } from "vitest";
import { differences, mergeVersions } from "./conflict.ts";

const base = { name: "PNP", summary: "Police", website: null };
const mine = { ...base, name: "Philippine National Police" };
const theirs = { ...base, summary: "The national police" };

it("proposes what each of two people changed", () => {
  expect(differences(base, mine, theirs).map(({ field, proposal }) => [field, proposal])).toEqual([
    ["name", "mine"],
    ["summary", "theirs"],
  ]);
});

it("puts both versions together as chosen", () => {
  expect(mergeVersions(mine, theirs, { name: "mine", summary: "theirs" })).toEqual({
    name: "Philippine National Police",
    summary: "The national police",
    website: null,
  });
});
