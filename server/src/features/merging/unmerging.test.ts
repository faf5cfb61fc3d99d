import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestApplication, type Visitor } from "../../testing/application.ts";
import { everyRow, Merger } from "../../testing/merging.ts";

let application: TestApplication;
let manager: Visitor;
let merger: Merger;
beforeAll(async () => {
  application = await TestApplication.open();
  manager = await application.as("manager");
  merger = new Merger(manager);
});
afterAll(() => application.close());

/** Everything that a page of a partner or person tells. */
const PARTNER = `query($id: ID!) { partner(id: $id) {
  id name shortName aliases { name language } kind status statusHistory { status since } parent { id } units { edges { node { id } } }
  international country subdivision focusAreas summary website sources { title url date } office { id } deletedAt
  abilities { update delete restore } attachments { id name }
  people(orderBy: { field: NAME }) { totalCount edges { node { id positions { partner { id } title rank from to } } } }
  collaborations(orderBy: { field: TITLE }) { totalCount edges { node { id participants { partner { id } role } appearances { employer { id } } } } }
  recognitions(orderBy: { field: TITLE }) { totalCount edges { node { id givers { partner { id } name } recipients { partner { id } name } } } }
  statements { totalCount edges { node { id partner { id } } } }
  timeline { totalCount edges { node { id relation } } } recognitionBalance { received given betweenPartners } contributedTo { measure count } } }`;
const PERSON = `query($id: ID!) { person(id: $id) {
  id name aliases positions { partner { id } title rank from to } currentPosition { title } notes office { id } deletedAt
  abilities { update delete restore } attachments { id name }
  recognitions(orderBy: { field: TITLE }) { edges { node { id givers { person { id } name } recipients { person { id } name } } } }
  statements { edges { node { id person { id } speakerName } } } } }`;

/** Two partners that point to each other and share as much as two records can. */
async function twoPartners(): Promise<{ keep: string; merge: string }> {
  const top = await merger.partner({ name: "Ministry" });
  const merge = await merger.partner({
    name: "Police, National",
    shortName: "NP",
    aliases: [{ name: "National force" }],
    status: "DORMANT",
    statusSince: "2020",
    parent: top,
    country: "IN",
    focusAreas: ["CHILD_LABOUR", "LAND_THEFT"],
    summary: "Theirs.",
    sources: [{ title: "A page" }],
  });
  const keep = await merger.partner({ name: "National Police", parent: merge, focusAreas: ["LAND_THEFT"] });
  await merger.partner({ name: "Women's desk", parent: merge });
  const other = await merger.partner({ name: "A third" });
  await merger.collaboration([merge, other, keep], { title: "All three" });
  await merger.add("Collaboration", {
    title: "In two roles",
    kind: "TRAINING",
    participants: [
      { partner: merge, role: "LEAD" },
      { partner: keep, role: "SUPPORT" },
      { partner: merge, role: "SUPPORT" },
    ],
    outcomes: [{ measure: "PEOPLE_TRAINED", count: 7 }],
  });
  await merger.collaboration([], {
    title: "Trial",
    appearances: [
      { name: "One", role: "ACCUSED", employer: merge },
      { name: "Two", role: "ACCUSED", employer: keep },
    ],
  });
  const position = { title: "Chief", rank: "General", from: "2019", to: "2020-05" };
  const chief = await merger.add("Person", {
    name: "Chief",
    positions: [
      { partner: keep, ...position },
      { partner: merge, ...position },
      { partner: merge, title: "Adviser" },
    ],
  });
  await merger.add("Recognition", {
    kind: "MEDAL",
    title: "To both",
    givers: [{ us: true }],
    recipients: [{ partner: merge }, { partner: keep }, { person: chief }],
  });
  await merger.add("Recognition", {
    kind: "AWARD",
    title: "From one to the other",
    givers: [{ partner: merge }],
    recipients: [{ partner: keep }],
  });
  await merger.add("Statement", { text: "Well done.", partner: merge, speakerName: "A spokesman" });
  await merger.attach(merge);
  await merger.attach(keep);
  return { keep, merge };
}

describe("undoing a merge of partners", () => {
  it("puts back exactly what was, in every field, list and pointer of both", async () => {
    const { keep, merge } = await twoPartners();
    const pages = async () => [await manager.get(PARTNER, { id: keep }), await manager.get(PARTNER, { id: merge })];
    const before = { rows: await everyRow(application.database), pages: await pages() };
    const merged = await merger.mergePartners(keep, merge, { name: "National Police Force", kind: "GOVERNMENT" });
    expect(merged.parent).not.toBeNull();
    expect((await pages()).map(({ partner }) => partner.id)).toEqual([keep, keep]);
    const { changedSince } = await merger.unmerge(merge);
    expect(changedSince).toEqual([]);
    expect(await pages()).toEqual(before.pages);
    expect(await everyRow(application.database)).toEqual(before.rows);
  });

  it("tells of it in the history of both, where no merge is left to undo", async () => {
    const [keep, merge] = [await merger.partner({ name: "Stays" }), await merger.partner({ name: "Comes back" })];
    await merger.mergePartners(keep, merge);
    await merger.unmerge(merge);
    const history = async (of: string) =>
      (
        await manager.get(
          `query($of: ID!) { history(of: $of) { edges { node { action changes { field before after } merge { id } } } } }`,
          { of },
        )
      ).history.edges.map(({ node }: { node: object }) => node);
    expect(await history(keep)).toMatchObject([
      {
        action: "UNMERGE",
        changes: [
          { field: "merged", before: "Comes back", after: null },
          { field: "aliases", before: "Comes back", after: null },
        ],
      },
      { action: "MERGE", merge: null },
      { action: "CREATE" },
    ]);
    expect(await history(merge)).toMatchObject([
      { action: "UNMERGE", changes: [{ field: "mergedInto", before: "Stays", after: null }] },
      { action: "MERGE" },
      { action: "CREATE" },
    ]);
  });

  it("offers to undo only the merge that stands, where the same two were merged before", async () => {
    const [keep, merge] = [await merger.partner(), await merger.partner()];
    await merger.mergePartners(keep, merge);
    await merger.unmerge(merge);
    await merger.mergePartners(keep, merge);
    const { history } = await manager.get(
      `query($of: ID!) { history(of: $of) { edges { node { action merge { undoable } } } } }`,
      { of: keep },
    );
    const merges = history.edges.filter(({ node }: { node: { action: string } }) => node.action === "MERGE");
    expect(merges).toMatchObject([{ node: { merge: { undoable: true } } }, { node: { merge: null } }]);
  });

  it("lets fields stay that somebody changed since, and says which; lists give back only what the merge added", async () => {
    const keep = await merger.partner({ name: "Unit", aliases: [{ name: "First" }] });
    const merge = await merger.partner({
      name: "Other unit",
      summary: "Theirs.",
      country: "IN",
      website: "https://x.org/",
    });
    await merger.mergePartners(keep, merge);
    await merger.update("Partner", keep, {
      summary: "Written anew.",
      subdivision: "IN-TN",
      aliases: [{ name: "First" }, { name: "Other unit" }, { name: "Since" }],
    });
    const { changedSince } = await merger.unmerge(merge);
    expect(changedSince.toSorted()).toEqual(["country", "summary"]);
    const { partner } = await manager.get(PARTNER, { id: keep });
    expect(partner).toMatchObject({
      summary: "Written anew.",
      country: "IN",
      subdivision: "IN-TN",
      website: null,
      aliases: [{ name: "First" }, { name: "Since" }],
    });
  });

  it("lets pointers stay that somebody changed since, and takes back those that stand in a list that was changed", async () => {
    const [keep, merge, other] = [await merger.partner(), await merger.partner(), await merger.partner()];
    const takenOut = await merger.collaboration([merge]);
    const reordered = await merger.collaboration([merge, other]);
    const withBoth = await merger.collaboration([keep, merge]);
    const person = await merger.add("Person", { name: "Moves", positions: [{ partner: merge, title: "Clerk" }] });
    await merger.mergePartners(keep, merge);
    const since = await merger.collaboration([keep]);
    await merger.update("Collaboration", takenOut, { participants: [{ partner: other }] });
    await merger.update("Collaboration", reordered, { participants: [{ partner: other }, { partner: keep }] });
    await merger.update("Collaboration", withBoth, { participants: [{ partner: other }, { partner: keep }] });
    await merger.update("Person", person, {
      positions: [
        { partner: other, title: "Judge", from: "2025" },
        { partner: keep, title: "Clerk" },
      ],
    });
    await merger.unmerge(merge);
    const participants = async (id: string) => {
      const query = `query($id: ID!) { collaboration(id: $id) { participants { partner { id } } } }`;
      const { collaboration } = await manager.get(query, { id });
      return collaboration.participants.map(({ partner }: { partner: { id: string } }) => partner.id);
    };
    expect(await participants(takenOut)).toEqual([other]);
    expect(await participants(reordered)).toEqual([other, merge]);
    expect(await participants(withBoth)).toEqual([other, merge, keep]);
    expect(await participants(since)).toEqual([keep]);
    const read = await manager.get(PERSON, { id: person });
    expect(read.person.positions.map(({ partner }: { partner: { id: string } }) => partner.id)).toEqual([other, merge]);
  });

  it("is a conflict for a form that was open: it may mean either of the two", async () => {
    const [keep, merge] = [await merger.partner(), await merger.partner()];
    const moved = await merger.collaboration([merge]);
    const untouched = await merger.collaboration([keep]);
    await merger.mergePartners(keep, merge);
    await merger.unmerge(merge);
    const save = (id: string) =>
      manager.ask(
        `mutation($id: ID!, $participants: [ParticipantInput!]) {
          updateCollaboration(id: $id, version: 1, input: { participants: $participants }) { id } }`,
        { id, participants: [{ partner: keep, role: "LEAD" }] },
      );
    const answer = await save(moved);
    expect(answer.code).toBe("CONFLICT");
    expect(answer.errors[0]?.extensions["current"]).toMatchObject({ participants: [{ partner: merge }] });
    expect((await save(untouched)).code).toBeUndefined();
  });

  it("undoes one of several merges into one record, and the others stand as if it had never been", async () => {
    const keep = await merger.partner({ name: "Kept" });
    const [one, two] = [
      await merger.partner({ name: "One", summary: "Of one." }),
      await merger.partner({ name: "Two", summary: "Of two." }),
    ];
    await merger.collaboration([one, two]);
    const before = await everyRow(application.database);
    await merger.mergePartners(keep, two);
    const onlyTwo = await everyRow(application.database);
    await merger.unmerge(two);

    await merger.mergePartners(keep, one);
    await merger.mergePartners(keep, two, { summary: "Of two." });
    await merger.unmerge(one);
    const { collaborations } = await everyRow(application.database);
    expect(collaborations).toEqual(onlyTwo["collaborations"]);
    const { partner } = await manager.get(PARTNER, { id: keep });
    expect(partner).toMatchObject({
      aliases: [{ name: "Two" }],
      summary: "Of two.",
      collaborations: { edges: [{ node: { participants: [{ partner: { id: one } }, { partner: { id: keep } }] } }] },
    });
    await merger.unmerge(two);
    expect(await everyRow(application.database)).toEqual(before);
  });

  it("comes back without a parent that has become its own unit since", async () => {
    const keep = await merger.partner({ name: "Kept" });
    const parent = await merger.partner({ name: "Parent" });
    const merge = await merger.partner({ name: "Merged", parent });
    const unit = await merger.partner({ name: "Unit", parent: merge });
    await merger.mergePartners(keep, merge, { parent: null });
    await merger.update("Partner", parent, { parent: unit });
    await merger.unmerge(merge);
    const { partner } = await manager.get(PARTNER, { id: merge });
    expect(partner).toMatchObject({ parent: null, units: { edges: [{ node: { id: unit } }] } });
  });
});

describe("undoing a merge of people", () => {
  it("puts back exactly what was", async () => {
    const [police, court] = [await merger.partner(), await merger.partner()];
    const keep = await merger.add("Person", {
      name: "Maria Cruz",
      positions: [{ partner: police, title: "Chief", from: "2019" }],
    });
    const merge = await merger.add("Person", {
      name: "M. Cruz",
      positions: [{ partner: court, title: "Judge", to: "2018" }],
      notes: "Speaks three languages.",
    });
    await merger.add("Recognition", {
      kind: "AWARD",
      title: "Twice",
      date: "2018",
      givers: [{ us: true }],
      recipients: [{ person: merge }, { partner: police }, { person: keep }],
    });
    await merger.add("Statement", { text: "Together.", person: merge });
    await merger.attach(merge);
    const pages = async () => [await manager.get(PERSON, { id: keep }), await manager.get(PERSON, { id: merge })];
    const before = { rows: await everyRow(application.database), pages: await pages() };
    await merger.mergePeople(keep, merge, { notes: "Something else.", name: "Maria A. Cruz" });
    expect(await everyRow(application.database)).not.toEqual(before.rows);
    await merger.unmerge(merge);
    expect(await pages()).toEqual(before.pages);
    expect(await everyRow(application.database)).toEqual(before.rows);
  });

  it("puts back where a person stood, though their partner was merged in the meantime", async () => {
    const [police, court] = [await merger.partner(), await merger.partner()];
    const keep = await merger.add("Person", { name: "Kept", positions: [{ partner: court, title: "Judge" }] });
    const merge = await merger.add("Person", { name: "Merged", positions: [{ partner: police, title: "Chief" }] });
    const id = await merger.add("Recognition", {
      kind: "AWARD",
      title: "Both",
      givers: [{ us: true }],
      recipients: [{ person: keep }, { person: merge }],
    });
    await merger.mergePeople(keep, merge);
    await merger.mergePartners(court, police);
    await merger.unmerge(merge);
    const read = await manager.get(PERSON, { id: keep });
    expect(read.person.positions).toMatchObject([{ partner: { id: court }, title: "Judge" }]);
    const { partner } = await manager.get(PARTNER, { id: court });
    expect(partner.recognitions.edges).toMatchObject([{ node: { id } }]);
    expect(partner.people.totalCount).toBe(2);
  });
});

describe("a merge that cannot be undone", () => {
  const CANNOT = [
    ["there is none", async () => ({ merged: v7(), code: "NOT_FOUND", words: "There is nothing to undo" })],
    [
      "the one that stayed is in the trash",
      async () => {
        const [keep, merged] = [await merger.partner(), await merger.partner()];
        await merger.mergePartners(keep, merged);
        await manager.get(`mutation($id: ID!) { deletePartner(id: $id, version: 2) { id } }`, { id: keep });
        return { merged, code: "CONFLICT", words: "is in the trash. Restore that one first" };
      },
    ],
    [
      "the one that stayed was itself merged since",
      async () => {
        const [keep, merged, last] = [await merger.partner(), await merger.partner(), await merger.partner()];
        await merger.mergePartners(keep, merged);
        await merger.mergePartners(last, keep);
        return { merged, code: "CONFLICT", words: `into the one with the id "${last}". Undo that merge first` };
      },
    ],
  ] as const;
  it.each(CANNOT)("because %s, says so", async (_why, made) => {
    const { merged, code, words } = await made();
    const answer = await merger.askUnmerge(merged);
    expect(answer.code).toBe(code);
    expect(answer.errors[0]?.message).toContain(words);
  });

  it("because the record was removed for good, says so; its old address still leads on", async () => {
    const admin = await application.as("admin");
    const [keep, merge] = [await merger.partner({ name: "Remains" }), await merger.partner({ name: "Removed" })];
    const moved = await merger.collaboration([merge, keep]);
    await merger.mergePartners(keep, merge);
    await admin.get("mutation { emptyTrash }");
    const answer = await merger.askUnmerge(merge);
    expect(answer.code).toBe("CONFLICT");
    expect(answer.errors[0]?.message).toContain("removed for good");
    const read = await manager.get(
      `query($id: ID!, $moved: ID!) { partner(id: $id) { id collaborations { totalCount } }
        history(of: $id) { edges { node { merge { undoable } action } } } moved: history(of: $moved) { edges { node { changes { field after } } } } }`,
      { id: merge, moved },
    );
    expect(read.partner).toEqual({ id: keep, collaborations: { totalCount: 1 } });
    expect(read.history.edges).toMatchObject([
      { node: { action: "MERGE", merge: { undoable: false } } },
      { node: { action: "CREATE" } },
    ]);
    // What the history told of the one that is gone bears the name of the one that stays.
    expect(JSON.stringify(read.moved)).toContain("Remains, SUPPORT; Remains, SUPPORT");
    const left = JSON.stringify(await everyRow(application.database));
    expect(left).not.toContain('"collapsed":"');
  });
});
