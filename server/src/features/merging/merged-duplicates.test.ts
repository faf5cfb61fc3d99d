import { afterAll, beforeAll, expect, it } from "vitest";
import { TestApplication, type Visitor } from "../../testing/application.ts";
import { everyRowAndMatch, Merger } from "../../testing/merging.ts";

/** What becomes of likely duplicates, and of what was said of them, when two records are merged. */

let application: TestApplication;
let manager: Visitor;
let merger: Merger;
beforeAll(async () => {
  application = await TestApplication.open();
  manager = await application.as("manager");
  merger = new Merger(manager);
});
afterAll(() => application.close());

interface Pair {
  readonly id: string;
  readonly reasons: readonly { readonly code: string }[];
  readonly one: { readonly id: string };
  readonly other: { readonly id: string };
}

async function pairsOf(record: string, dismissed: boolean): Promise<Pair[]> {
  const { duplicates } = await manager.get(
    `query($dismissed: Boolean) { duplicates(first: 200, filter: { dismissed: $dismissed }) { edges { node { id reasons { code }
      one { ... on Partner { id } ... on Person { id } } other { ... on Partner { id } ... on Person { id } } } } } }`,
    { dismissed },
  );
  const pairs = duplicates.edges.map(({ node }: { node: Pair }) => node);
  return pairs.filter(({ one, other }: Pair) => [one.id, other.id].includes(record));
}

async function dismiss(pair: Pair | undefined): Promise<void> {
  await manager.get("mutation($pair: ID!) { dismissDuplicate(pair: $pair) { id } }", { pair: pair?.id });
}

it("lets the pair of the two go, and undoing the merge brings it back", async () => {
  const [keep, merge] = [
    await merger.partner({ name: "Quokka Bay Police" }),
    await merger.partner({ name: "Police Quokka Bay" }),
  ];
  const before = await everyRowAndMatch(application.database);
  expect(await pairsOf(keep, false)).toHaveLength(1);
  await merger.mergePartners(keep, merge);
  expect(await pairsOf(keep, false)).toEqual([]);
  await merger.unmerge(merge);
  expect(await pairsOf(keep, false)).toHaveLength(1);
  expect(await everyRowAndMatch(application.database)).toEqual(before);
});

it("lets what was said to be two stay so, under the names of both and when the merge is undone", async () => {
  const [keep, merge, third] = [
    await merger.partner({ name: "Numbat Shelter", kind: "SHELTER" }),
    await merger.partner({ name: "House of the Banded Anteater", kind: "SHELTER" }),
    await merger.partner({ name: "Numbat's Shelter", kind: "SHELTER" }),
  ];
  await dismiss((await pairsOf(keep, false))[0]);
  const before = await everyRowAndMatch(application.database);
  await merger.mergePartners(keep, merge);
  expect(await pairsOf(third, false)).toEqual([]);
  expect(await pairsOf(third, true)).toHaveLength(1);
  await merger.unmerge(merge);
  expect(await pairsOf(third, true)).toHaveLength(1);
  expect(await everyRowAndMatch(application.database)).toEqual(before);
});

it("finds people of one name at one partner where they stood at two, and no longer when they stand at two again", async () => {
  const [keep, merge] = [
    await merger.partner({ name: "Bilby Court" }),
    await merger.partner({ name: "Potoroo Court" }),
  ];
  const at = (partner: string) => ({ name: "Wanjiru Kamau", positions: [{ partner, title: "Clerk" }] });
  const person = await merger.add("Person", at(keep));
  await merger.add("Person", at(merge));
  const reasons = async () => (await pairsOf(person, false)).flatMap((pair) => pair.reasons.map(({ code }) => code));
  const before = await everyRowAndMatch(application.database);
  expect(await reasons()).not.toContain("SAME_PARTNER");
  await merger.mergePartners(keep, merge);
  expect(await reasons()).toContain("SAME_PARTNER");
  await merger.unmerge(merge);
  expect(await reasons()).not.toContain("SAME_PARTNER");
  expect(await everyRowAndMatch(application.database)).toEqual(before);
});
