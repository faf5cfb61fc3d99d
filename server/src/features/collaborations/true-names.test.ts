import { randomBytes } from "node:crypto";
import sql from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rotateKey } from "../../rotate-key.ts";
import { KeyRing } from "../../sealing.ts";
import { TestApplication, type Visitor } from "../../testing/application.ts";
import { setUpCodes } from "../../testing/one-time-codes.ts";
import { demoId } from "../demo/demo.service.ts";

const TRUE_NAME = "Oksana Hryhorivna Melnyk";
const KEEP = `mutation($collaboration: ID!, $appearance: ID!, $trueName: String!) {
  keepTrueName(collaboration: $collaboration, appearance: $appearance, trueName: $trueName) { id hasTrueName } }`;
const REVEAL = `mutation($collaboration: ID!, $appearance: ID!, $reason: String!) {
  revealTrueName(collaboration: $collaboration, appearance: $appearance, reason: $reason) { trueName hideAt } }`;
const REMOVE = `mutation($collaboration: ID!, $appearance: ID!) {
  removeTrueName(collaboration: $collaboration, appearance: $appearance) { hasTrueName } }`;
const REASON = "The court asks for her statement by name.";

let application: TestApplication;
let member: Visitor;
let colleague: Visitor;
let leader: Visitor;
let admin: Visitor;
let whose: { collaboration: string; appearance: string };
let openId: string;

beforeAll(async () => {
  application = await TestApplication.open();
  await application.addUser("colleague@demo.example", "PARTNERSHIP_MANAGER", "office-chennai");
  [member, colleague, leader, admin] = await Promise.all([
    application.as("manager"),
    application.asUser("colleague@demo.example"),
    application.as("leadership"),
    application.as("admin"),
  ]);
  const idOf = async (visitor: Visitor) => (await visitor.get("{ viewer { id } }")).viewer.id;
  const { createCollaboration } = await member.get(
    `mutation($members: [ID!]) { createCollaboration(input: {
      title: "A hearing", kind: LEGAL_CASE, confidentiality: RESTRICTED, members: $members,
      appearances: [{ name: "Olena", role: WITNESS, protected: true }, { name: "An officer", role: ACCUSED }]
    }) { id appearances { id name hasTrueName } } }`,
    { members: [await idOf(member), await idOf(leader)] },
  );
  const [olena] = createCollaboration.appearances;
  expect(olena).toMatchObject({ name: "Olena*", hasTrueName: false });
  whose = { collaboration: createCollaboration.id, appearance: olena.id };
  const open = await member.get('mutation { createCollaboration(input: { title: "Open", kind: MEETING }) { id } }');
  openId = open.createCollaboration.id;
  await setUpCodes(member, "concord-demo");
});
afterAll(() => application.close());

describe("a true name", () => {
  it("is kept sealed, by a named member who may edit", async () => {
    const { keepTrueName } = await member.get(KEEP, { ...whose, trueName: TRUE_NAME });
    expect(keepTrueName).toEqual({ id: whose.appearance, hasTrueName: true });
    const [row] = await application.database.raw(sql`SELECT * FROM true_names`);
    expect(String(row?.["sealed"])).toMatch(/^[0-9a-f]{16}\.[\w-]{16}\.[\w-]+$/);
    for (const visitor of [colleague, leader, admin]) {
      expect((await visitor.ask(KEEP, { ...whose, trueName: "Somebody Else" })).code).toBe("FORBIDDEN");
    }
  });

  it("is revealed to a named member with a reason, in a confirmed session, for a minute, and that is noted", async () => {
    const { revealTrueName } = await member.get(REVEAL, { ...whose, reason: REASON });
    expect(revealTrueName.trueName).toBe(TRUE_NAME);
    const seconds = (Date.parse(revealTrueName.hideAt) - Date.now()) / 1000;
    expect(seconds).toBeGreaterThan(55);
    expect(seconds).toBeLessThanOrEqual(60);
    const { auditLog } = await admin.get(
      "{ auditLog(filter: { action: [REVEAL] }) { edges { node { by { email } subject { id } remark at } } } }",
    );
    expect(auditLog.edges.map(({ node }: { node: object }) => node)).toMatchObject([
      { by: { email: "manager@demo.example" }, subject: { id: whose.collaboration }, remark: `Olena*: ${REASON}` },
    ]);
  });

  it("is revealed to nobody else, and in no session that only a password opened", async () => {
    for (const visitor of [colleague, leader, admin]) {
      await setUpCodes(visitor, "concord-demo");
      expect((await visitor.ask(REVEAL, { ...whose, reason: REASON })).code).toBe("FORBIDDEN");
    }
    const stranger = await application.as("office");
    const hidden = await stranger.ask(REVEAL, { ...whose, reason: REASON });
    const missing = await stranger.ask(REVEAL, { ...whose, collaboration: whose.appearance, reason: REASON });
    expect(hidden.code).toBe("NOT_FOUND");
    expect(JSON.stringify(hidden.errors).replaceAll(whose.collaboration, "ID")).toBe(
      JSON.stringify(missing.errors).replaceAll(whose.appearance, "ID"),
    );
    await application.database.transaction((transaction) =>
      transaction.execute(sql`UPDATE sessions SET confirmed_at = NULL`),
    );
    const unconfirmed = await member.ask(REVEAL, { ...whose, reason: REASON });
    expect(unconfirmed.code).toBe("FORBIDDEN");
    expect(unconfirmed.errors[0]?.extensions["confirmationRequired"]).toBe(true);
    await application.database.transaction((transaction) =>
      transaction.execute(sql`UPDATE sessions SET confirmed_at = ${new Date().toISOString()}`),
    );
  });

  it("asks for a reason, which does not tell the name itself", async () => {
    for (const reason of ["", "because", `I want to write to ${TRUE_NAME}`]) {
      const answer = await member.ask(REVEAL, { ...whose, reason });
      expect(answer.code).toBe("BAD_USER_INPUT");
      expect(answer.errors[0]?.extensions.fields?.[0]?.path).toBe("reason");
      expect(JSON.stringify(answer.errors)).not.toContain("Oksana");
    }
  });

  it("says what the viewer may do with it, by the same rules", async () => {
    const query = `query($id: ID!) { collaboration(id: $id) { appearances { name hasTrueName trueNameAbilities { reveal keep } } } }`;
    const abilities = async (visitor: Visitor) => {
      const { collaboration } = await visitor.get(query, { id: whose.collaboration });
      return collaboration.appearances[0].trueNameAbilities;
    };
    expect(await abilities(member)).toEqual({ reveal: true, keep: true });
    for (const visitor of [colleague, leader, admin])
      expect(await abilities(visitor)).toEqual({ reveal: false, keep: false });
  });
});

describe("a text that tells a true name", () => {
  const update = (input: object, id = whose.collaboration) =>
    member
      .get("query($id: ID!) { collaboration(id: $id) { version } }", { id })
      .then(({ collaboration }) =>
        member.ask(
          "mutation($id: ID!, $version: Int!, $input: UpdateCollaborationInput!) { updateCollaboration(id: $id, version: $version, input: $input) { id } }",
          { id, version: collaboration.version, input },
        ),
      );

  it.each([
    ["title", { title: "The case of Oksana Melnyk" }],
    ["summary", { summary: "She, MELNYK Oksana, spoke." }],
    ["place", { place: "Oksana Hryhorivna's house" }],
    ["milestones.0.title", { milestones: [{ date: "2026", title: "Oksana Melnyk testifies" }] }],
    [
      "milestones.0.title",
      {
        milestones: [
          { date: "2026", title: "Oksana Melnyk testifies" },
          { date: "2025", title: "Sorted before it" },
        ],
      },
    ],
    ["sources.0.title", { sources: [{ title: "Interview with Oksana  Melnyk" }] }],
    ["sources.0.url", { sources: [{ title: "x", url: "https://example.org/oksana-melnyk" }] }],
    [
      "appearances.1.description",
      {
        appearances: [
          { name: "Olena*", role: "WITNESS", protected: true },
          { name: "B", role: "OTHER", description: "Cousin of Oksana Melnyk" },
        ],
      },
    ],
  ])("is caught in %s before it is saved", async (path, input) => {
    const answer = await update(input);
    expect(answer.code).toBe("BAD_USER_INPUT");
    expect(answer.errors[0]?.extensions.fields?.map((field) => field.path)).toEqual([path]);
    expect(JSON.stringify(answer.errors)).not.toMatch(/oksana/i);
  });

  it("is caught in what honours the collaboration or is about it, and in a new collaboration's update", async () => {
    const honour = await member.ask(
      "mutation($input: CreateRecognitionInput!) { createRecognition(input: $input) { id } }",
      {
        input: {
          kind: "AWARD",
          title: "For Oksana Melnyk",
          givers: [{ us: true }],
          recipients: [{ partner: demoId("pnp") }],
          honours: [whose.collaboration],
        },
      },
    );
    expect(honour.errors[0]?.extensions.fields?.map((field) => field.path)).toContain("title");
    const statement = await member.ask(
      "mutation($input: CreateStatementInput!) { createStatement(input: $input) { id } }",
      { input: { text: "Oksana Melnyk is brave", ours: true, speakerName: "X", about: [whose.collaboration] } },
    );
    expect(statement.errors[0]?.extensions.fields?.map((field) => field.path)).toEqual(["text"]);
    expect((await update({ summary: "Oksana Melnyk" }, openId)).errors).toEqual([]);
  });

  it("is noted without being repeated", async () => {
    const { auditLog } = await admin.get(
      "{ auditLog(filter: { action: [TRUE_NAME_CAUGHT] }) { edges { node { by { email } remark subject { id } } } } }",
    );
    expect(auditLog.edges.length).toBeGreaterThan(5);
    expect(JSON.stringify(auditLog)).not.toMatch(/oksana/i);
    expect(auditLog.edges[0].node.subject.id).toBe(whose.collaboration);
  });

  it("stands in the way of keeping the name, until it is taken out", async () => {
    const answer = await member.ask(KEEP, { ...whose, trueName: "A Hearing" });
    expect(answer.errors[0]?.extensions.fields?.map((field) => field.path)).toEqual(["title"]);
  });

  it("of a collaboration that the writer may not know of is not refused, so that no refusal tells of it", async () => {
    const stranger = await application.as("office");
    const made = await stranger.ask(
      'mutation { createCollaboration(input: { title: "Oksana Melnyk", kind: MEETING }) { id } }',
    );
    expect(made.errors).toEqual([]);
  });
});

describe("an appearance", () => {
  const change = async (appearances: object[]) => {
    const { collaboration } = await member.get("query($id: ID!) { collaboration(id: $id) { version } }", {
      id: whose.collaboration,
    });
    return member.ask(
      "mutation($id: ID!, $version: Int!, $input: UpdateCollaborationInput!) { updateCollaboration(id: $id, version: $version, input: $input) { appearances { id name hasTrueName } } }",
      { id: whose.collaboration, version: collaboration.version, input: { appearances } },
    );
  };

  it("keeps its true name while the list is replaced, by its id or by its name", async () => {
    const byName = await change([
      { name: "Somebody new", role: "OTHER" },
      { name: "olena", role: "SURVIVOR", protected: true },
    ]);
    expect(byName.data.updateCollaboration.appearances[1]).toEqual({
      id: whose.appearance,
      name: "olena*",
      hasTrueName: true,
    });
    const byId = await change([{ id: whose.appearance, name: "Olha", role: "SURVIVOR", protected: true }]);
    expect(byId.data.updateCollaboration.appearances).toEqual([
      { id: whose.appearance, name: "Olha*", hasTrueName: true },
    ]);
  });

  it("with a true name is neither taken out nor protected no longer by mistake", async () => {
    expect((await change([])).errors[0]?.message).toContain("The true name of Olha* is kept. Remove it before");
    const open = await change([{ id: whose.appearance, name: "Olha", role: "SURVIVOR" }]);
    expect(open.errors[0]?.extensions.fields?.[0]?.path).toBe("appearances.0.protected");
    expect((await change([{ id: openId, name: "New", role: "OTHER" }])).code).toBe("BAD_USER_INPUT");
  });
});

describe("a planted true name", () => {
  it("is in no answer, no history, no search, no export and nowhere in the database", async () => {
    const answers = await Promise.all([
      ...[member, admin, leader].flatMap((visitor) => [
        visitor.ask(
          `{ history(of: "${whose.collaboration}", first: 50) { edges { node { changes { field before after } } } } }`,
        ),
        visitor.ask(
          `{ collaboration(id: "${whose.collaboration}") { title summary appearances { name description } } }`,
        ),
        visitor.ask('{ search(text: "Hryhorivna") { edges { node { id title subtitle } } } }'),
        visitor.ask('{ collaborations(filter: { text: "Hryhorivna" }) { totalCount } }'),
      ]),
      admin.send({ url: "/export/audit-log.csv" }),
      member.ask(KEEP, { ...whose, trueName: { first: TRUE_NAME } }),
      member.ask(KEEP, { ...whose, trueName: `${TRUE_NAME}\u0000` }),
      member.ask(KEEP, { ...whose, collaboration: openId, trueName: TRUE_NAME }),
    ]);
    for (const answer of answers) {
      const text = "body" in answer ? answer.body : JSON.stringify([answer.data, answer.errors]);
      expect(text).not.toMatch(/Hryhorivna/i);
    }
    const tables = await application.database.raw(
      application.database.dialect === "sqlite"
        ? sql`SELECT name FROM sqlite_master WHERE type = 'table'`
        : sql`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()`,
    );
    expect(tables.length).toBeGreaterThan(20);
    for (const { name } of tables) {
      const rows = await application.database.raw(sql([`SELECT * FROM ${String(name)}`]));
      expect(JSON.stringify(rows), String(name)).not.toMatch(/Hryhorivna/i);
    }
  });

  it("opens in no other place of the database", async () => {
    const [{ sealed = "" } = {}] = await application.database.raw(sql`SELECT sealed FROM true_names`);
    expect(() => application.settings.keys.open(String(sealed), "true name of somebody else")).toThrow();
    const tampered = `${String(sealed).slice(0, -2)}AA`;
    expect(() => application.settings.keys.open(tampered, `true name of ${whose.appearance}`)).toThrow();
  });
});

describe("npm run rotate-key", () => {
  it("seals everything anew under the newest key, after which the old one is not needed", async () => {
    const [older, newer] = [Buffer.alloc(32, 1).toString("base64"), randomBytes(32).toString("base64")];
    expect(await rotateKey(application.database, new KeyRing(`${newer},${older}`))).toBeGreaterThan(1);
    expect(await rotateKey(application.database, new KeyRing(newer))).toBe(0);
    const [{ sealed = "" } = {}] = await application.database.raw(sql`SELECT sealed FROM true_names`);
    expect(new KeyRing(newer).open(String(sealed), `true name of ${whose.appearance}`)).toBe(TRUE_NAME);
    await expect(rotateKey(application.database, new KeyRing(older))).rejects.toThrow("DATA_KEY holds no key");
    expect(await rotateKey(application.database, new KeyRing(`${older},${newer}`))).toBeGreaterThan(1);
  });

  it("comes before the name is removed for good", async () => {
    expect((await member.get(REMOVE, whose)).removeTrueName).toEqual({ hasTrueName: false });
    expect((await member.ask(REMOVE, whose)).code).toBe("NOT_FOUND");
    expect(await application.database.raw(sql`SELECT * FROM true_names`)).toEqual([]);
  });
});
