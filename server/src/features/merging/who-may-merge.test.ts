import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestApplication, type Visitor } from "../../testing/application.ts";
import { Merger } from "../../testing/merging.ts";
import { demoId } from "../demo/demo.service.ts";

/** Who may merge and undo it; and that what they may not read is moved without a sign. */

let application: TestApplication;
let manager: Merger;
let office: Merger;
let leadership: Merger;
let admin: Merger;
beforeAll(async () => {
  application = await TestApplication.open();
  [manager, office, leadership, admin] = await Promise.all([
    application.as("manager").then((visitor) => new Merger(visitor)),
    application.as("office").then((visitor) => new Merger(visitor)),
    application.as("leadership").then((visitor) => new Merger(visitor)),
    application.as("admin").then((visitor) => new Merger(visitor)),
  ]);
});
afterAll(() => application.close());

const MANILA = demoId("office-manila");

describe("who may merge and undo it", () => {
  it("managers and administrators may everywhere, people and partners", async () => {
    for (const merger of [manager, admin]) {
      const [keep, merge] = [await manager.partner({ office: MANILA }), await manager.partner()];
      expect((await merger.mergePartners(keep, merge)).id).toBe(keep);
      await merger.unmerge(merge);
      const [one, two] = [
        await manager.add("Person", { name: "One" }),
        await manager.add("Person", { name: "Two", office: MANILA }),
      ];
      expect((await merger.mergePeople(one, two)).id).toBe(one);
      await merger.unmerge(two);
    }
  });

  it("a regional office may where both are its own", async () => {
    const [keep, merge] = [await office.partner(), await office.partner()];
    const foreign = await manager.partner();
    expect((await office.askMergePartners({ keep, merge: foreign })).code).toBe("FORBIDDEN");
    expect((await office.askMergePartners({ keep: foreign, merge })).code).toBe("FORBIDDEN");
    const away = await office.askMergePartners({ keep, merge, fields: { office: demoId("office-nairobi") } });
    expect(away.code).toBe("FORBIDDEN");
    await office.mergePartners(keep, merge);
    await office.unmerge(merge);
  });

  it("a regional office undoes no merge into a record of another office, and is not offered it", async () => {
    const [keep, merge] = [await manager.partner(), await office.partner()];
    await manager.mergePartners(keep, merge);
    expect((await office.askUnmerge(merge)).code).toBe("FORBIDDEN");
    const undoable = async (merger: Merger) => {
      const { history } = await merger.visitor.get(
        `query($of: ID!) { history(of: $of, first: 1) { edges { node { merge { undoable } } } } }`,
        { of: keep },
      );
      return history.edges[0].node.merge.undoable;
    };
    expect(await undoable(office)).toBe(false);
    expect(await undoable(leadership)).toBe(false);
    expect(await undoable(manager)).toBe(true);
  });

  it("leadership merges nothing and undoes nothing", async () => {
    const [keep, merge] = [await manager.partner(), await manager.partner()];
    expect((await leadership.askMergePartners({ keep, merge })).code).toBe("FORBIDDEN");
    await manager.mergePartners(keep, merge);
    expect((await leadership.askUnmerge(merge)).code).toBe("FORBIDDEN");
  });

  it("nobody does without signing in, and nobody with a token that may only read", async () => {
    const stranger = application.visitor();
    expect((await stranger.ask(`mutation { unmerge(merged: "x") { changedSince } }`)).code).toBe("UNAUTHENTICATED");
    const { createApiToken } = await manager.visitor.get(
      `mutation { createApiToken(input: { name: "Reads", scope: READ }) { token } }`,
    );
    const script = application.visitor();
    script.apiToken = createApiToken.token;
    for (const mutation of [
      `mergePartners(keep: "x", merge: "y") { id }`,
      `mergePartnersInBulk(merges: []) { keep }`,
      `mergePeople(keep: "x", merge: "y") { id }`,
      `mergePeopleInBulk(merges: []) { keep }`,
      `unmerge(merged: "x") { changedSince }`,
    ]) {
      expect((await script.ask(`mutation { ${mutation} }`)).code).toBe("FORBIDDEN");
    }
  });
});

/** Two partners, and what Manila keeps from the others about them, where it does. */
async function made(hidden: boolean) {
  const keep = await manager.partner({ name: "Shown" });
  const merge = await manager.partner({ name: "Shown, too" });
  const open = await office.add("Recognition", {
    kind: "MEDAL",
    title: "Open",
    givers: [{ partner: merge }],
    recipients: [{ us: true }],
  });
  if (!hidden) return { keep, merge, open, secret: null };
  const restricted = { confidentiality: "RESTRICTED" };
  const secret = await office.collaboration([merge, keep], { title: "Nightjar", ...restricted });
  await office.collaboration([merge], { title: "Nightjar again", ...restricted });
  await office.add("Recognition", {
    kind: "MEDAL",
    title: "Between",
    givers: [{ partner: keep }],
    recipients: [{ partner: merge }],
    ...restricted,
  });
  await office.add("Statement", { text: "Nightjar", partner: merge, speakerName: "Somebody", ...restricted });
  return { keep, merge, open, secret };
}

const SEEN = `query($keep: ID!, $merge: ID!, $open: ID!) {
  keep: partner(id: $keep) { ...P } merge: partner(id: $merge) { ...P }
  kept: history(of: $keep) { totalCount edges { node { action changes { field before after } } } }
  merged: history(of: $merge) { totalCount edges { node { action changes { field before after } } } }
  recognition(id: $open) { version givers { partner { name } } }
  opened: history(of: $open) { totalCount }
  collaborations(filter: { partner: [$merge] }) { totalCount } }
  fragment P on Partner { version name aliases { name } collaborations { totalCount } recognitions { totalCount }
    statements { totalCount } timeline { totalCount } recognitionBalance { received given betweenPartners } contributedTo { count } }`;

describe("what the one who merges may not read", () => {
  it("is moved, and moved back, and nothing that they see tells of it", async () => {
    const sides = [];
    for (const hidden of [true, false]) {
      const { keep, merge, open } = await made(hidden);
      const seen = (viewer: Visitor) => viewer.get(SEEN, { keep, merge, open });
      const steps: unknown[] = [await manager.mergePartners(keep, merge)];
      for (const viewer of [manager, leadership]) steps.push(await seen(viewer.visitor));
      steps.push(await manager.unmerge(merge));
      for (const viewer of [manager, leadership]) steps.push(await seen(viewer.visitor));
      sides.push(JSON.stringify(steps).replaceAll(keep, "KEEP").replaceAll(merge, "MERGE"));
    }
    expect(sides[0]?.replace(/"\d{4}-[^"]+Z"/g, "")).toBe(sides[1]?.replace(/"\d{4}-[^"]+Z"/g, ""));
  });

  it("is with the one that stays for those who may read it, and as before when the merge is undone", async () => {
    const { keep, merge, secret } = await made(true);
    const seen = async () =>
      (
        await office.visitor.get(
          `query($id: ID!) { partner(id: $id) { collaborations { totalCount } recognitions { totalCount } statements { totalCount } } }`,
          { id: keep },
        )
      ).partner;
    const read = async () =>
      (
        await office.visitor.get(
          `query($id: ID!) { collaboration(id: $id) { version updatedAt participants { partner { id } } } }`,
          { id: secret },
        )
      ).collaboration;
    const before = await read();
    await manager.mergePartners(keep, merge);
    expect(await seen()).toMatchObject({
      collaborations: { totalCount: 2 },
      recognitions: { totalCount: 2 },
      statements: { totalCount: 1 },
    });
    expect(await read()).toEqual({ ...before, participants: [{ partner: { id: keep } }] });
    await manager.unmerge(merge);
    expect(await seen()).toMatchObject({ collaborations: { totalCount: 1 }, statements: { totalCount: 0 } });
    expect(await read()).toEqual({ ...before, version: before.version + 1 });
  });
});
