import { APPEARANCE_ROLE_LABELS, codesOf, PARTICIPANT_ROLE_LABELS } from "@concord/shared/vocabularies";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { TestApplication } from "../../testing/application.ts";
import { everyRow, Merger } from "../../testing/merging.ts";

/** Whatever points to whom, and whatever is merged into what: undone, everything is as it was. */

let application: TestApplication;
let merger: Merger;
beforeAll(async () => {
  application = await TestApplication.open();
  merger = new Merger(await application.as("manager"));
});
afterAll(() => application.close());

/** Other seeds try other worlds; a failure prints the seed with which it comes again. */
const SEED = Number(process.env["UNDOING_SEED"] ?? 20261124);
/** Each makes a world of some twenty records, merges in it and undoes it. */
const RUNS = 15;
const PARTNERS = 5;
const PEOPLE = 3;
const partner = fc.nat(PARTNERS - 1);
const person = fc.nat(PEOPLE - 1);
const party = fc.oneof(
  fc.record({ kind: fc.constant("partner" as const), index: partner }),
  fc.record({ kind: fc.constant("person" as const), index: person }),
);
type Party = typeof party extends fc.Arbitrary<infer Value> ? Value : never;
const sameParty = (one: Party) => `${one.kind} ${one.index}`;
const role = fc.constantFrom(...codesOf(PARTICIPANT_ROLE_LABELS).slice(0, 2));

/** Partners by their number, each perhaps a unit of one of the first `tops`; and records that point to them. */
const world = (tops: number) =>
  fc.record({
    parents: fc.array(fc.option(fc.nat(tops - 1)), { minLength: PARTNERS, maxLength: PARTNERS }),
    summaries: fc.array(fc.option(fc.constantFrom("One.", "Two.")), { minLength: PARTNERS, maxLength: PARTNERS }),
    positions: fc.array(fc.array(fc.record({ partner, title: fc.constantFrom("Chief", "Clerk") }), { maxLength: 4 }), {
      minLength: PEOPLE,
      maxLength: PEOPLE,
    }),
    collaborations: fc.array(
      fc.record({
        participants: fc.uniqueArray(fc.record({ partner, role }), {
          maxLength: 6,
          selector: (one) => `${one.partner} ${one.role}`,
        }),
        employers: fc.array(partner, { maxLength: 2 }),
      }),
      { maxLength: 3 },
    ),
    recognitions: fc.array(fc.uniqueArray(party, { minLength: 2, maxLength: 6, selector: sameParty }), {
      maxLength: 3,
    }),
    speakers: fc.array(fc.record({ partner, person }), { maxLength: 2 }),
  });
type World = ReturnType<typeof world> extends fc.Arbitrary<infer Value> ? Value : never;

async function make(made: World): Promise<{ partners: string[]; people: string[] }> {
  const partners: string[] = [];
  for (const [index, parent] of made.parents.entries()) {
    const above = parent !== null && parent < index ? partners[parent] : null;
    const [name, summary] = [`Partner ${index}`, made.summaries[index]];
    partners.push(await merger.partner({ name, summary, parent: above, shortName: `P${index % 2}` }));
  }
  const people: string[] = [];
  for (const [index, positions] of made.positions.entries()) {
    const held = positions.map(({ partner: at, title }) => ({ partner: partners[at], title }));
    people.push(await merger.add("Person", { name: `Person ${index}`, positions: held }));
  }
  for (const { participants, employers } of made.collaborations) {
    await merger.add("Collaboration", {
      title: "Together",
      kind: "TRAINING",
      participants: participants.map((one) => ({ partner: partners[one.partner], role: one.role })),
      appearances: employers.map((at) => ({
        name: "Somebody",
        role: codesOf(APPEARANCE_ROLE_LABELS)[0],
        employer: partners[at],
      })),
    });
  }
  for (const parties of made.recognitions) {
    const [first, ...others] = parties.map(({ kind, index }) => ({
      [kind]: { partner: partners, person: people }[kind][index],
    }));
    await merger.add("Recognition", { kind: "AWARD", title: "Award", givers: [first], recipients: others });
  }
  for (const said of made.speakers) {
    await merger.add("Statement", { text: "Said.", person: people[said.person], partner: partners[said.partner] });
  }
  return { partners, people };
}

interface Two {
  readonly keep: number;
  readonly merge: number;
}

const two = (first: number, last: number): fc.Arbitrary<Two> => {
  const index = fc.integer({ min: first, max: last });
  return fc.record({ keep: index, merge: index });
};

/** Merges one after the other, as far as both are still there; answers which went into which. */
async function mergeAll(
  wanted: readonly { readonly kind: "partners" | "people"; readonly two: Two }[],
  ids: Awaited<ReturnType<typeof make>>,
): Promise<Map<string, string>> {
  const into = new Map<string, string>();
  for (const { kind, two: pair } of wanted) {
    const [keep = "", merge = ""] = [ids[kind][pair.keep], ids[kind][pair.merge]];
    if (keep === merge || into.has(keep) || into.has(merge)) continue;
    await (kind === "partners" ? merger.mergePartners(keep, merge) : merger.mergePeople(keep, merge));
    into.set(merge, keep);
  }
  return into;
}

const ofPartners = (first: number) =>
  fc.record({ kind: fc.constant("partners" as const), two: two(first, PARTNERS - 1) });
const ofPeople = fc.record({ kind: fc.constant("people" as const), two: two(0, PEOPLE - 1) });
const several = { minLength: 1, maxLength: 5 };

it("merges of partners are undone in any order in which they can be", async () => {
  const order = fc.infiniteStream(fc.nat(100));
  const merges = fc.array(ofPartners(1), several);
  // The first, which is never merged, is the only parent: one that is merged itself leads on in between.
  const property = fc.asyncProperty(world(1), merges, order, async (made, wanted, next) => {
    const ids = await make(made);
    const before = await everyRow(application.database);
    const into = await mergeAll(wanted, ids);
    while (into.size > 0) {
      const undoable = [...into].filter(([, kept]) => !into.has(kept)).map(([merged]) => merged);
      const chosen = undoable[next.next().value % undoable.length] ?? "";
      await merger.unmerge(chosen);
      into.delete(chosen);
    }
    expect(await everyRow(application.database)).toEqual(before);
  });
  await fc.assert(property, { numRuns: RUNS, seed: SEED, endOnFailure: true });
});

it("merges of partners and people among each other are undone, the last first", async () => {
  const merges = fc.array(fc.oneof(ofPartners(0), ofPeople), several);
  const property = fc.asyncProperty(world(PARTNERS - 1), merges, async (made, wanted) => {
    const ids = await make(made);
    const before = await everyRow(application.database);
    const into = await mergeAll(wanted, ids);
    for (const merged of [...into.keys()].toReversed()) {
      expect((await merger.unmerge(merged)).changedSince).toEqual([]);
    }
    expect(await everyRow(application.database)).toEqual(before);
  });
  await fc.assert(property, { numRuns: RUNS, seed: SEED, endOnFailure: true });
});
