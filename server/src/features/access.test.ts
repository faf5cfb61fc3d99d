import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestApplication, type Visitor } from "../testing/application.ts";
import { demoId } from "./demo/demo.service.ts";

/** A restricted record shows through nowhere, and the table "Who may do what" holds. */

let application: TestApplication;
let manager: Visitor;
let office: Visitor;
let leadership: Visitor;
let admin: Visitor;
let secret: { id: string; recognition: string; statement: string };
const PARTNER = demoId("pnp-wcpc");

beforeAll(async () => {
  application = await TestApplication.open();
  [manager, office, leadership, admin] = await Promise.all([
    application.as("manager"),
    application.as("office"),
    application.as("leadership"),
    application.as("admin"),
  ]);
  const created = await office.get(
    `mutation($input: CreateCollaborationInput!) { createCollaboration(input: $input) { id } }`,
    {
      input: {
        title: "Zebrafish operation",
        kind: "JOINT_OPERATION",
        confidentiality: "RESTRICTED",
        begin: "2031",
        country: "PH",
        participants: [{ partner: PARTNER }],
        outcomes: [{ measure: "PEOPLE_RESCUED", count: 1000 }],
        follows: [demoId("shelter-training")],
      },
    },
  );
  const id = created.createCollaboration.id;
  const honour = await office.get(
    `mutation($input: CreateRecognitionInput!) { createRecognition(input: $input) { id } }`,
    {
      input: {
        kind: "AWARD",
        title: "Open award",
        givers: [{ partner: PARTNER }],
        recipients: [{ us: true }],
        honours: [id],
      },
    },
  );
  const said = await office.get(`mutation($input: CreateStatementInput!) { createStatement(input: $input) { id } }`, {
    input: {
      text: "Zebrafish words",
      partner: PARTNER,
      speakerName: "Somebody",
      confidentiality: "RESTRICTED",
      about: [id],
    },
  });
  secret = { id, recognition: honour.createRecognition.id, statement: said.createStatement.id };
});
afterAll(() => application.close());

/** Everything in which a record can show, as one viewer sees it. */
function everything(viewer: Visitor): Promise<Record<string, unknown>> {
  return viewer.get(`{
    collaborations { totalCount edges { node { id } } }
    byText: collaborations(filter: { text: "zebrafish" }) { totalCount }
    byYear: collaborations(filter: { from: "2031" }) { totalCount }
    statements { totalCount edges { node { id } } }
    search(text: "zebrafish") { edges { node { id title } } }
    dashboard { collaborations peopleRescued statements byYear { year collaborations } byCountry { country collaborations peopleRescued } recentActivity(first: 50) { id title } }
    partner(id: "${PARTNER}") { collaborations { totalCount } statements { totalCount } contributedTo { measure count } timeline { totalCount edges { node { item { __typename } } } } }
    followed: collaboration(id: "${demoId("shelter-training")}") { followedBy { id } }
  }`);
}

describe("a restricted record of Manila", () => {
  it("is there for its office and for administrators", async () => {
    for (const viewer of [office, admin]) {
      const seen = JSON.stringify(await everything(viewer));
      expect(seen).toContain(secret.id);
      expect(seen).toContain('"peopleRescued":1094');
    }
  });

  it.each(["manager of another office", "leadership"])("is as if it did not exist for the %s", async (who) => {
    const viewer = who === "leadership" ? leadership : manager;
    const seen = await everything(viewer);
    const text = JSON.stringify(seen);
    expect(text).not.toContain(secret.id);
    expect(text).not.toContain(secret.statement);
    expect(text).not.toContain("2031");
    expect(text).not.toContain("1094");
    expect(seen).toMatchObject({
      byText: { totalCount: 0 },
      byYear: { totalCount: 0 },
      search: { edges: [] },
      statements: { totalCount: 2 },
      dashboard: { collaborations: 8, peopleRescued: 94 },
      partner: { collaborations: { totalCount: 0 }, contributedTo: [], timeline: { totalCount: 2 } },
      followed: { followedBy: [{ id: demoId("larysa-kept-safe") }] },
    });
  });

  it("is answered in the same words as what does not exist, to read and to write", async () => {
    const nobody = "0190a000-0000-7000-8000-00000000dead";
    const requests = [
      (id: string) => `{ collaboration(id: "${id}") { id } }`,
      (id: string) => `{ history(of: "${id}") { totalCount } }`,
      (id: string) => `mutation { updateCollaboration(id: "${id}", version: 9, input: { title: "x" }) { id } }`,
      (id: string) => `mutation { deleteCollaboration(id: "${id}", version: 1) { id } }`,
      (id: string) => `mutation { restoreCollaboration(id: "${id}") { id } }`,
      (id: string) =>
        `mutation { createCollaboration(input: { title: "x", kind: MEETING, follows: ["${id}"] }) { id } }`,
    ];
    for (const request of requests) {
      const [hidden, missing] = [await manager.ask(request(secret.id)), await manager.ask(request(nobody))];
      expect(hidden.errors.length).toBe(1);
      expect(JSON.stringify(hidden.errors).replaceAll(secret.id, "ID")).toBe(
        JSON.stringify(missing.errors).replaceAll(nobody, "ID"),
      );
    }
  });

  it("does not show in the records that name it, nor in their history", async () => {
    const query = `{ recognition(id: "${secret.recognition}") { version honours { id } } history(of: "${secret.recognition}") { totalCount edges { node { changes { field after } } } } }`;
    expect(JSON.stringify(await office.get(query))).toContain(secret.id);
    const seen = await manager.get(query);
    expect(seen.recognition.honours).toEqual([]);
    expect(seen.history.totalCount).toBe(1);
    expect(JSON.stringify(seen)).not.toContain('honours","after');
    expect(JSON.stringify(await office.get(query))).toContain("Zebrafish operation");
  });

  it("stays named where somebody who may not know of it replaces the list", async () => {
    const { recognition } = await manager.get(`{ recognition(id: "${secret.recognition}") { version } }`);
    await manager.get(
      `mutation($version: Int!, $honours: [ID!]) { updateRecognition(id: "${secret.recognition}", version: $version, input: { honours: $honours, title: "Open award!" }) { honours { id } } }`,
      { version: recognition.version, honours: [demoId("brick-kiln-2005")] },
    );
    const { recognition: whole } = await office.get(`{ recognition(id: "${secret.recognition}") { honours { id } } }`);
    expect(whole.honours.map((honoured: { id: string }) => honoured.id).toSorted()).toEqual(
      [demoId("brick-kiln-2005"), secret.id].toSorted(),
    );
  });

  it("is not in the record that a conflict carries", async () => {
    const answer = await manager.ask(
      `mutation { updateRecognition(id: "${secret.recognition}", version: 1, input: { title: "Old" }) { id } }`,
    );
    expect(answer.code).toBe("CONFLICT");
    expect(JSON.stringify(answer.errors)).not.toContain(secret.id);
    expect(JSON.stringify(answer.errors)).toContain(demoId("brick-kiln-2005"));
  });

  it("is there for a leader as soon as they are named as a member", async () => {
    const { users } = await office.get(`{ users(filter: { role: [LEADERSHIP] }) { edges { node { id } } } }`);
    const { collaboration } = await office.get(`{ collaboration(id: "${secret.id}") { version } }`);
    const member = users.edges[0].node.id;
    await office.get(
      `mutation($version: Int!, $members: [ID!]) { updateCollaboration(id: "${secret.id}", version: $version, input: { members: $members }) { id } }`,
      { version: collaboration.version, members: [member] },
    );
    const read = await leadership.get(`{ collaboration(id: "${secret.id}") { title abilities { update delete } } }`);
    expect(read.collaboration).toEqual({ title: "Zebrafish operation", abilities: { update: false, delete: false } });
  });
});

describe("who may write", () => {
  const create = (input: object) =>
    [
      `mutation($input: CreatePartnerInput!) { createPartner(input: $input) { id office { name } abilities { update } } }`,
      { input },
    ] as const;

  it("leadership adds nothing", async () => {
    expect((await leadership.ask(...create({ name: "X", kind: "NGO" }))).code).toBe("FORBIDDEN");
  });

  it("a regional office adds partners for its own office, and for no other", async () => {
    const own = await office.get(...create({ name: "Own", kind: "NGO" }));
    expect(own.createPartner).toMatchObject({ office: { name: "Manila" }, abilities: { update: true } });
    expect((await office.ask(...create({ name: "X", kind: "NGO", office: demoId("office-nairobi") }))).code).toBe(
      "FORBIDDEN",
    );
  });

  it("a regional office changes its own partners, and reads the others'", async () => {
    const { partner } = await office.get(`{ partner(id: "${demoId("tn-police")}") { version abilities { update } } }`);
    expect(partner.abilities.update).toBe(false);
    const answer = await office.ask(
      `mutation { updatePartner(id: "${demoId("tn-police")}", version: ${partner.version}, input: { name: "X" }) { id } }`,
    );
    expect(answer.code).toBe("FORBIDDEN");
  });

  it("a regional office cannot give a partner away to another office", async () => {
    const answer = await office.ask(
      `mutation { updatePartner(id: "${demoId("pnp")}", version: 1, input: { office: "${demoId("office-nairobi")}" }) { id } }`,
    );
    expect(answer.code).toBe("FORBIDDEN");
  });

  it("a manager adds and changes partners of every office", async () => {
    const made = await manager.get(...create({ name: "Anywhere", kind: "NGO", office: demoId("office-nairobi") }));
    expect(made.createPartner).toMatchObject({ office: { name: "Nairobi" }, abilities: { update: true } });
  });

  it("who logs something restricted for another office becomes its member, and cannot lock themselves out", async () => {
    const made = await manager.get(
      `mutation { createCollaboration(input: { title: "Elsewhere", kind: MEETING, confidentiality: RESTRICTED, office: "${demoId("office-nairobi")}" }) { id version members { name } } }`,
    );
    expect(made.createCollaboration.members).toEqual([{ name: "Meera Nair" }]);
    const answer = await manager.ask(
      `mutation { updateCollaboration(id: "${made.createCollaboration.id}", version: 1, input: { members: [] }) { id } }`,
    );
    expect(answer.errors[0]?.extensions.fields).toMatchObject([{ path: "members" }]);
  });

  it("only an administrator empties the trash", async () => {
    for (const viewer of [manager, office, leadership])
      expect((await viewer.ask("mutation { emptyTrash }")).code).toBe("FORBIDDEN");
    const { createPartner } = await admin.get(`mutation { createPartner(input: { name: "Gone", kind: NGO }) { id } }`);
    await admin.get(`mutation { deletePartner(id: "${createPartner.id}", version: 1) { id } }`);
    expect(await admin.get("mutation { emptyTrash }")).toEqual({ emptyTrash: 1 });
    expect((await admin.ask(`mutation { restorePartner(id: "${createPartner.id}") { id } }`)).code).toBe("NOT_FOUND");
  });

  it("nobody does anything without signing in", async () => {
    const stranger = application.visitor();
    for (const query of [
      "{ partners { totalCount } }",
      "{ dashboard { partners } }",
      `{ search(text: "a") { edges { node { id } } } }`,
      "mutation { emptyTrash }",
    ]) {
      expect((await stranger.ask(query)).code).toBe("UNAUTHENTICATED");
    }
    expect((await stranger.get("{ viewer { id } }")).viewer).toBeNull();
  });
});
