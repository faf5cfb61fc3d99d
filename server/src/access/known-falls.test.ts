import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoId } from "../features/demo/demo.service.ts";
import { change, make, Outsiders } from "../testing/outsiders.ts";
import { PDF, sendFile } from "../testing/uploads.ts";

/** How other portals have shown what they should not have, each by its name; known-falls-of-writing.test.ts has the rest. */

let outsiders: Outsiders;
beforeAll(async () => {
  outsiders = await Outsiders.open();
});
afterAll(() => outsiders.application.close());

describe("a restricted relation between two public records", () => {
  it("moves no total, no distribution, no view of either one, and no history", async () => {
    const { office } = outsiders;
    const [first, second] = [
      await outsiders.partner("Quokka police"),
      await outsiders.partner("Quokka court", { country: "IN" }),
    ];
    const person = await make(office, "Person", { name: "Quokka Chief", positions: [{ partner: first, title: "C" }] });
    await outsiders.expectUnseen(viewsOf(first, second, person), async () => {
      const id = await outsiders.operation({
        participants: [{ partner: first }, { partner: second }],
        appearances: [{ name: "Zebra officers", role: "ACCUSED", employer: second }],
        outcomes: [
          { measure: "PEOPLE_RESCUED", count: 1000 },
          { measure: "MESSAGES_SENT", count: 5 },
        ],
        begin: "2031-02",
        country: "KE",
      });
      const hidden = { confidentiality: "RESTRICTED", date: "2032" };
      const parties = { givers: [{ person }], recipients: [{ us: true }] };
      await make(office, "Recognition", { kind: "MEDAL", title: "Zebra medal", ...parties, honours: [id], ...hidden });
      await make(office, "Statement", { text: "Zebra words", person, about: [id], ...hidden });
      expect((await change(office, "Collaboration", id, 1, { stage: "UNDER_WAY" })).errors).toEqual([]);
      expect((await sendFile(office, id, { bytes: PDF })).statusCode).toBe(201);
    });
  });

  /** Everything in which a relation between the three could show. */
  function viewsOf(first: string, second: string, person: string): string {
    const view = `version updatedAt contributedTo { measure count } recognitionBalance { received given betweenPartners }
      collaborations { totalCount } recognitions { totalCount } statements { totalCount }
      timeline { totalCount edges { node { id relation item { __typename } } } }`;
    return `{
      dashboard { partners collaborations peopleRescued recognitionsReceived recognitionsGiven statements
        outcomes { measure count } byYear { year collaborations peopleRescued recognitionsReceived recognitionsGiven }
        byCountry { country partners collaborations peopleRescued } recentActivity(first: 100) { at action id } }
      ofCountry: dashboard(filter: { country: ["KE"] }) { collaborations byYear { year } byCountry { country } statements }
      first: partner(id: "${first}") { ${view} } second: partner(id: "${second}") { ${view} }
      person(id: "${person}") { version updatedAt recognitions { totalCount } statements { totalCount } }
      firstHistory: history(of: "${first}") { totalCount } personHistory: history(of: "${person}") { totalCount }
      ofPartner: collaborations(filter: { partner: ["${first}"] }) { totalCount }
      ofMeasure: collaborations(filter: { measure: [MESSAGES_SENT] }) { totalCount }
      ofYear: collaborations(filter: { from: "2031" }) { totalCount }
      ofWord: collaborations(filter: { text: "zebra" }) { totalCount }
      restricted: collaborations(filter: { confidentiality: [RESTRICTED] }) { totalCount }
      last: collaborations(first: 1, orderBy: { field: UPDATED_AT, direction: DESC }) { edges { node { id } } }
      given: recognitions(filter: { country: ["PH"], direction: [RECEIVED] }) { totalCount }
      recognised: recognitions(filter: { partner: ["${first}"] }) { totalCount }
      said: statements(filter: { person: ["${person}"] }) { totalCount }
      saidThere: statements(filter: { partner: ["${first}"] }) { totalCount }
      found: search(text: "zebra", first: 50) { edges { node { id } } }
      picked: partners(filter: { text: "quokka" }) { totalCount edges { node { id updatedAt } } }
    }`;
  }
});

describe("a public record that names a restricted one", () => {
  it("keeps its version, its time, its history and its place in every order", async () => {
    const { office, manager } = outsiders;
    const parties = { givers: [{ partner: await outsiders.partner("Bilby police") }], recipients: [{ us: true }] };
    const recognition = await make(office, "Recognition", { kind: "AWARD", title: "Bilby award", ...parties });
    const statement = await make(office, "Statement", { text: "Bilby words", ours: true, speakerName: "A colleague" });
    const visit = await make(office, "Collaboration", { title: "Bilby visit", kind: "FOLLOW_UP_VISIT" });
    const named = [
      ["Recognition", recognition, "honours"],
      ["Statement", statement, "about"],
      ["Collaboration", visit, "follows"],
    ] as const;
    const query = `{
      recognition(id: "${recognition}") { version updatedAt honours { id } }
      statement(id: "${statement}") { version updatedAt about { id } }
      collaboration(id: "${visit}") { version updatedAt follows { id } }
      ${named.map(([kind, id]) => `of${kind}: history(of: "${id}") { totalCount edges { node { id at changes { field after } } } }`).join(" ")}
      dashboard { recentActivity(first: 100) { at action id } }
      recognitions(orderBy: { field: UPDATED_AT, direction: DESC }) { edges { cursor node { id } } }
    }`;
    const hidden = await outsiders.operation();
    await outsiders.expectUnseen(query, async () => {
      for (const [kind, id, field] of named) {
        expect((await change(office, kind, id, 1, { [field]: [hidden] })).errors).toEqual([]);
        expect((await change(office, kind, id, 2, { [field]: [] })).errors).toEqual([]);
        expect((await change(office, kind, id, 3, { [field]: [hidden] })).errors).toEqual([]);
      }
    });
    const conflict = await change(manager, "Recognition", recognition, 7, { title: "Old" });
    expect(conflict.errors[0]?.extensions["current"]).toMatchObject({ version: 1, honours: [] });
    expect(conflict.errors[0]?.message).toContain("it is now at version 1.");
  });

  it("has a history whose ids do not tell by a gap that something between them is hidden", async () => {
    const { office } = outsiders;
    const about: string[] = [];
    for (let index = 0; index < 20; index += 1) {
      about.push(await make(office, "Collaboration", { title: `Meeting ${index}`, kind: "MEETING" }));
    }
    const speaker = { ours: true, speakerName: "A colleague" };
    const statement = await make(office, "Statement", { text: "Of them all", ...speaker, about });
    const { history } = await office.get(`{ history(of: "${statement}", first: 100) { edges { node { id } } } }`);
    const counters = history.edges.map(({ node }: { node: { id: string } }) => counterOf(node.id));
    const steps = counters.slice(1).map((counter: number, index: number) => (counters[index] ?? 0) - counter);
    expect(new Set(steps).size).toBeGreaterThan(15);
  });

  it("keeps its version when the restricted one is removed for good", async () => {
    const { office, admin } = outsiders;
    const hidden = await outsiders.operation();
    const visit = await make(office, "Collaboration", { title: "Visit", kind: "FOLLOW_UP_VISIT" });
    await change(office, "Collaboration", visit, 1, { follows: [hidden] });
    const query = `{ collaboration(id: "${visit}") { version updatedAt } history(of: "${visit}") { totalCount } }`;
    await outsiders.expectUnseen(query, async () => {
      await office.get(`mutation { deleteCollaboration(id: "${hidden}", version: 1) { id } }`);
      expect(await admin.get("mutation { emptyTrash }")).toEqual({ emptyTrash: 1 });
    });
  });
});

/** What orders the ids of one millisecond (RFC 9562, 6.2): 32 bits, of which the variant parts the upper twelve. */
function counterOf(id: string): number {
  const hex = id.replaceAll("-", "");
  const [upper, middle, lower] = [hex.slice(13, 16), hex.slice(16, 18), hex.slice(18, 22)].map((part) =>
    parseInt(part, 16),
  );
  return (upper ?? 0) * 2 ** 20 + ((middle ?? 0) & 0x3f) * 2 ** 14 + ((lower ?? 0) >> 2);
}

describe("a restricted record in the trash", () => {
  it("is in no outsider's trash, and the totals of the trash are as if it were not there", async () => {
    const hidden = await outsiders.operation({ title: "Numbat raid" });
    const query = `{ collaborations(filter: { presence: IN_TRASH }) { totalCount edges { node { id deletedAt } } }
      found: collaborations(filter: { presence: IN_TRASH, text: "numbat" }) { totalCount } }`;
    await outsiders.expectUnseen(query, () =>
      outsiders.office.get(`mutation { deleteCollaboration(id: "${hidden}", version: 1) { id } }`),
    );
    expect((await outsiders.office.get(query)).found.totalCount).toBe(1);
  });
});

describe("a filter that names what the viewer does not find", () => {
  it("finds nothing, whatever the named record has to do with what is there", async () => {
    const { office, admin, manager, leadership } = outsiders;
    const gone = await outsiders.partner("Potoroo police");
    const unit = await outsiders.partner("Potoroo unit", { parent: gone });
    const person = await make(office, "Person", { name: "Potoroo", positions: [{ partner: gone, title: "Chief" }] });
    const speaker = await make(office, "Person", { name: "Speaker", positions: [{ partner: unit, title: "Chief" }] });
    await make(office, "Collaboration", { title: "With both", kind: "MEETING", participants: [{ partner: gone }] });
    const parties = { givers: [{ partner: gone }], recipients: [{ us: true }] };
    await make(office, "Recognition", { kind: "AWARD", title: "Of both", ...parties });
    await make(office, "Statement", { text: "Of the partner", person: speaker, partner: gone });
    const query = `{
      partners(filter: { parent: ["${gone}"] }) { totalCount } people(filter: { partner: ["${gone}"] }) { totalCount }
      collaborations(filter: { partner: ["${gone}"] }) { totalCount }
      recognitions(filter: { partner: ["${gone}"] }) { totalCount }
      statements(filter: { partner: ["${gone}"] }) { totalCount }
      ofPerson: statements(filter: { person: ["${speaker}"] }) { totalCount } }`;
    const counts = async () => Object.values(await leadership.get(query)).map((list) => Object(list).totalCount);
    expect(await counts()).toEqual([1, 1, 1, 1, 1, 1]);
    await office.get(`mutation { deletePartner(id: "${gone}", version: 1) { id } }`);
    await office.get(`mutation { deletePerson(id: "${speaker}", version: 1) { id } }`);
    expect(await counts()).toEqual([0, 0, 0, 0, 0, 0]);
    expect((await leadership.get(`{ person(id: "${person}") { positions { partner { id } } } }`)).person).toEqual({
      positions: [{ partner: null }],
    });
    await admin.get(`mutation { restorePartner(id: "${gone}") { id } }`);
    await manager.get(`mutation { restorePerson(id: "${speaker}") { id } }`);
    expect(await counts()).toEqual([1, 1, 1, 1, 1, 1]);
  });
});

describe("the audit log of leadership", () => {
  it("and its export are as if what they may not read had never been touched", async () => {
    const { office, leadership } = outsiders;
    const actions = ["CREATE", "UPDATE", "DELETE", "RESTORE", "ATTACH_FILE"];
    const log = async () => [
      await leadership.get(
        `{ auditLog(first: 200, filter: { action: [${actions.join(", ")}] }) { totalCount edges { node { id action } } } }`,
      ),
      (await leadership.send({ url: `/export/audit-log.csv?action=${actions.join("&action=")}` })).body,
    ];
    const before = await log();
    const hidden = await outsiders.operation({ title: "Numbat raid", follows: [demoId("shelter-training")] });
    await change(office, "Collaboration", hidden, 1, { title: "Numbat raid!" });
    await sendFile(office, hidden, { bytes: PDF });
    await office.get(`mutation { deleteCollaboration(id: "${hidden}", version: 2) { id } }`);
    await office.get(`mutation { restoreCollaboration(id: "${hidden}") { id } }`);
    expect(await log()).toEqual(before);
  });
});
