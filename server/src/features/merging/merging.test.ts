import sql from "sql-template-tag";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rowsIn, TestApplication, type Visitor } from "../../testing/application.ts";
import { Merger } from "../../testing/merging.ts";
import { demoId } from "../demo/demo.service.ts";

let application: TestApplication;
let manager: Visitor;
let merger: Merger;
beforeAll(async () => {
  application = await TestApplication.open();
  manager = await application.as("manager");
  merger = new Merger(manager);
});
afterAll(() => application.close());

const names = (list: { name: string }[]) => list.map(({ name }) => name);

describe("merging two partners", () => {
  it("lets everything that pointed to the one that goes point to the one that stays, and counts nothing twice", async () => {
    const keep = await merger.partner({ name: "National Police" });
    const merge = await merger.partner({ name: "Police, National", shortName: "NP" });
    const both = await merger.collaboration([keep, merge], { outcomes: [{ measure: "PEOPLE_TRAINED", count: 7 }] });
    const trial = await merger.collaboration([], {
      appearances: [{ name: "An officer", role: "ACCUSED", employer: merge }],
    });
    const unit = await merger.partner({ name: "Women's desk", parent: merge });
    await merger.add("Recognition", {
      kind: "MEDAL",
      title: "Medal",
      givers: [{ partner: merge }],
      recipients: [{ us: true }],
    });
    const officer = await merger.add("Person", { name: "Officer", positions: [{ partner: merge, title: "Chief" }] });
    await merger.add("Recognition", {
      kind: "AWARD",
      title: "To the officer",
      givers: [{ us: true }],
      recipients: [{ person: officer }],
    });
    await merger.add("Statement", { text: "Well done.", person: officer });
    await merger.mergePartners(keep, merge);

    const { partner } = await manager.get(
      `query($id: ID!) { partner(id: $id) {
        collaborations { totalCount edges { node { participants { partner { id } } } } }
        people { totalCount } units { edges { node { id } } } statements { totalCount }
        recognitionBalance { received given } contributedTo { measure count }
        timeline { edges { node { relation item { ... on Collaboration { id } } } } } } }`,
      { id: keep },
    );
    expect(partner).toMatchObject({
      collaborations: { totalCount: 1, edges: [{ node: { participants: [{ partner: { id: keep } }] } }] },
      people: { totalCount: 1 },
      units: { edges: [{ node: { id: unit } }] },
      statements: { totalCount: 1 },
      recognitionBalance: { received: 1, given: 1 },
      contributedTo: [{ measure: "PEOPLE_TRAINED", count: 7 }],
    });
    const told = partner.timeline.edges.map(
      ({ node }: { node: { relation: string; item: { id?: string } } }) => `${node.relation} ${node.item.id ?? ""}`,
    );
    expect(told).toEqual(expect.arrayContaining([`PARTICIPANT ${both}`, `EMPLOYER ${trial}`]));
  });

  it("keeps the fields of the one that stays, and takes names, focus areas, sources and what it has none of from the other", async () => {
    const keep = await merger.partner({
      name: "Vigilance Court",
      kind: "COURT",
      aliases: [{ name: "VC" }],
      focusAreas: ["LAND_THEFT"],
      sources: [{ title: "Its page" }],
    });
    const merge = await merger.partner({
      name: "Court of Vigilance",
      shortName: "CoV",
      kind: "OTHER",
      aliases: [{ name: "vc" }, { name: "कोर्ट", language: "hi" }],
      focusAreas: ["LAND_THEFT", "CHILD_LABOUR"],
      sources: [{ title: "Its page" }, { title: "Another" }],
      country: "IN",
      subdivision: "IN-TN",
      summary: "Hears cases.",
      website: "https://court.example.org/",
    });
    expect(await merger.mergePartners(keep, merge)).toMatchObject({
      name: "Vigilance Court",
      shortName: null,
      kind: "COURT",
      aliases: [{ name: "VC" }, { name: "कोर्ट" }, { name: "Court of Vigilance" }, { name: "CoV" }],
      focusAreas: ["LAND_THEFT", "CHILD_LABOUR"],
      sources: [{ title: "Its page" }, { title: "Another" }],
      country: "IN",
      subdivision: "IN-TN",
      summary: "Hears cases.",
      website: "https://court.example.org/",
    });
    const found = await manager.get(`{ partners(filter: { text: "CoV" }) { edges { node { id } } } }`);
    expect(found.partners.edges).toEqual([{ node: { id: keep } }]);
  });

  it("takes the fields that were chosen, and every other name becomes an alias", async () => {
    const keep = await merger.partner({ name: "Old name", status: "ACTIVE", statusSince: "2019" });
    const merge = await merger.partner({ name: "New name", shortName: "NN", summary: "Theirs" });
    const merged = await merger.mergePartners(keep, merge, {
      name: "New name",
      shortName: "NN",
      summary: null,
      sources: [],
      statusHistory: [{ status: "DORMANT", since: "2024" }],
    });
    expect(merged).toMatchObject({ name: "New name", shortName: "NN", summary: null, status: "DORMANT" });
    expect(names(merged.aliases)).toEqual(["Old name"]);
  });

  it("refuses chosen fields that no partner may have, each at its own, and merges nothing", async () => {
    const keep = await merger.partner({ name: "Stays as it is" });
    const merge = await merger.partner({ name: "Stays, too" });
    const answer = await merger.askMergePartners({ keep, merge, fields: { country: "XX", name: "" } });
    expect(answer.code).toBe("BAD_USER_INPUT");
    expect(answer.errors[0]?.extensions.fields?.map(({ path }) => path).toSorted()).toEqual(["country", "name"]);
    const { partner } = await manager.get(`query($id: ID!) { partner(id: $id) { id deletedAt } }`, { id: merge });
    expect(partner).toEqual({ id: merge, deletedAt: null });
  });

  it("refuses more names than a partner may have, and says so where they are chosen", async () => {
    const aliases = (word: string) => Array.from({ length: 30 }, (_unused, index) => ({ name: `${word} ${index}` }));
    const keep = await merger.partner({ name: "Many names", aliases: aliases("One") });
    const merge = await merger.partner({ name: "As many", aliases: aliases("Two") });
    const answer = await merger.askMergePartners({ keep, merge });
    expect(answer.errors[0]?.extensions.fields).toMatchObject([{ path: "aliases" }]);
    const chosen = await merger.mergePartners(keep, merge, { aliases: aliases("One") });
    expect(chosen.aliases).toHaveLength(30);
  });

  it("makes no partner a unit of itself, nor units that go round in a circle", async () => {
    const top = await merger.partner({ name: "Ministry" });
    const merge = await merger.partner({ name: "Directorate", parent: top });
    const between = await merger.partner({ name: "Division", parent: merge });
    const keep = await merger.partner({ name: "The directorate", parent: between });
    const itself = await merger.partner({ name: "Directorate again", parent: keep });
    expect(await merger.mergePartners(keep, merge)).toMatchObject({ parent: { id: top } });
    expect(await merger.mergePartners(keep, itself)).toMatchObject({ parent: { id: top } });
    const { partner } = await manager.get(`query($id: ID!) { partner(id: $id) { parent { id } } }`, { id: between });
    expect(partner.parent.id).toBe(keep);
  });

  it("leaves a recognition that one gave the other on both sides, so that nothing is lost", async () => {
    const [keep, merge] = [await merger.partner(), await merger.partner()];
    const id = await merger.add("Recognition", {
      kind: "MEDAL",
      title: "From one to the other",
      givers: [{ partner: keep }],
      recipients: [{ partner: merge }],
    });
    await merger.mergePartners(keep, merge);
    const { recognition } = await manager.get(
      `query($id: ID!) { recognition(id: $id) { givers { partner { id } } recipients { partner { id } } } }`,
      { id },
    );
    expect(recognition).toEqual({ givers: [{ partner: { id: keep } }], recipients: [{ partner: { id: keep } }] });
  });

  it("tells of the merge in the history of both, and writes to no record that it moves", async () => {
    const [keep, merge] = [await merger.partner({ name: "Here" }), await merger.partner({ name: "There" })];
    const moved = await merger.collaboration([merge]);
    const read = () =>
      manager.get(`query($id: ID!) { collaboration(id: $id) { version updatedAt } history(of: $id) { totalCount } }`, {
        id: moved,
      });
    const before = await read();
    await merger.mergePartners(keep, merge);
    expect(await read()).toEqual(before);
    const history = (of: string) =>
      manager.get(
        `query($of: ID!) { history(of: $of, first: 1) { edges { node { action changes { field before after } merge { id name undoable } } } } }`,
        { of },
      );
    expect((await history(keep)).history.edges[0].node).toEqual({
      action: "MERGE",
      changes: [
        { field: "merged", before: null, after: "There" },
        { field: "aliases", before: null, after: "There" },
      ],
      merge: { id: merge, name: "There", undoable: true },
    });
    expect((await history(merge)).history.edges[0].node).toEqual({
      action: "MERGE",
      changes: [{ field: "mergedInto", before: null, after: "Here" }],
      merge: null,
    });
  });

  it("takes as many statements for many records as for few", async () => {
    const statements = async (records: number) => {
      const [keep, merge] = [await merger.partner(), await merger.partner()];
      for (let index = 0; index < records; index += 1) await merger.collaboration([merge]);
      const merging = await application.statementsOf(() => merger.mergePartners(keep, merge));
      const undoing = await application.statementsOf(() => merger.unmerge(merge));
      return { merging, undoing };
    };
    expect(await statements(30)).toEqual(await statements(3));
  });
});

describe("merging two people", () => {
  it("keeps the names and positions of both, and lets what they said and were given point to the one that stays", async () => {
    const [police, court] = [await merger.partner(), await merger.partner()];
    const position = { partner: police, title: "Chief", from: "2019", to: "2021" };
    const keep = await merger.add("Person", { name: "Maria Cruz", positions: [position] });
    const merge = await merger.add("Person", {
      name: "M. Cruz",
      aliases: ["María Cruz"],
      positions: [position, { partner: court, title: "Judge", from: "2022" }],
      notes: "Speaks three languages.",
    });
    const recognition = await merger.add("Recognition", {
      kind: "AWARD",
      title: "To her twice",
      givers: [{ us: true }],
      recipients: [{ person: keep }, { person: merge }],
    });
    await merger.add("Statement", { text: "Together we are more.", person: merge });
    expect(await merger.mergePeople(keep, merge)).toMatchObject({
      name: "Maria Cruz",
      aliases: ["María Cruz", "M. Cruz"],
      positions: [
        { partner: { id: court }, title: "Judge" },
        { partner: { id: police }, title: "Chief" },
      ],
      notes: "Speaks three languages.",
    });
    const read = await manager.get(
      `query($person: ID!, $recognition: ID!) {
        person(id: $person) { statements { edges { node { speakerName } } } recognitions { totalCount } }
        recognition(id: $recognition) { recipients { person { id } } } }`,
      { person: keep, recognition },
    );
    expect(read.person).toEqual({
      // What she was called when she said it stays.
      statements: { edges: [{ node: { speakerName: "M. Cruz" } }] },
      recognitions: { totalCount: 1 },
    });
    expect(read.recognition.recipients).toEqual([{ person: { id: keep } }]);
  });

  it("takes the fields that were chosen", async () => {
    const keep = await merger.add("Person", { name: "A", notes: "Mine" });
    const merge = await merger.add("Person", { name: "B", notes: "Theirs" });
    expect(await merger.mergePeople(keep, merge, { name: "B", notes: "Theirs", aliases: [] })).toMatchObject({
      name: "B",
      notes: "Theirs",
      aliases: [],
    });
  });
});

describe("an old id", () => {
  let keep: string;
  let old: string;
  let oldest: string;
  beforeAll(async () => {
    keep = await merger.partner({ name: "Stays" });
    old = await merger.partner({ name: "Went" });
    oldest = await merger.partner({ name: "Went first" });
    await merger.collaboration([oldest]);
    await merger.mergePartners(old, oldest);
    await merger.mergePartners(keep, old);
  });

  it("answers the record that stays, through however many merges, to whoever reads it", async () => {
    const leadership = await application.as("leadership");
    for (const viewer of [manager, leadership]) {
      for (const id of [old, oldest]) {
        const { partner } = await viewer.get(`query($id: ID!) { partner(id: $id) { id name } }`, { id });
        expect(partner).toEqual({ id: keep, name: "Stays" });
      }
    }
  });

  it("stands for it in filters, also of a list in a list", async () => {
    const read = await manager.get(
      `query($id: ID!) {
        collaborations(filter: { partner: [$id] }) { totalCount }
        partner(id: $id) { collaborations(filter: { partner: [$id] }) { totalCount } } }`,
      { id: oldest },
    );
    expect(read.collaborations.totalCount).toBe(1);
    expect(read.partner.collaborations.totalCount).toBe(1);
  });

  it("stands for it in what is sent by a form that was open, and says nothing twice", async () => {
    const id = await merger.collaboration([keep]);
    await manager.get(
      `mutation($id: ID!, $participants: [ParticipantInput!]) {
        updateCollaboration(id: $id, version: 1, input: { participants: $participants }) { id } }`,
      { id, participants: [{ partner: old }, { partner: oldest, role: "LEAD" }, { partner: keep }] },
    );
    const { collaboration } = await manager.get(
      `query($id: ID!) { collaboration(id: $id) { participants { partner { id } role } } }`,
      { id },
    );
    expect(collaboration.participants).toEqual([
      { partner: { id: keep }, role: "LEAD" },
      { partner: { id: keep }, role: "SUPPORT" },
    ]);
    const person = await merger.add("Person", { name: "New", positions: [{ partner: old, title: "Clerk" }] });
    const read = await manager.get(`query($id: ID!) { person(id: $id) { positions { partner { id } } } }`, {
      id: person,
    });
    expect(read.person.positions).toEqual([{ partner: { id: keep } }]);
  });

  it("makes no second record of a create that is sent again", async () => {
    const input = { id: v7(), title: "Sent twice", kind: "MEETING", participants: [{ partner: old }] };
    const create = `mutation($input: CreateCollaborationInput!) { createCollaboration(input: $input) { id } }`;
    await manager.get(create, { input });
    await manager.get(create, { input });
    const { collaborations } = await manager.get(`{ collaborations(filter: { text: "Sent twice" }) { totalCount } }`);
    expect(collaborations.totalCount).toBe(1);
  });

  it.each([
    ["changed", `updatePartner(id: $id, version: 2, input: { name: "x" }) { id }`],
    ["deleted", `deletePartner(id: $id, version: 2) { id }`],
    ["restored", `restorePartner(id: $id) { id }`],
  ])("is not %s: the answer names the one that stays", async (_what, field) => {
    const answer = await manager.ask(`mutation($id: ID!) { ${field} }`, { id: old });
    expect(answer.code).toBe("CONFLICT");
    expect(answer.errors[0]?.message).toContain(keep);
  });

  it("is told of in the trash, where it cannot be restored", async () => {
    const { partners } = await manager.get(
      `{ partners(filter: { presence: IN_TRASH, text: "Went first" }) { edges { node { id mergedInto { id } abilities { restore } } } } }`,
    );
    expect(partners.edges).toContainEqual({
      node: { id: oldest, mergedInto: { id: keep }, abilities: { restore: false } },
    });
  });

  it("keeps its own history, also for those who could not restore it", async () => {
    const leadership = await application.as("leadership");
    const { history } = await leadership.get(
      `query($of: ID!) { history(of: $of) { edges { node { action merge { undoable } } } } }`,
      { of: oldest },
    );
    expect(history.edges.map(({ node }: { node: { action: string } }) => node.action)).toEqual(["MERGE", "CREATE"]);
  });

  it("leads to nothing where nothing was merged", async () => {
    expect((await manager.ask(`query($id: ID!) { partner(id: $id) { id } }`, { id: v7() })).code).toBe("NOT_FOUND");
  });
});

describe("a merge that cannot be", () => {
  it("is refused with what to do: with itself, in the trash, of an old version", async () => {
    const [keep, merge, trashed] = [await merger.partner(), await merger.partner(), await merger.partner()];
    await manager.get(`mutation($id: ID!) { deletePartner(id: $id, version: 1) { id } }`, { id: trashed });
    const cases = [
      [{ keep, merge: keep }, "BAD_USER_INPUT", "merged with itself"],
      [{ keep, merge: trashed }, "BAD_USER_INPUT", "Restore it before you merge it"],
      [{ keep: trashed, merge }, "BAD_USER_INPUT", "Restore it before you merge it"],
      [{ keep, keepVersion: 7, merge }, "CONFLICT", "you sent version 7"],
      [{ keep, merge, mergeVersion: 7 }, "CONFLICT", "you sent version 7"],
      [{ keep, merge: v7() }, "NOT_FOUND", "There is no partner"],
    ] as const;
    for (const [variables, code, words] of cases) {
      const answer = await merger.askMergePartners(variables);
      expect(answer.code).toBe(code);
      expect(answer.errors[0]?.message).toContain(words);
    }
    expect(await rowsIn(application.database, "merges WHERE merged_id = kept_id")).toBe(0);
  });

  it("is harmless where it was done already, and refused where another was", async () => {
    const [keep, merge, other] = [await merger.partner(), await merger.partner(), await merger.partner()];
    await merger.mergePartners(keep, merge);
    const again = await merger.askMergePartners({ keep, keepVersion: 2, merge, mergeVersion: 1 });
    expect(again.data.mergePartners).toMatchObject({ id: keep, version: 2 });
    const elsewhere = await merger.askMergePartners({ keep: other, merge });
    expect(elsewhere.code).toBe("CONFLICT");
    expect(elsewhere.errors[0]?.message).toContain(keep);
    const roundabout = await merger.askMergePartners({ keep: merge, merge: keep });
    expect(roundabout.code).toBe("CONFLICT");
    expect((await merger.mergePartners(merge, other)).id).toBe(keep);
  });
});

describe("merging in bulk", () => {
  const BULK = `mutation($merges: [PartnerMergeInput!]!) { mergePartnersInBulk(merges: $merges) { keep merge partner { id version } fault { code message } } }`;

  it("does each for itself, says of each what came of it, and is harmless when sent again", async () => {
    const [one, two, three] = [await merger.partner(), await merger.partner(), await merger.partner()];
    const missing = v7();
    const merges = [
      { keep: one, merge: two },
      { keep: one, merge: missing },
      { keep: two, merge: three },
    ];
    const first = (await manager.get(BULK, { merges })).mergePartnersInBulk;
    expect(first).toMatchObject([
      { keep: one, merge: two, partner: { id: one, version: 2 }, fault: null },
      { keep: one, merge: missing, partner: null, fault: { code: "NOT_FOUND" } },
      { keep: two, merge: three, partner: { id: one, version: 3 }, fault: null },
    ]);
    const again = (await manager.get(BULK, { merges })).mergePartnersInBulk;
    expect(again.map((result: { partner: unknown }) => result.partner)).toEqual([
      { id: one, version: 3 },
      null,
      { id: one, version: 3 },
    ]);
  });

  it("takes the fields that were chosen for each, and merges nothing that somebody changed since it was seen", async () => {
    const [one, two] = [await merger.partner({ summary: "Kept" }), await merger.partner({ summary: "Chosen" })];
    const [other, changed] = [await merger.partner(), await merger.partner()];
    await merger.update("Partner", changed, { summary: "Changed since" });
    const merges = [
      { keep: one, keepVersion: 1, merge: two, mergeVersion: 1, fields: { summary: "Chosen" } },
      { keep: other, merge: changed, mergeVersion: 1 },
      { keep: other, merge: one, fields: { website: "nowhere" } },
    ];
    const bulk = `mutation($merges: [PartnerMergeInput!]!) { mergePartnersInBulk(merges: $merges) { partner { id summary } fault { code } } }`;
    expect((await manager.get(bulk, { merges })).mergePartnersInBulk).toEqual([
      { partner: { id: one, summary: "Chosen" }, fault: null },
      { partner: null, fault: { code: "CONFLICT" } },
      { partner: null, fault: { code: "BAD_USER_INPUT" } },
    ]);
  });

  it("merges people, too", async () => {
    const keep = await merger.add("Person", { name: "One" });
    const merge = await merger.add("Person", { name: "Two" });
    const { mergePeopleInBulk } = await manager.get(
      `mutation($merges: [PersonMergeInput!]!) { mergePeopleInBulk(merges: $merges) { person { id aliases } fault { code } } }`,
      { merges: [{ keep, merge }] },
    );
    expect(mergePeopleInBulk).toEqual([{ person: { id: keep, aliases: ["Two"] }, fault: null }]);
  });

  it("refuses more than 50 at once", async () => {
    const merges = Array.from({ length: 51 }, () => ({ keep: v7(), merge: v7() }));
    const answer = await manager.ask(BULK, { merges });
    expect(answer.errors[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path: "merges" }] });
  });
});

describe("a write at the same time as a merge", () => {
  it("leaves no mention of the record that goes, whichever comes first", async () => {
    for (let round = 0; round < 5; round += 1) {
      const [keep, merge] = [await merger.partner(), await merger.partner()];
      const open = await merger.collaboration([merge]);
      const [, ...written] = await Promise.all([
        merger.mergePartners(keep, merge),
        merger.collaboration([merge]),
        merger.add("Statement", { text: "Said", partner: merge, speakerName: "Somebody" }),
        merger.update("Collaboration", open, { participants: [{ partner: merge }, { partner: demoId("pnp") }] }),
      ]);
      expect(written).toHaveLength(3);
      const { database } = application;
      const left = await database.raw(
        sql`SELECT collaboration_id FROM participants WHERE partner_id = ${merge}
            UNION SELECT id FROM statements WHERE partner_id = ${merge}`,
      );
      expect(left).toEqual([]);
    }
  });
});
