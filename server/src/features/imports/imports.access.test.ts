import { readdirSync } from "node:fs";
import sql from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rowsIn, TestApplication, type Visitor } from "../../testing/application.ts";
import { csv, ImportStory } from "../../testing/imports.ts";
import { demoId } from "../demo/demo.service.ts";

let application: TestApplication;
let manager: Visitor;
let office: Visitor;
let leadership: Visitor;
let admin: Visitor;
beforeAll(async () => {
  application = await TestApplication.open({ IMPORT_MEGABYTES: "1" });
  [manager, office, leadership, admin] = await Promise.all([
    application.as("manager"),
    application.as("office"),
    application.as("leadership"),
    application.as("admin"),
  ]);
});
afterAll(() => application.close());

const ONE = csv(["Name", "Kind"], ["One partner", "NGO"]);

describe("who may import", () => {
  it("managers, offices and administrators, as their abilities say; leadership and strangers may not", async () => {
    for (const visitor of [manager, office, admin]) {
      expect((await ImportStory.upload(visitor, "PARTNER", ONE)).statusCode).toBe(201);
      const { viewer } = await visitor.get("{ viewer { abilities { importRecords } } }");
      expect(viewer.abilities.importRecords).toBe(true);
    }
    expect((await ImportStory.upload(leadership, "PARTNER", ONE)).statusCode).toBe(403);
    expect((await ImportStory.upload(application.visitor(), "PARTNER", ONE)).statusCode).toBe(401);
    const { viewer } = await leadership.get("{ viewer { abilities { importRecords } } }");
    expect(viewer.abilities.importRecords).toBe(false);
    expect((await leadership.ask("{ imports { totalCount } }")).code).toBe("FORBIDDEN");
  });

  it("not a page of another site", async () => {
    const answer = await manager.send({ method: "POST", url: "/imports", headers: { "sec-fetch-site": "cross-site" } });
    expect(answer.statusCode).toBe(403);
  });

  it("an import is there for its maker and administrators alone", async () => {
    const story = await ImportStory.begin(application, office, "PARTNER", ONE);
    const ask = (visitor: Visitor) => visitor.ask(`{ import(id: "${story.id}") { id fileName } }`);
    expect((await ask(office)).data.import.id).toBe(story.id);
    expect((await ask(admin)).data.import.id).toBe(story.id);
    expect((await ask(manager)).code).toBe("NOT_FOUND");
    expect((await manager.ask(`{ importRows(import: "${story.id}") { totalCount } }`)).code).toBe("NOT_FOUND");
    expect((await manager.send({ url: `/imports/${story.id}/report.csv` })).statusCode).toBe(404);
    expect((await leadership.send({ url: `/imports/${story.id}/report.csv` })).statusCode).toBe(403);
    const listed = (await manager.get("{ imports { edges { node { id } } } }")).imports.edges;
    expect(JSON.stringify(listed)).not.toContain(story.id);
    const all = (await admin.get("{ imports { edges { node { id by { name } } } } }")).imports.edges;
    expect(JSON.stringify(all)).toContain(story.id);
  });

  it("an administrator may cancel another's import, and not go on with it", async () => {
    const story = await ImportStory.checked(application, office, "PARTNER", ONE);
    const answer = await admin.ask(`mutation { runImport(id: "${story.id}") { id } }`);
    expect(answer.code).toBe("FORBIDDEN");
    const { cancelImport } = await admin.get(
      `mutation { cancelImport(id: "${story.id}") { state abilities { run cancel } } }`,
    );
    expect(cancelImport).toEqual({ state: "CANCELLED", abilities: { run: false, cancel: false } });
  });
});

describe("a regional office", () => {
  it("imports for itself, and changes nothing of another office", async () => {
    const { createPartner } = await manager.get(
      'mutation { createPartner(input: { name: "Of Chennai", kind: NGO, email: "chennai@x.example" }) { id } }',
    );
    const story = await ImportStory.checked(
      application,
      office,
      "PARTNER",
      csv(
        ["Name", "Kind", "E-mail", "Office", "Summary"],
        ["Of Manila", "NGO", "", "", ""],
        ["A shelter by the sea", "NGO", "", "Chennai", ""],
        ["Of Chennai", "NGO", "chennai@x.example", "", "A new word."],
        ["Of Chennai", "NGO", "chennai@x.example", "", ""],
      ),
    );
    const rows = await story.rows();
    expect(rows.map(({ verdict }) => verdict)).toEqual(["NEW", "UNREADABLE", "UNREADABLE", "UNCHANGED"]);
    expect(rows[1].reasons[0].message).toContain("You may not add a partner for this office");
    expect(rows[2].reasons[0].message).toContain('You may read "Of Chennai", but not change it');
    await story.decide({ decision: "UPDATE", rows: [4, 5] });
    await story.decide({ decision: "CREATE", rows: [3, 4] });
    await story.run();
    expect(await story.results()).toEqual(["ADDED", "SKIPPED", "SKIPPED", "SKIPPED"]);
    const { partner } = await manager.get(`{ partner(id: "${createPartner.id}") { version } }`);
    expect(partner.version).toBe(1);
  });

  it("cannot say that all rows are another office's", async () => {
    const story = await ImportStory.begin(application, office, "PARTNER", ONE);
    const answer = await office.ask(
      `mutation { checkImport(id: "${story.id}", input: { columns: ["name", "kind"], office: "${demoId("office-chennai")}" }) { id } }`,
    );
    expect(answer.errors[0]?.extensions.fields?.[0]).toMatchObject({ path: "office" });
  });
});

describe("what the importer may not read", () => {
  const FILE = csv(
    ["No", "Title", "Kind", "Begin", "Follows", "Confidentiality"],
    ["R-1", "Operation Nightjar", "Operation", "2026-01", "", "Restricted"],
  );

  it("is as if it were not there: not for ids, external ids, names, references, nor for the same row again", async () => {
    const secret = await ImportStory.checked(application, office, "COLLABORATION", FILE, { system: "register" });
    await secret.run();
    const id = (await secret.rows())[0].resultRecord.id;
    expect(
      await (await ImportStory.checked(application, office, "COLLABORATION", FILE, { system: "register" })).verdicts(),
    ).toEqual(["UNCHANGED"]);

    const other = await ImportStory.checked(application, manager, "COLLABORATION", FILE, { system: "register" });
    const [row] = await other.rows();
    expect(row).toMatchObject({ verdict: "NEW", record: null, matchedBy: null, score: null, reasons: [], changes: [] });

    const asked = csv(
      ["Concord id", "Title", "Kind", "Follows"],
      [id, "By its id", "Meeting", ""],
      [demoId("nowhere"), "By no id", "Meeting", ""],
      ["", "A visit", "Visit", "Operation Nightjar"],
      ["", "Another visit", "Visit", "Operation Nowhere"],
    );
    const rows = await (await ImportStory.checked(application, manager, "COLLABORATION", asked)).rows();
    expect(rows.map(({ verdict }) => verdict)).toEqual(Array(4).fill("UNREADABLE"));
    const told = (index: number, hidden: string, nothing: string) =>
      rows[index].reasons[0].message.replace(hidden, "…") === rows[index + 1].reasons[0].message.replace(nothing, "…");
    expect(told(0, id, demoId("nowhere"))).toBe(true);
    expect(told(2, "Operation Nightjar", "Operation Nowhere")).toBe(true);
    expect(JSON.stringify(rows[3].reasons)).not.toContain("Nightjar");
  });

  it("does not show in the rows of an import any more when its maker may read it no longer", async () => {
    const { createCollaboration } = await manager.get(
      'mutation { createCollaboration(input: { title: "Once open", kind: MEETING, begin: "2024", summary: "Old words." }) { id } }',
    );
    const mover = await application.addUser("mover@demo.example", "REGIONAL_OFFICE", "office-chennai");
    const visitor = await application.asUser("mover@demo.example");
    const file = csv(["Title", "Kind", "Begin", "Summary"], ["Once open", "Meeting", "2024", "New words."]);
    const story = await ImportStory.checked(application, visitor, "COLLABORATION", file);
    expect((await story.rows())[0]).toMatchObject({ record: { name: "Once open" }, changes: [{ field: "summary" }] });
    await manager.get(
      `mutation { updateCollaboration(id: "${createCollaboration.id}", version: 1, input: { confidentiality: RESTRICTED }) { id } }`,
    );
    await application.database.transaction((transaction) =>
      transaction.execute(sql`UPDATE users SET office_id = ${demoId("office-nairobi")} WHERE id = ${mover}`),
    );
    const [row] = await story.rows();
    expect(row).toMatchObject({ record: null, changes: [] });
    await story.decide({ decision: "UPDATE", rows: [2] });
    await story.run();
    expect((await story.rows())[0]).toMatchObject({ result: "FAILED", resultRecord: null });
    expect(JSON.stringify((await story.rows())[0].reasons)).not.toContain("Old words");
  });
});

it("a true name in a cell is refused, noted, and not kept with the row", async () => {
  const { viewer } = await office.get("{ viewer { id } }");
  const { createCollaboration } = await office.get(
    `mutation { createCollaboration(input: { title: "Shelter for one", kind: LEGAL_CASE, members: ["${viewer.id}"],
      appearances: [{ name: "Mara", role: SURVIVOR, protected: true }] }) { id appearances { id } } }`,
  );
  const [mara] = createCollaboration.appearances;
  await office.get(
    `mutation { keepTrueName(collaboration: "${createCollaboration.id}", appearance: "${mara.id}", trueName: "Marisol Quintana") { id } }`,
  );
  const before = await rowsIn(application.database, "audit_log WHERE action = 'TRUE_NAME_CAUGHT'");
  const story = await ImportStory.checked(
    application,
    office,
    "COLLABORATION",
    csv(["Concord id", "Summary"], [createCollaboration.id, "Marisol Quintana was safe."]),
  );
  const [row] = await story.rows();
  expect(row).toMatchObject({ verdict: "UNREADABLE", cells: [] });
  expect(JSON.stringify(row)).not.toContain("Marisol");
  expect(await rowsIn(application.database, "audit_log WHERE action = 'TRUE_NAME_CAUGHT'")).toBe(before + 1);
});

describe("a file", () => {
  it("that is larger than allowed is refused, and nothing of it is kept", async () => {
    const kept = () =>
      readdirSync(application.settings.files.folder, { recursive: true, encoding: "utf8" }).filter((path) =>
        /\w{48}/.test(path),
      ).length;
    const before = kept();
    const answer = await ImportStory.upload(manager, "PARTNER", `Name\n${"x\n".repeat(700_000)}`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors[0].message).toContain("larger than 1 MB");
    expect(kept()).toBe(before);
  });

  it.each([
    ["is no spreadsheet", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "This is not a spreadsheet"],
    ["has headings and no rows", "Name,Kind\n", "There are no rows below the headings"],
  ])("that %s says so, and another can be chosen", async (_name, bytes, message) => {
    const story = await ImportStory.begin(application, manager, "PARTNER", bytes);
    const state = await story.state();
    expect(state).toMatchObject({ state: "FAILED", failure: expect.stringContaining(message) });
    expect(state.abilities).toMatchObject({ map: true, cancel: true, run: false });
  });

  it("without a kind, or without a form, is refused in a sentence", async () => {
    expect((await ImportStory.upload(manager, "STATEMENT", ONE)).json().errors[0].message).toContain(
      "no kind of record",
    );
    const bare = await manager.send({ method: "POST", url: "/imports", payload: "x" });
    expect(bare.statusCode).toBeLessThan(500);
  });

  it("can be read again in another encoding, or another sheet", async () => {
    const story = await ImportStory.begin(
      application,
      manager,
      "PARTNER",
      Buffer.from("Name,Kind\nB\x9fro,NGO\n", "latin1"),
    );
    await story.change("readImport", "ReadImportInput", { encoding: "MACINTOSH", separator: "," });
    await story.settled();
    expect(await story.state()).toMatchObject({ state: "READ", format: { encoding: "MACINTOSH" } });
    await story.check();
    expect((await story.rows())[0].cells[0]).toBe("Büro");
  });
});

it("the audit log tells of an import; its remarks only administrators read", async () => {
  const story = await ImportStory.checked(application, office, "PARTNER", csv(["Name", "Kind"], ["Logged", "NGO"]));
  await story.run();
  const ask = (visitor: Visitor) =>
    visitor.get(
      "{ auditLog(first: 2, filter: { action: [BEGIN_IMPORT, FINISH_IMPORT] }) { edges { node { action remark by { name } } } } }",
    );
  const told = (await ask(admin)).auditLog.edges.map(({ node }: { node: unknown }) => node);
  expect(told).toMatchObject([
    { action: "FINISH_IMPORT", remark: "Partners of list.csv: 1 added, 0 changed, 0 skipped, 0 failed" },
    { action: "BEGIN_IMPORT", remark: "Partners of list.csv" },
  ]);
  const hidden = (await ask(leadership)).auditLog.edges.map(({ node }: { node: { remark: unknown } }) => node.remark);
  expect(hidden).toEqual([null, null]);
});

describe("a mapping", () => {
  it("with faults is told all of them", async () => {
    const story = await ImportStory.begin(application, manager, "PARTNER", ONE);
    const answer = await manager.ask(
      `mutation { checkImport(id: "${story.id}", input: { columns: ["name", "name", "circus"], forAll: [{ field: "name", value: "x" }] }) { id } }`,
    );
    expect(answer.errors[0]?.extensions.fields?.map(({ path }) => path)).toEqual([
      "columns.1",
      "columns.2",
      "columns",
      "forAll.0.field",
    ]);
  });

  it("is not taken for an import that is done", async () => {
    const story = await ImportStory.checked(application, manager, "PARTNER", csv(["Name", "Kind"], ["Done", "NGO"]));
    await story.run();
    for (const mutation of [
      `checkImport(id: "${story.id}", input: { columns: ["name", "kind"] }) { id }`,
      `readImport(id: "${story.id}", input: {}) { id }`,
      `decideImportRows(id: "${story.id}", input: { decision: SKIP, rows: [2] }) { id }`,
      `runImport(id: "${story.id}") { id }`,
      `cancelImport(id: "${story.id}") { id }`,
    ]) {
      expect((await manager.ask(`mutation { ${mutation} }`)).code).toBe("CONFLICT");
    }
  });
});
