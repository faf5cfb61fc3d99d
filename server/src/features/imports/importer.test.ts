import { existsSync, readdirSync } from "node:fs";
import fc from "fast-check";
import sql from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database, Transaction } from "../../database/database.ts";
import { rowsIn, TestApplication, type Visitor } from "../../testing/application.ts";
import { csv, ImportStory } from "../../testing/imports.ts";
import { Importer } from "./importer.ts";
import { removeOldFiles } from "./retention.ts";

let application: TestApplication;
let manager: Visitor;
beforeAll(async () => {
  application = await TestApplication.open();
  manager = await application.as("manager");
});
afterAll(() => application.close());

/** Another process of the same installation. */
function another(database: Database = application.database): Importer {
  const { keys, files } = application.settings;
  const log = (error: unknown) => void logged.push(error);
  return new Importer({ database, keys, folder: files.folder, ours: ["us"], log });
}
const logged: unknown[] = [];

type Failing = "BEFORE_IT" | "BEFORE_ITS_COMMIT" | "AFTER_ITS_COMMIT";

/** The database as it is, until its power fails at one of its transactions; from then on all fail. */
function failingAt(transaction: number, moment: Failing): Database {
  let count = 0;
  return withTransactions(async (target, work) => {
    count += 1;
    if (count > transaction || (count === transaction && moment === "BEFORE_IT")) throw new Error("The power failed.");
    if (count < transaction) return target.transaction(work);
    await target.transaction(async (within) => {
      await work(within);
      if (moment === "BEFORE_ITS_COMMIT") throw new Error("The power failed before the commit.");
    });
    throw new Error("The power failed after the commit.");
  });
}

type Work = (transaction: Transaction) => Promise<unknown>;

/** The database as it is, but for how its transactions go. */
function withTransactions(transact: (target: Database, work: Work) => Promise<unknown>): Database {
  return new Proxy(application.database, {
    get: (target, name) =>
      name === "transaction" ? (work: Work) => transact(target, work) : Reflect.get(target, name),
  });
}

const names = (prefix: string, count: number) =>
  Array.from({ length: count }, (_unused, index) => `${prefix} ${index}`);

/** An import that is set to run, with nobody at work on it. */
async function setToRun(prefix: string, count: number): Promise<ImportStory> {
  const file = csv(["Name", "Kind"], ...names(prefix, count).map((name) => [name, "NGO"]));
  const story = await ImportStory.checked(application, manager, "PARTNER", file);
  await application.database.transaction((transaction) =>
    transaction.execute(
      sql`UPDATE imports SET state = 'RUNNING', goal = ${count}, done = 0, lease_owner = NULL, lease_until = NULL WHERE id = ${story.id}`,
    ),
  );
  return story;
}

/** As if the process that holds it had been silent for long. */
function leaseRunsOut(story: ImportStory): Promise<number> {
  return application.database.transaction((transaction) =>
    transaction.execute(sql`UPDATE imports SET lease_until = '2000-01-01T00:00:00.000Z' WHERE id = ${story.id}`),
  );
}

const made = (prefix: string) =>
  rowsIn(application.database, `partners WHERE name LIKE '${prefix} %' AND deleted_at IS NULL`);

describe("after a crash", () => {
  it.each<[string, number, Failing]>([
    ["when it takes it on", 1, "BEFORE_IT"],
    ["in the middle of its first batch", 2, "BEFORE_ITS_COMMIT"],
    ["between two batches", 3, "BEFORE_IT"],
    ["after a commit that it was never told of", 3, "AFTER_ITS_COMMIT"],
    ["when all but the end is done", 5, "BEFORE_ITS_COMMIT"],
  ])("%s, an import is gone on with, and nothing is doubled", async (name, transaction, moment) => {
    const prefix = `Crash ${name}`;
    const story = await setToRun(prefix, 60);
    await another(failingAt(transaction, moment)).work();
    expect(await story.state()).toMatchObject({ state: "RUNNING" });
    await leaseRunsOut(story);
    await another().work();
    expect(await story.state()).toMatchObject({ state: "DONE", goal: 60, done: 60 });
    expect(await made(prefix)).toBe(60);
    expect(await story.results()).toEqual(Array(60).fill("ADDED"));
  });

  it("while undoing, it is gone on with", async () => {
    const story = await setToRun("Undo crash", 60);
    await story.settled();
    await application.database.transaction((transaction) =>
      transaction.execute(sql`UPDATE imports SET state = 'UNDOING', goal = 60, done = 0 WHERE id = ${story.id}`),
    );
    await another(failingAt(2, "AFTER_ITS_COMMIT")).work();
    expect(await made("Undo crash")).toBe(35);
    await leaseRunsOut(story);
    await another().work();
    expect(await story.state()).toMatchObject({ state: "UNDONE", done: 60 });
    expect(await made("Undo crash")).toBe(0);
  });

  it.each(["READING", "CHECKING"])("while %s, it begins that step again", async (state) => {
    const file = csv(["Name", "Kind"], ...names(`Again ${state}`, 250).map((name) => [name, "NGO"]));
    const story = await ImportStory.checked(application, manager, "PARTNER", file);
    await application.database.transaction((transaction) =>
      transaction.execute(sql`UPDATE imports SET state = ${state} WHERE id = ${story.id}`),
    );
    await another(failingAt(2, "AFTER_ITS_COMMIT")).work();
    await leaseRunsOut(story);
    await another().work();
    expect(await story.state()).toMatchObject({ state: state === "READING" ? "READ" : "CHECKED", total: 250 });
    expect(await rowsIn(application.database, `import_rows WHERE import_id = '${story.id}'`)).toBe(250);
  });

  it("a step that never gets any further is given up, and says so", async () => {
    const story = await setToRun("Hopeless", 3);
    for (let attempt = 0; attempt < 4; attempt += 1) {
      // The first transaction claims the import, and a third writes that the step failed.
      let transactions = 0;
      const failing = withTransactions((target, work) => {
        transactions += 1;
        return transactions === 2 ? Promise.reject(new Error("Always the same.")) : target.transaction(work);
      });
      await another(failing).work();
      await leaseRunsOut(story);
    }
    expect(await story.state()).toMatchObject({ state: "DONE", failure: expect.stringContaining("on our side") });
    expect(logged.some((error) => String(error).includes("Always the same."))).toBe(true);
  });
});

describe("of two processes", () => {
  it("one does the work", async () => {
    const story = await setToRun("Two at once", 60);
    await Promise.all([another().work(), another().work(), story.settled()]);
    expect(await story.state()).toMatchObject({ state: "DONE", done: 60 });
    expect(await made("Two at once")).toBe(60);
  });

  it("one that was taken for dead and is not, ends without writing any more", async () => {
    const story = await setToRun("Not dead", 60);
    let stolen = false;
    const slow = withTransactions(async (target, work) => {
      const result = await target.transaction(work);
      // After its claim it is silent until the other has done everything.
      if (!stolen) {
        stolen = true;
        await leaseRunsOut(story);
        await another().work();
      }
      return result;
    });
    await another(slow).work();
    expect(await story.state()).toMatchObject({ state: "DONE", done: 60 });
    expect(await made("Not dead")).toBe(60);
    expect(await rowsIn(application.database, `import_keys WHERE import_id = '${story.id}'`)).toBe(60);
  });
});

it("a stop ends at the next commit, and the next start goes on at once", async () => {
  const story = await setToRun("Stopped", 60);
  const stopped = another();
  const working = stopped.work();
  await Promise.all([working, stopped.stop()]);
  await another().work();
  expect(await made("Stopped")).toBe(60);
  expect(await story.state()).toMatchObject({ state: "DONE" });
});

it("what its maker may do no longer, is not done in their name", async () => {
  const id = await application.addUser("leaver@demo.example", "PARTNERSHIP_MANAGER", "office-chennai");
  const leaver = await application.asUser("leaver@demo.example");
  const story = await ImportStory.checked(
    application,
    leaver,
    "PARTNER",
    csv(["Name", "Kind"], ["Left behind", "NGO"]),
  );
  await application.database.transaction(async (transaction) => {
    await transaction.execute(sql`UPDATE users SET role = 'LEADERSHIP' WHERE id = ${id}`);
    await transaction.execute(sql`UPDATE imports SET state = 'RUNNING' WHERE id = ${story.id}`);
  });
  await story.settled();
  const admin = await application.as("admin");
  const { import: file } = await admin.get(`{ import(id: "${story.id}") { state failure } }`);
  expect(file).toEqual({ state: "DONE", failure: expect.stringContaining("may import no longer") });
  expect(await made("Left")).toBe(0);
});

describe("every row of a file is accounted for", () => {
  const cell = fc.constantFrom(
    "",
    "Alpha",
    "alpha",
    "Beta",
    "NGO",
    "Court",
    "PH",
    "Atlantis",
    "a@x.example",
    "=1+1",
    "#REF!",
    "2005",
  );
  const row = fc.tuple(cell, cell, cell, cell);

  it("by a verdict, a result and a line of the report, whatever stands in it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (rows) => {
        const filled = rows.filter((cells) => cells.some((text) => text !== ""));
        fc.pre(filled.length > 0);
        const file = csv(["Name", "Kind", "Country", "E-mail"], ...rows.map((cells) => [...cells]));
        const story = await ImportStory.checked(application, manager, "PARTNER", file);
        const checked = await story.state();
        const sum = (counts: { rows: number }[]) => counts.reduce((total, count) => total + count.rows, 0);
        expect([checked.total, sum(checked.counts)]).toEqual([filled.length, filled.length]);
        await story.decide({ decision: "CREATE", verdict: "LIKELY_DUPLICATE" });
        await story.run();
        const run = await story.state();
        expect(run.counts.every(({ result }: { result: unknown }) => result !== null)).toBe(true);
        expect(sum(run.counts)).toBe(filled.length);
        const lines = (await story.report()).trimEnd().split("\r\n").slice(1);
        expect(
          lines.filter((line) => /,(New|Update|Nothing changes|Likely duplicate|Cannot be read),/.test(line)),
        ).toHaveLength(filled.length);
      }),
      { numRuns: 12 },
    );
  });
});

describe("the report", () => {
  const FILE = csv(
    ["Name", "Kind", "Phone"],
    ["Reported", "NGO", "+63 2 8723"],
    ['=HYPERLINK("http://x.example")', "NGO", ""],
    ["Not a kind", "Circus", "@SUM(1)"],
  );

  it("shows the file as it was, what became of each row, and no formula", async () => {
    const story = await ImportStory.checked(application, manager, "PARTNER", FILE);
    await story.run();
    const report = await story.report();
    const [heading, first, second, third] = report.split("\r\n");
    expect(heading).toBe(
      "\uFEFFName,Kind,Phone,Concord: row,Concord: verdict,Concord: decision,Concord: result,Concord: record,Concord: record id,Concord: found by,Concord: why",
    );
    expect(first).toMatch(/^Reported,NGO,'\+63 2 8723,2,New,Add as new,Added,Reported,[0-9a-f-]{36},,$/);
    expect(second).toMatch(/^"'=HYPERLINK/);
    expect(third).toContain("'@SUM(1)");
    expect(third).toContain('Kind: ""Circus"" is none that we know');
  });

  it("of the rejected rows can be corrected and imported again", async () => {
    const story = await ImportStory.checked(application, manager, "PARTNER", FILE);
    await story.run();
    const rejected = await story.report("rejected");
    expect(rejected).not.toContain("Reported");
    const again = await ImportStory.begin(application, manager, "PARTNER", rejected.replace("Circus", "Court"));
    const { mapping, columns } = await again.state();
    expect(columns).toHaveLength(11);
    expect(mapping.columns).toEqual(["name", "kind", null, null, null, null, null, null, null, null, null]);
    await again.check();
    const [row] = await again.rows();
    expect(row).toMatchObject({ verdict: "NEW" });
    expect(row.cells.slice(0, 3)).toEqual(["Not a kind", "Court", "@SUM(1)"]);
  });
});

it("a file and the cells of its rows are kept for 30 days; what became of the rows, for good", async () => {
  const story = await ImportStory.checked(
    application,
    manager,
    "PARTNER",
    csv(["Name", "Kind"], ["Kept", "NGO"], ["", "x"]),
  );
  await story.run();
  const [row] = await application.database.raw(sql`SELECT storage_name FROM imports WHERE id = ${story.id}`);
  const name = String(row?.["storage_name"]);
  const folder = application.settings.files.folder;
  const stored = () => readdirSync(folder, { recursive: true, encoding: "utf8" }).some((path) => path.endsWith(name));
  const after = (days: number) =>
    removeOldFiles(application.database, folder, new Date(Date.now() + days * 86_400_000));
  await after(29);
  expect(stored()).toBe(true);
  await after(31);
  expect([stored(), existsSync(folder)]).toEqual([false, true]);
  const rows = await story.rows();
  expect(rows).toMatchObject([
    { cells: [], result: "ADDED", resultRecord: { name: "Kept" } },
    { cells: [], result: "SKIPPED", reasons: [] },
  ]);
  expect(await story.report()).toContain("Kept");
  await story.undo();
  expect(await story.state()).toMatchObject({ state: "UNDONE" });
});
