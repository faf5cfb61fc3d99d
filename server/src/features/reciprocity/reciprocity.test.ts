import sql, { type Sql } from "sql-template-tag";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Viewer } from "../../access/viewer.ts";
import { TestApplication, type Visitor } from "../../testing/application.ts";
import { collaborationEntity, participantEntity } from "../collaborations/collaborations.entity.ts";
import { demoId } from "../demo/demo.service.ts";
import { neverThankedList } from "./never-thanked.list.ts";
import { recognitionDueList, waitingByKind } from "./recognition-due.list.ts";

/** The rules of docs/reciprocity.md by examples, and what the database does for them. */

const AREA = "LAND_THEFT" as const;
const MANILA = demoId("office-manila");
let application: TestApplication;
let admin: Visitor;
let manager: Visitor;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-03-31T12:00:00Z") });
  application = await TestApplication.open();
  admin = await application.as("admin");
  manager = await application.as("manager");
});
afterAll(async () => {
  await application.close();
  vi.useRealTimers();
});

async function partner(name: string): Promise<string> {
  const input = { name, kind: "POLICE", status: "ACTIVE", office: MANILA, focusAreas: [AREA] };
  const mutation = "mutation($input: CreatePartnerInput!) { createPartner(input: $input) { id } }";
  return (await admin.get(mutation, { input })).createPartner.id;
}

async function personAt(partnerId: string, name: string): Promise<string> {
  const input = { name, positions: [{ partner: partnerId, title: "Officer" }], office: MANILA };
  const mutation = "mutation($input: CreatePersonInput!) { createPerson(input: $input) { id } }";
  return (await admin.get(mutation, { input })).createPerson.id;
}

async function together(id: string, begins: readonly (string | null)[], more: object = {}): Promise<void> {
  for (const begin of begins) {
    const participants = [{ partner: id, role: "LEAD" }];
    const input = { title: `Work of ${begin}`, kind: "JOINT_OPERATION", stage: "COMPLETED", begin, participants };
    await admin.get("mutation($input: CreateCollaborationInput!) { createCollaboration(input: $input) { id } }", {
      input: { office: MANILA, ...input, ...more },
    });
  }
}

async function recognise(recipients: readonly object[], date: string | null, givers: readonly object[] = []) {
  const input = {
    kind: "AWARD",
    title: "An award",
    date,
    office: MANILA,
    givers: [{ us: true }, ...givers],
    recipients,
  };
  await admin.get("mutation($input: CreateRecognitionInput!) { createRecognition(input: $input) { id } }", { input });
}

interface Due {
  readonly collaborations: number;
  readonly byKind: readonly { readonly kind: string; readonly collaborations: number }[];
  readonly since: string | null;
  readonly lastRecognised: string | null;
  readonly recognised: boolean;
  readonly months: number | null;
}

/** What is due to a partner, as somebody reads it; nothing where nothing is. */
async function dueTo(id: string, filter: object = {}, visitor = admin): Promise<Due | undefined> {
  const { recognitionDue } = await visitor.get(
    `query($filter: RecognitionDueFilter) { recognitionDue(first: 200, filter: $filter) { edges { node {
      partner { id } collaborations byKind { kind collaborations } since lastRecognised recognised months
    } } } }`,
    { filter: { focusArea: [AREA], ...filter } },
  );
  const nodes: (Due & { partner: { id: string } })[] = recognitionDue.edges.map(({ node }: { node: object }) => node);
  const found = nodes.find((node) => node.partner.id === id);
  if (!found) return undefined;
  const { partner: _partner, ...due } = found;
  return due;
}

it("recognition is due after three collaborations and a year, counted from the last recognition, if there was one", async () => {
  const recognised = await partner("Recognised long ago");
  await recognise([{ partner: recognised }], "2018-05");
  await recognise([{ partner: recognised }], "2019");
  // What is dated in the year of the recognition may have been before it: only what may lie after the year counts.
  await together(recognised, ["2017", "2019-11", "2019", "2020-01-01", "2021", "2022-06"]);
  await together(recognised, ["2023-02"], { kind: "TRAINING" });
  expect(await dueTo(recognised)).toEqual({
    collaborations: 4,
    byKind: [
      { kind: "JOINT_OPERATION", collaborations: 3 },
      { kind: "TRAINING", collaborations: 1 },
    ],
    since: "2020-01-01",
    lastRecognised: "2019",
    recognised: true,
    months: 75,
  });
  expect(await dueTo(recognised, { collaborations: 4, months: 75 })).toBeDefined();
  expect(await dueTo(recognised, { collaborations: 5 })).toBeUndefined();
  expect(await dueTo(recognised, { months: 76 })).toBeUndefined();
  await recognise([{ partner: recognised }], "2026-01-10");
  expect(await dueTo(recognised, { collaborations: 1, months: 1 })).toBeUndefined();

  const never = await partner("Never recognised");
  await together(never, ["2024", "2024-06", null]);
  expect(await dueTo(never)).toMatchObject({ collaborations: 3, since: null, recognised: false, months: 21 });
});

it("a collaboration known by its year alone counts where it may lie after the recognition, as in the list", async () => {
  const id = await partner("Partly known");
  await recognise([{ partner: id }], "2024-03-05");
  await together(id, ["2024-03-05", "2024", "2024-03", "2024-04-01", null]);
  expect(await dueTo(id)).toMatchObject({ collaborations: 3, since: "2024-03-06" });
});

it("counts what is completed, and a recognition of a person of the partner, but not what others received with it", async () => {
  const open = await partner("Nothing completed");
  for (const stage of ["PLANNED", "UNDER_WAY", "CANCELLED"]) await together(open, ["2020", "2021", "2022"], { stage });
  expect(await dueTo(open)).toBeUndefined();

  const throughPerson = await partner("Through a person");
  const person = await personAt(throughPerson, "Sgt. Abara Odili");
  await together(throughPerson, ["2020", "2021", "2022"]);
  expect(await dueTo(throughPerson)).toMatchObject({ recognised: false });
  await recognise([{ person }], "2025-06");
  expect(await dueTo(throughPerson)).toBeUndefined();

  const giver = await partner("Gave with us");
  await together(giver, ["2020", "2021", "2022"]);
  await recognise([{ partner: open }], "2025-06", [{ partner: giver }]);
  expect(await dueTo(giver)).toMatchObject({ recognised: false, collaborations: 3 });
});

it("a recognition on a day that nobody knows is told, and nothing is counted from it", async () => {
  const id = await partner("Recognised at some time");
  await together(id, ["2020-05-02", "2021", null]);
  await recognise([{ partner: id }], null);
  expect(await dueTo(id)).toMatchObject({
    ...{ collaborations: 3, since: null, lastRecognised: null, recognised: true, months: 70 },
  });
});

it("what is proposed is no recognition yet", async () => {
  const id = await partner("Proposed only");
  await together(id, ["2020", "2021", "2022"]);
  const input = { kind: "AWARD", title: "A proposed award", date: "2026-02", office: MANILA };
  const propose = "mutation($input: CreateRecognitionInput!) { proposeRecognition(input: $input) { stage } }";
  const parties = { givers: [{ us: true }], recipients: [{ partner: id }] };
  const { proposeRecognition } = await manager.get(propose, { input: { ...input, ...parties } });
  expect(proposeRecognition.stage).toBe("PROPOSED");
  expect(await dueTo(id)).toMatchObject({ collaborations: 3, recognised: false });
});

it("what is restricted shows through nowhere: neither what was done, nor that we recognised it", async () => {
  const id = await partner("With secrets");
  await together(id, ["2020", "2021"]);
  await together(id, ["2022"], { confidentiality: "RESTRICTED" });
  expect(await dueTo(id)).toMatchObject({ collaborations: 3 });
  expect(await dueTo(id, {}, manager)).toBeUndefined();
  expect(await dueTo(id, { collaborations: 2 }, manager)).toMatchObject({ collaborations: 2 });
  const input = { kind: "AWARD", title: "A secret award", date: "2025-12", confidentiality: "RESTRICTED" };
  await admin.get("mutation($input: CreateRecognitionInput!) { createRecognition(input: $input) { id } }", {
    input: { ...input, office: MANILA, givers: [{ us: true }], recipients: [{ partner: id }] },
  });
  expect(await dueTo(id)).toBeUndefined();
  expect(await dueTo(id, { collaborations: 2 }, manager)).toMatchObject({ recognised: false });
});

it("refuses a filter that makes no sense, and says what would", async () => {
  const ask = async (filter: string) => {
    const { code, errors } = await admin.ask(`{ recognitionDue(filter: ${filter}) { totalCount } }`);
    return [code, errors[0]?.extensions.fields];
  };
  expect(await ask("{ collaborations: 0, months: 601 }")).toEqual([
    "BAD_USER_INPUT",
    [
      { path: "filter.collaborations", message: '"collaborations" is "0". Write a whole number from 1 to 10,000.' },
      { path: "filter.months", message: '"months" is "601". Write a whole number from 1 to 600.' },
    ],
  ]);
});

/** The steps of a SQLite plan under each step: where several tables stand side by side, they are one loop in another. */
async function sqliteLoops(query: Sql): Promise<string[][]> {
  const rows = await application.database.raw(sql`EXPLAIN QUERY PLAN ${query}`);
  return [...Map.groupBy(rows, (row) => row["parent"]).values()].map((steps) =>
    steps.map((row) => String(row["detail"])),
  );
}

/** Tables of which the database reads every row for each row of another one. */
async function scansInLoops(query: Sql): Promise<string[]> {
  if (application.database.dialect === "sqlite") {
    const loops = await sqliteLoops(query);
    expect(loops.flat().filter((step) => step.includes("CORRELATED"))).toEqual([]);
    return loops
      .flatMap((steps) => steps.filter((step) => /^(SCAN|SEARCH)/.test(step)).slice(1))
      .filter((step) => step.startsWith("SCAN"));
  }
  const rows = await application.database.raw(sql`EXPLAIN ${query}`);
  const ofSelect = Map.groupBy(rows, (row) => row["id"]);
  return [...ofSelect.values()].flatMap((steps) =>
    steps
      .slice(steps[0]?.["select_type"] === "DEPENDENT SUBQUERY" ? 0 : 1)
      .filter((row) => ["ALL", "index"].includes(String(row["type"])) && !/^<|^NULL/.test(String(row["table"])))
      .map((row) => `${row["table"]} (${row["select_type"]})`),
  );
}

it("over 10,000 collaborations, both lists read no table whole for each row of another", async () => {
  const many = Array.from({ length: 300 }, (_unused, index) => index);
  const partners: string[] = [];
  for (const index of many.slice(0, 40)) partners.push(await partner(`Partner of many ${index}`));
  const at = "2026-01-01T00:00:00.000Z";
  const rows = Array.from({ length: 10_000 }, (_unused, index) => ({
    ...{
      id: v7(),
      version: 1,
      createdAt: at,
      updatedAt: at,
      deletedAt: null,
      title: `Work ${index}`,
      titleSort: "work",
    },
    ...{ kind: "MEETING" as const, stage: index % 4 === 0 ? ("UNDER_WAY" as const) : ("COMPLETED" as const) },
    ...{ beginEdtf: `20${10 + (index % 15)}`, beginFirst: `20${10 + (index % 15)}-01-01` },
    ...{ beginLast: `20${10 + (index % 15)}-12-31`, endEdtf: null, place: null, country: "PH", subdivision: null },
    ...{ confidentiality: index % 9 === 0 ? ("RESTRICTED" as const) : ("INTERNAL" as const), summary: null, ask: null },
    ...{ link: null, sources: [], officeId: MANILA },
  }));
  await application.database.transaction(async (transaction) => {
    await transaction.insert(collaborationEntity, rows);
    await transaction.insert(
      participantEntity,
      rows.flatMap(({ id }, index) =>
        [0, 1].map((position) => {
          const partnerId = partners[(index * (position + 1)) % partners.length] ?? "";
          return { collaborationId: id, position, partnerId, role: "LEAD" as const };
        }),
      ),
    );
  });
  if (application.database.dialect === "mysql") {
    // MariaDB would make these groups anew for each partner, with thousands of them: this register is too small to show it.
    const [how] = await application.database.raw(sql`SELECT VERSION() AS version, @@optimizer_switch AS switches`);
    if (/mariadb/i.test(String(how?.["version"]))) expect(how?.["switches"]).toContain("split_materialized=off");
    await application.database.raw(sql`ANALYZE TABLE collaborations, participants, recognitions, recognition_parties`);
  }
  const viewer: Viewer = {
    id: demoId("user-manager"),
    role: "PARTNERSHIP_MANAGER",
    officeId: MANILA,
  };
  const filter = { country: ["PH"], focusArea: [AREA] };
  const queries = [
    sql`SELECT * FROM (${recognitionDueList.rows(viewer, {})}) d ORDER BY d.collaborations DESC, d.id DESC LIMIT 51`,
    sql`SELECT * FROM (${recognitionDueList.rows(viewer, filter)}) d ORDER BY d.name_sort, d.id LIMIT 51`,
    sql`SELECT * FROM (${neverThankedList.rows(viewer, {})}) n ORDER BY n.deeds DESC, n.id DESC LIMIT 51`,
    sql`SELECT * FROM (${neverThankedList.rows(viewer, filter)}) n ORDER BY n.deeds DESC, n.id DESC LIMIT 51`,
    waitingByKind(viewer, partners),
  ];
  for (const query of queries) expect(await scansInLoops(query)).toEqual([]);
  // A loop that does so is seen.
  const bad = sql`SELECT COUNT(*) AS total FROM collaborations a JOIN collaborations b ON b.title LIKE a.title`;
  expect(await scansInLoops(bad)).toHaveLength(1);
  // However many rows a page has, it is read by the same few statements.
  const count = (first: number) =>
    application.statementsOf(() =>
      admin.get(
        `{ recognitionDue(first: ${first}) { totalCount edges { node { partner { name } byKind { kind collaborations } lastRecognised } } } }`,
      ),
    );
  expect(await count(40)).toBe(await count(2));
});
