import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoId } from "../features/demo/demo.service.ts";
import type { Visitor } from "../testing/application.ts";
import { change, expectAsMissing, make, Outsiders, wordsOf } from "../testing/outsiders.ts";

/** How other portals have told by what they refused, or by what they did, that something hidden is there. */

let outsiders: Outsiders;
beforeAll(async () => {
  outsiders = await Outsiders.open();
});
afterAll(() => outsiders.application.close());

describe("an error", () => {
  it("about a hidden record is the one about a record that is not there, for every write", async () => {
    const hidden = await outsiders.operation({ appearances: [{ name: "Nadia", role: "WITNESS", protected: true }] });
    const { collaboration } = await outsiders.office.get(`{ collaboration(id: "${hidden}") { appearances { id } } }`);
    const appearance = collaboration.appearances[0].id;
    const requests = [
      (id: string) => `mutation { updateCollaboration(id: "${id}", version: 1, input: { title: "x" }) { id } }`,
      (id: string) => `mutation { deleteCollaboration(id: "${id}", version: 9) { id } }`,
      (id: string) => `mutation { restoreCollaboration(id: "${id}") { id } }`,
      (id: string) =>
        `mutation { keepTrueName(collaboration: "${id}", appearance: "${appearance}", trueName: "X") { id } }`,
      (id: string) => `mutation { removeTrueName(collaboration: "${id}", appearance: "${appearance}") { id } }`,
      (id: string) =>
        `mutation { revealTrueName(collaboration: "${id}", appearance: "${appearance}", reason: "To see what it says") { trueName } }`,
    ];
    for (const [, outsider] of outsiders.all) {
      for (const request of requests) await expectAsMissing(outsider, hidden, request);
    }
  });

  it("says of a link neither that it is hidden nor that it is there already, nor at which place", async () => {
    const { office, manager } = outsiders;
    const hidden = await outsiders.operation();
    const parties = { givers: [{ partner: demoId("pnp") }], recipients: [{ us: true }] };
    const speaker = { ours: true, speakerName: "A colleague" };
    const links = [hidden];
    for (const [kind, field, input] of [
      ["Recognition", "honours", { kind: "AWARD", title: "Open", ...parties, honours: links }],
      ["Collaboration", "follows", { kind: "MEETING", title: "Open", follows: links }],
      ["Statement", "about", { text: "Open", ...speaker, about: links }],
    ] as const) {
      const id = await make(office, kind, input);
      await expectAsMissing(
        manager,
        hidden,
        (link) => `mutation { update${kind}(id: "${id}", version: 1, input: { ${field}: ["${link}"] }) { id } }`,
      );
    }
    await expectAsMissing(
      manager,
      hidden,
      (link) => `mutation { createCollaboration(input: { title: "x", kind: MEETING, follows: ["${link}"] }) { id } }`,
    );
    await expectAsMissing(manager, hidden, (link) => `{ history(of: "${link}") { totalCount } }`);
  });

  it("does not come of a true name of which only a hidden record tells", async () => {
    const { office, manager } = outsiders;
    const hidden = await outsiders.hearing("Bohdana Shevchuk", { confidentiality: "RESTRICTED" });
    const speaker = { ours: true, speakerName: "A colleague" };
    const statement = await make(office, "Statement", { text: "Words", ...speaker, about: [hidden] });
    const tells = { text: "Of Bohdana Shevchuk" };
    expect((await change(office, "Statement", statement, 1, tells)).code).toBe("BAD_USER_INPUT");
    expect((await change(manager, "Statement", statement, 1, tells)).errors).toEqual([]);
  });
});

describe("the log of leadership", () => {
  it("does not tell by a true name that was caught that a hidden record is about a public one", async () => {
    const { office, leadership, admin } = outsiders;
    const open = await outsiders.hearing("Olha Tkachenko");
    const hidden = { ours: true, speakerName: "A colleague", about: [open], confidentiality: "RESTRICTED" };
    const statement = await make(office, "Statement", { text: "Words", ...hidden });
    const query = `{ auditLog(filter: { subject: ["${open}"], action: [TRUE_NAME_CAUGHT] }) { totalCount } }`;
    expect((await change(office, "Statement", statement, 1, { text: "Of Olha Tkachenko" })).code).toBe(
      "BAD_USER_INPUT",
    );
    expect((await leadership.get(query)).auditLog.totalCount).toBe(0);
    expect((await admin.get(query)).auditLog.totalCount).toBe(1);
    expect((await change(office, "Collaboration", open, 1, { title: "Of Olha Tkachenko" })).code).toBe(
      "BAD_USER_INPUT",
    );
    expect((await leadership.get(query)).auditLog.totalCount).toBe(1);
  });
});

describe("making a record under an id that something hidden has", () => {
  const create = (visitor: Visitor, id: string, input: object = {}) =>
    visitor.ask("mutation($input: CreateCollaborationInput!) { createCollaboration(input: $input) { id } }", {
      input: { id, title: "Mine", kind: "MEETING", ...input },
    });

  it("is answered as under a new id to whoever could not make it under that one either", async () => {
    const hidden = await outsiders.operation({ appearances: [{ name: "Nadia", role: "WITNESS", protected: true }] });
    const other = { office: demoId("office-chennai") };
    const wrong = { follows: [v7()] };
    for (const [visitor, input] of [
      [outsiders.leadership, {}],
      [outsiders.nairobi, other],
      [outsiders.manager, wrong],
    ] as const) {
      const id = v7();
      const [taken, free] = [await create(visitor, hidden, input), await create(visitor, id, input)];
      expect(free.errors).toHaveLength(1);
      expect(wordsOf(taken, hidden)).toBe(wordsOf(free, id));
    }
  });

  it("is a conflict in the same words as under the id of what is gone, of another kind, or in another's trash", async () => {
    const { office, manager, admin } = outsiders;
    const hidden = await outsiders.operation();
    const gone = await outsiders.operation();
    await office.get(`mutation { deleteCollaboration(id: "${gone}", version: 1) { id } }`);
    await admin.get("mutation { emptyTrash }");
    const trashed = await make(office, "Collaboration", { title: "In the trash", kind: "MEETING" });
    await office.get(`mutation { deleteCollaboration(id: "${trashed}", version: 1) { id } }`);
    const answers = [];
    for (const id of [hidden, gone, trashed, demoId("pnp")]) answers.push(wordsOf(await create(manager, id), id));
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain("CONFLICT");
    expect(answers[0]).not.toContain("current");
  });
});

describe("merging two partners", () => {
  /** Two partners of one name each; perhaps with hidden records on both sides, and on one alone. */
  async function pair(name: string, withHidden: boolean) {
    const [keep, merge] = [
      await outsiders.partner(`${name} one`),
      await outsiders.partner(`${name} two`, { shortName: name }),
    ];
    await make(outsiders.office, "Collaboration", {
      title: "Open to all",
      kind: "TRAINING",
      participants: [{ partner: keep }, { partner: merge, role: "HOST" }],
      outcomes: [{ measure: "PEOPLE_TRAINED", count: 7 }],
    });
    if (!withHidden) return { keep, merge, hidden: [] };
    const outcomes = [{ measure: "PEOPLE_RESCUED", count: 50 }];
    const both = await outsiders.operation({ participants: [{ partner: keep }, { partner: merge }], outcomes });
    const one = await outsiders.operation({ appearances: [{ name: "Officers", role: "ACCUSED", employer: merge }] });
    const parties = { givers: [{ partner: merge }], recipients: [{ partner: keep }] };
    await make(outsiders.office, "Recognition", {
      kind: "MEDAL",
      title: "Between the two",
      ...parties,
      confidentiality: "RESTRICTED",
    });
    return { keep, merge, hidden: [both, one] };
  }

  const MERGE = `mutation($keep: ID!, $merge: ID!) { mergePartners(keep: $keep, merge: $merge) {
    version name aliases { name } contributedTo { measure count } recognitionBalance { received given betweenPartners }
    collaborations { totalCount edges { node { title version participants { role } } } } recognitions { totalCount }
    timeline { totalCount edges { node { relation } } } } }`;

  it("answers, and leaves behind, the same whether hidden records name them or not", async () => {
    const { manager, office, leadership } = outsiders;
    const [bare, laden] = [await pair("Dunnart", false), await pair("Dunnart", true)];
    const answers = [];
    for (const { keep, merge } of [bare, laden]) {
      const answer = await manager.ask(MERGE, { keep, merge });
      const after = await leadership.get(
        `{ partner(id: "${keep}") { version collaborations { totalCount } recognitions { totalCount } } history(of: "${keep}") { totalCount edges { node { action changes { field before after } } } } }`,
      );
      answers.push({ data: answer.data, errors: answer.errors, after });
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[0]?.errors).toEqual([]);
    const [both, one] = laden.hidden;
    const moved = await office.get(`{
      both: collaboration(id: "${both}") { participants { partner { id } } outcomes { count } }
      one: collaboration(id: "${one}") { appearances { employer { id } } }
      partner(id: "${laden.keep}") { contributedTo { measure count } }
      history(of: "${both}") { edges { node { action } } } }`);
    const kept = { id: laden.keep };
    expect(moved.both).toEqual({ participants: [{ partner: kept }], outcomes: [{ count: 50 }] });
    expect(moved.one.appearances).toEqual([{ employer: kept }]);
    expect(moved.partner.contributedTo).toContainEqual({ measure: "PEOPLE_RESCUED", count: 50 });
    // The histories of the two partners tell of the merge; what was moved did nothing itself.
    expect(moved.history.edges).toEqual([{ node: { action: "CREATE" } }]);
  });
});

describe("emptying the trash", () => {
  it("counts what the administrator finds there, who reads all", async () => {
    const { office, admin } = outsiders;
    await admin.get("mutation { emptyTrash }");
    const hidden = await outsiders.operation();
    await office.get(`mutation { deleteCollaboration(id: "${hidden}", version: 1) { id } }`);
    const { collaborations } = await admin.get("{ collaborations(filter: { presence: IN_TRASH }) { totalCount } }");
    expect(collaborations.totalCount).toBe(1);
    expect(await admin.get("mutation { emptyTrash }")).toEqual({ emptyTrash: 1 });
  });
});

describe("abilities", () => {
  it("of whoever asks with a token say what the token may do", async () => {
    const { admin, application } = outsiders;
    const ask = `{ viewer { abilities { createPartner createPerson createCollaboration createRecognition createStatement
        mergePartners chooseOffice emptyTrash manageUsers readAuditLog } }
      partner(id: "${demoId("pnp")}") { abilities { update delete restore } } }`;
    const { createApiToken } = await admin.get(
      'mutation { createApiToken(input: { name: "Reads", scope: READ }) { token } }',
    );
    const script = application.visitor();
    script.apiToken = createApiToken.token;
    const { viewer, partner } = await script.get(ask);
    expect(Object.entries(viewer.abilities).filter(([, may]) => may)).toEqual([["readAuditLog", true]]);
    expect(partner.abilities).toEqual({ update: false, delete: false, restore: false });
    expect((await admin.get(ask)).partner.abilities).toEqual({ update: true, delete: true, restore: false });
  });
});
