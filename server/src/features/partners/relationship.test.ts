import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { TestApplication, type Visitor } from "../../testing/application.ts";
import { demoId } from "../demo/demo.service.ts";

/** The rules of docs/dashboard.md about rhythm, balance and last contact, by examples. */

const AREA = "LAND_THEFT";
let application: TestApplication;
let admin: Visitor;
let manager: Visitor;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-03-31T12:00:00Z") });
  application = await TestApplication.open();
  [admin, manager] = [application.visitor(), application.visitor()];
  await admin.signIn("admin@demo.example");
  await manager.signIn("manager@demo.example");
});
afterAll(async () => {
  await application.close();
  vi.useRealTimers();
});

async function partner(name: string): Promise<string> {
  const { createPartner } = await admin.get(
    "mutation($input: CreatePartnerInput!) { createPartner(input: $input) { id } }",
    { input: { name, kind: "NGO", status: "ACTIVE", office: demoId("office-manila"), focusAreas: [AREA] } },
  );
  return createPartner.id;
}

async function together(partners: readonly string[], begin: string | null, more: object = {}): Promise<void> {
  const participants = partners.map((id, index) => ({ partner: id, role: index === 0 ? "LEAD" : "SUPPORT" }));
  const input = { title: `Work of ${begin}`, kind: "MEETING", stage: "COMPLETED", begin, participants, ...more };
  await admin.get("mutation($input: CreateCollaborationInput!) { createCollaboration(input: $input) { id } }", {
    input: { office: demoId("office-manila"), ...input },
  });
}

async function recognised(id: string, direction: "RECEIVED" | "GIVEN", date: string | null = null): Promise<void> {
  const [them, us] = [[{ partner: id }], [{ us: true }]];
  const sides = direction === "GIVEN" ? { givers: us, recipients: them } : { givers: them, recipients: us };
  await admin.get("mutation($input: CreateRecognitionInput!) { createRecognition(input: $input) { id } }", {
    input: { kind: "AWARD", title: "An award", date, office: demoId("office-manila"), ...sides },
  });
}

async function found(visitor: Visitor, filter: object): Promise<string[]> {
  const { partners } = await visitor.get(
    "query($filter: PartnerFilter) { partners(first: 200, filter: $filter) { edges { node { name } } } }",
    { filter: { focusArea: [AREA], ...filter } },
  );
  return partners.edges.map(({ node }: { node: { name: string } }) => node.name);
}

it("the rhythm is the months between two begins on average, as far as the viewer knows of them", async () => {
  const quarterly = await partner("Every quarter");
  for (const begin of ["2024-01-31", "2024-04", "2024-07-01"]) await together([quarterly], begin);
  const halfYearly = await partner("Every half year");
  // What is known by its year alone is taken from its first month.
  for (const begin of ["2025", "2025-05-20", "2025-11"]) await together([halfYearly], begin);
  const yearly = await partner("Every year");
  for (const begin of ["2023-06", "2024-06-30"]) await together([yearly], begin);
  const seldom = await partner("Seldom");
  for (const begin of ["2010", "2020"]) await together([seldom], begin);
  const none = await partner("No rhythm");
  // One in two roles, one that was cancelled, one to come, one without a date: no second that has begun.
  await together([none, none], "2024-01");
  await together([none], "2024-02", { stage: "CANCELLED" });
  await together([none], "2026-04", { stage: "PLANNED" });
  await together([none], null);
  const hidden = await partner("Hidden");
  await together([hidden], "2024-01");
  await together([hidden], "2024-02", { confidentiality: "RESTRICTED" });

  expect(await found(admin, { rhythm: ["QUARTERLY"] })).toEqual(["Every quarter", "Hidden"]);
  expect(await found(manager, { rhythm: ["QUARTERLY"] })).toEqual(["Every quarter"]);
  expect(await found(admin, { rhythm: ["HALF_YEARLY"] })).toEqual(["Every half year"]);
  expect(await found(admin, { rhythm: ["YEARLY"] })).toEqual(["Every year"]);
  expect(await found(admin, { rhythm: ["SELDOM", "YEARLY"] })).toEqual(["Every year", "Seldom"]);
  expect(await found(admin, { rhythm: ["NONE"] })).toEqual(["No rhythm"]);
  expect(await found(manager, { rhythm: ["NONE"] })).toEqual(["Hidden", "No rhythm"]);
});

it("the balance says who has recognised whom more often", async () => {
  const [receiving, even, giving] = [await partner("B receives"), await partner("B even"), await partner("B gives")];
  await partner("B none");
  for (const direction of ["RECEIVED", "RECEIVED", "GIVEN"] as const) await recognised(receiving, direction);
  for (const direction of ["RECEIVED", "GIVEN"] as const) await recognised(even, direction);
  await recognised(giving, "GIVEN");
  const balance = async (wanted: string) =>
    (await found(admin, { balance: [wanted] })).filter((name) => name.startsWith("B "));
  expect(await balance("RECEIVED_MORE")).toEqual(["B receives"]);
  expect(await balance("EVEN")).toEqual(["B even"]);
  expect(await balance("GIVEN_MORE")).toEqual(["B gives"]);
  expect(await balance("NONE")).toEqual(["B none"]);
});

it("those gone quiet stand with their last contact, rhythm and balance, the longest quiet first", async () => {
  const long = await partner("Q long quiet");
  await together([long], "2019-05", { end: "2019-06" });
  await together([long], "2017-05");
  const short = await partner("Q short quiet");
  await recognised(short, "RECEIVED", "2024-08-03");
  const { dashboard } = await admin.get(`{
    dashboard(filter: { focusArea: [${AREA}] }) {
      health { goneQuiet(first: 200) { partner { name } lastContact gapMonths recognitionsReceived recognitionsGiven } }
    }
  }`);
  const ours = dashboard.health.goneQuiet.filter(({ partner: { name } }: { partner: { name: string } }) =>
    name.startsWith("Q "),
  );
  expect(ours).toEqual([
    {
      partner: { name: "Q long quiet" },
      ...{ lastContact: "2019-06", gapMonths: 24, recognitionsReceived: 0, recognitionsGiven: 0 },
    },
    {
      partner: { name: "Q short quiet" },
      ...{ lastContact: "2024-08-03", gapMonths: null, recognitionsReceived: 1, recognitionsGiven: 0 },
    },
  ]);
});
