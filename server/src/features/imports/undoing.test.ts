import sql from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rowsIn, TestApplication, type Visitor } from "../../testing/application.ts";
import { csv, ImportStory } from "../../testing/imports.ts";

let application: TestApplication;
let manager: Visitor;
let admin: Visitor;
beforeAll(async () => {
  application = await TestApplication.open();
  [manager, admin] = await Promise.all([application.as("manager"), application.as("admin")]);
});
afterAll(() => application.close());

const PARTNER =
  "id version name kind summary status statusHistory { status since } aliases { name } externalIds { system value } deletedAt";

async function partner(id: string) {
  return (await manager.get(`{ partner(id: "${id}") { ${PARTNER} } }`)).partner;
}

/** An import that makes two partners and changes a third. */
async function done(name: string) {
  const { createPartner } = await manager.get(
    `mutation { createPartner(input: { name: "${name} there", kind: NGO, status: ACTIVE, statusSince: "2001",
      aliases: [{ name: "Old alias", language: "en" }], email: "${name}@x.example" }) { ${PARTNER} } }`,
  );
  const file = csv(
    ["Name", "Kind", "Status", "E-mail", "Aliases", "Summary", "No"],
    [`${name} one`, "NGO", "", "", "", "", "1"],
    [`${name} two`, "Court", "", "", "", "", "2"],
    [`${name} there`, "Police", "Dormant", `${name}@x.example`, "New alias", "New words.", "3"],
  );
  const story = await ImportStory.checked(application, manager, "PARTNER", file, { system: name });
  await story.run();
  const rows = await story.rows();
  return { story, file, before: createPartner, ids: rows.map(({ resultRecord }) => resultRecord.id) };
}

describe("an import", () => {
  it("is undone as one: what it made goes to the trash, what it changed is as it was", async () => {
    const { story, file, before, ids } = await done("undone");
    expect(await story.results()).toEqual(["ADDED", "ADDED", "CHANGED"]);
    const { version: _version, ...rest } = before;
    expect(await partner(ids[2])).not.toMatchObject(rest);
    await story.undo();
    expect(await story.state()).toMatchObject({ state: "UNDONE", failure: null, abilities: { undo: false } });
    expect(await story.results()).toEqual(["TAKEN_BACK", "TAKEN_BACK", "TAKEN_BACK"]);
    expect(await partner(ids[2])).toMatchObject(rest);
    expect((await partner(ids[0])).deletedAt).not.toBeNull();
    const { partners } = await manager.get('{ partners(filter: { text: "undone" }) { edges { node { name } } } }');
    expect(partners.edges).toEqual([{ node: { name: "undone there" } }]);

    const again = await ImportStory.checked(application, manager, "PARTNER", file, { system: "undone" });
    expect(await again.verdicts()).toEqual(["NEW", "NEW", "UPDATE"]);
  });

  it("is not undone once a record that it made or changed has been edited, and is told which", async () => {
    const { story, ids } = await done("edited");
    const { version } = await partner(ids[0]);
    await manager.get(
      `mutation { updatePartner(id: "${ids[0]}", version: ${version}, input: { summary: "By hand." }) { id } }`,
    );
    const answer = await manager.ask(`mutation { undoImport(id: "${story.id}") { id } }`);
    expect(answer.code).toBe("CONFLICT");
    expect(answer.errors[0]?.message).toContain('A partner of it was edited since: "edited one"');
    expect(await story.state()).toMatchObject({ state: "DONE" });
    expect(await story.results()).toEqual(["ADDED", "ADDED", "CHANGED"]);
    expect((await partner(ids[1])).deletedAt).toBeNull();
  });

  it("is undone though something that it made has been thrown away since", async () => {
    const { story, ids } = await done("thrown");
    await manager.get(`mutation { deletePartner(id: "${ids[1]}", version: 1) { id } }`);
    await story.undo();
    expect(await story.state()).toMatchObject({ state: "UNDONE" });
    expect(await story.results()).toEqual(["TAKEN_BACK", "TAKEN_BACK", "TAKEN_BACK"]);
  });

  it("is undone by an administrator in their own name", async () => {
    const { story, ids } = await done("administered");
    await admin.get(`mutation { undoImport(id: "${story.id}") { id } }`);
    await story.settled();
    const { history } = await manager.get(
      `{ history(of: "${ids[2]}", first: 1) { edges { node { action by { name } } } } }`,
    );
    const { viewer } = await admin.get("{ viewer { name } }");
    expect(history.edges[0].node).toEqual({ action: "UPDATE", by: { name: viewer.name } });
  });

  it("that was stopped in the middle can be undone", async () => {
    const story = await ImportStory.checked(application, manager, "PARTNER", csv(["Name", "Kind"], ["stopped", "NGO"]));
    await application.database.transaction((transaction) =>
      transaction.execute(sql`UPDATE imports SET state = 'RUNNING', goal = 1 WHERE id = ${story.id}`),
    );
    await manager.get(`mutation { cancelImport(id: "${story.id}") { id } }`);
    expect(await story.state()).toMatchObject({ state: "DONE", failure: expect.stringContaining("It was stopped") });
    expect(await story.results()).toEqual(["SKIPPED"]);
    await story.undo();
    expect(await story.state()).toMatchObject({ state: "UNDONE" });
  });

  it("leaves links as they are of which its maker may not know", async () => {
    const office = await application.as("office");
    const { createCollaboration } = await manager.get(
      'mutation { createCollaboration(input: { title: "Known to all", kind: MEETING, begin: "2020" }) { id } }',
    );
    const hidden = await office.get(
      'mutation { createCollaboration(input: { title: "Hidden", kind: MEETING, confidentiality: RESTRICTED }) { id } }',
    );
    const { createRecognition } = await manager.get(
      `mutation { createRecognition(input: { title: "With a secret", kind: AWARD, date: "2021", givers: [{ us: true }],
        recipients: [{ partner: "${(await manager.get("{ partners(first: 1) { edges { node { id } } } }")).partners.edges[0].node.id}" }] }) { id } }`,
    );
    const { updateRecognition } = await admin.get(
      `mutation { updateRecognition(id: "${createRecognition.id}", version: 1, input: { honours: ["${hidden.createCollaboration.id}"] }) { version } }`,
    );
    expect(updateRecognition.version).toBe(2);
    const file = csv(["Concord id", "Honours"], [createRecognition.id, createCollaboration.id]);
    const story = await ImportStory.checked(application, manager, "RECOGNITION", file);
    expect((await story.rows())[0].changes).toEqual([{ field: "honours", before: null, after: "Known to all" }]);
    await story.run();
    expect(await story.results()).toEqual(["CHANGED"]);
    expect(
      await rowsIn(application.database, `recognition_honours WHERE recognition_id = '${createRecognition.id}'`),
    ).toBe(2);
    await story.undo();
    expect(await story.state()).toMatchObject({ state: "UNDONE" });
    const left = await application.database.raw(
      sql`SELECT collaboration_id FROM recognition_honours WHERE recognition_id = ${createRecognition.id}`,
    );
    expect(left).toEqual([{ collaboration_id: hidden.createCollaboration.id }]);
  });
});
