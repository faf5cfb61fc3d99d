import type { ListBehind } from "@concord/shared/lists-behind";
import { parsePartialDate } from "@concord/shared/partial-date";
import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import {
  CONFIDENTIALITY_LABELS,
  codesOf,
  type OutcomeMeasure,
  PARTNER_KIND_LABELS,
  PARTNER_STATUS_LABELS,
  STAGE_LABELS,
} from "@concord/shared/vocabularies";
import fc from "fast-check";
import sql from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { installation } from "../../records/viewing.ts";
import { insertRecord } from "../../records/write.ts";
import { TestApplication, type Visitor } from "../../testing/application.ts";
import { type NumberAndList, numbersAndLists } from "../../testing/dashboard-numbers.ts";
import { DASHBOARD_QUERY } from "../../testing/dashboard-query.ts";
import { ROLES, Someone } from "../../testing/schema-walk/someone.ts";
import {
  collaborationOf,
  partnerOf,
  personOf,
  recognitionOf,
  statementOf,
} from "../../testing/schema-walk/specimen-values.ts";
import { ELSEWHERE, HERE, hubsOf, specimen } from "../../testing/schema-walk/specimens.ts";
import { collaborationRecord } from "../collaborations/collaborations.record.ts";
import { partnerRecord } from "../partners/partners.record.ts";
import { personRecord } from "../people/people.record.ts";
import { recognitionRecord } from "../recognitions/recognitions.record.ts";
import { statementRecord } from "../statements/statements.record.ts";

/** Every number of the dashboard is that of the list to which it leads: over random records, filters and roles. */

const TODAY = "2026-03-31";
const PARTNERS = 50;
const COUNTRY = "IN";
const FILTERS = 16;

const one = <Item>(items: readonly Item[]) => fc.constantFrom(...items);
const officeId = one([HERE, ELSEWHERE]);
const date = one([
  ...[null, "2019", "2024", "2024-03-05", "2024-11", "2025", "2025-01", "2025-02", "2025-02-03", "2025-02-14"],
  ...["2025-07", "2025-07-30", "2026-01", "2026-07"],
]);
const end = one([null, null, null, "2025-12", "2026-02"]);
const place = one([
  { country: null, subdivision: null },
  { country: COUNTRY, subdivision: null },
  { country: COUNTRY, subdivision: "IN-TN" },
  { country: COUNTRY, subdivision: "IN-KA" },
  { country: "KE", subdivision: "KE-30" },
]);
const focusAreas = fc.subarray(["BONDED_LABOUR", "LAND_THEFT", "CHILD_LABOUR"] as const);
const measures = fc.subarray(["PEOPLE_RESCUED", "CONVICTIONS", "PEOPLE_TRAINED"] as const);
const confidential = fc.record({
  officeId,
  confidentiality: one([...codesOf(CONFIDENTIALITY_LABELS), "RESTRICTED" as const]),
  isMember: fc.boolean(),
});
const partnerIndex = fc.nat({ max: PARTNERS - 1 });

const filters: fc.Arbitrary<DashboardFilter> = fc
  .record(
    {
      from: one(["2024", "2024-11", "2025-02", "2025-02-10"]),
      to: one(["2025", "2025-02", "2025-07-20", "2026"]),
      office: fc.subarray([HERE, ELSEWHERE], { minLength: 1 }),
      country: fc.subarray([COUNTRY, "KE"], { minLength: 1 }),
      focusArea: fc.subarray(["BONDED_LABOUR", "LAND_THEFT"] as const, { minLength: 1 }),
    },
    { requiredKeys: [] },
  )
  .filter(({ from, to }) => {
    const [begin, last] = [from, to].map((text) => (text ? parsePartialDate(text) : undefined));
    return !begin || !last || begin.first <= last.last;
  });

let application: TestApplication;
let viewers: Someone[];
let partnerIds: string[];

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(`${TODAY}T12:00:00Z`) });
  application = await TestApplication.open();
  viewers = [];
  for (const role of ROLES) viewers.push(await Someone.arrive(application, role, HERE));
  await addPartners();
  await addWork();
});
afterAll(async () => {
  await application.close();
  vi.useRealTimers();
});

const sample = <Value>(arbitrary: fc.Arbitrary<Value>, count: number, seed: number) =>
  fc.sample(arbitrary, { numRuns: count, seed });

async function addPartners(): Promise<void> {
  const kinds = fc.record({
    officeId,
    place,
    focusAreas,
    kind: one(codesOf(PARTNER_KIND_LABELS)),
    status: one([...codesOf(PARTNER_STATUS_LABELS), "ACTIVE" as const, "ACTIVE" as const]),
    isOld: fc.boolean(),
  });
  partnerIds = [];
  await application.database.transaction(async (transaction) => {
    for (const hub of hubsOf([])) {
      if (hub.kind === "PARTNER")
        await insertRecord(transaction, partnerRecord, hub.id, partnerOf(hub), installation, "");
      if (hub.kind === "PERSON") await insertRecord(transaction, personRecord, hub.id, personOf(hub), installation, "");
    }
    for (const { officeId: office, place: where, isOld, kind, status, focusAreas: areas } of sample(
      kinds,
      PARTNERS,
      1,
    )) {
      const of = specimen("PARTNER", { officeId: office, confidentiality: "INTERNAL", memberIds: [] });
      const statusHistory = [{ status, since: null }];
      const values = { ...partnerOf(of), ...where, kind, status, statusHistory, focusAreas: areas };
      await insertRecord(transaction, partnerRecord, of.id, values, installation, "");
      if (isOld) {
        const longAgo = "2020-01-01T00:00:00.000Z";
        await transaction.execute(sql`UPDATE partners SET created_at = ${longAgo} WHERE id = ${of.id}`);
      }
      partnerIds.push(of.id);
    }
  });
}

const partnerAt = (index: number) => partnerIds[index] ?? "";

async function addWork(): Promise<void> {
  const members = viewers.map(({ user }) => user.id);
  const of = (kind: "COLLABORATION" | "RECOGNITION" | "STATEMENT", { isMember, ...facts }: Confidential) =>
    specimen(kind, { ...facts, memberIds: isMember ? members : [] });
  type Confidential = typeof confidential extends fc.Arbitrary<infer Value> ? Value : never;
  const collaborations = fc
    .record({
      facts: confidential,
      place,
      focusAreas,
      measures,
      begin: date,
      end,
      stage: one(codesOf(STAGE_LABELS)),
      partners: fc.array(partnerIndex, { maxLength: 2 }),
      amount: fc.integer({ min: 0, max: 40 }),
    })
    // What ends before it begins is refused by the form, and means nothing.
    .filter((each) => lastDay(each.end) === "" || lastDay(each.end) >= firstDay(each.begin));
  const recognitions = fc.record({
    facts: confidential,
    focusAreas,
    date,
    partners: fc.uniqueArray(partnerIndex, { minLength: 1, maxLength: 3 }),
    isGiven: fc.boolean(),
  });
  const statements = fc.record({ facts: confidential, focusAreas, date, partner: partnerIndex });
  await application.database.transaction(async (transaction) => {
    for (const each of sample(collaborations, 140, 2)) {
      const record = of("COLLABORATION", each.facts);
      const { stage, begin } = each;
      const values = {
        ...collaborationOf(record),
        ...each.place,
        ...{ stage, begin, end: each.end, focusAreas: each.focusAreas, appearances: [], milestones: [] },
        participants: each.partners.map((index, position) => ({
          partner: partnerAt(index),
          role: position === 0 ? ("LEAD" as const) : ("SUPPORT" as const),
        })),
        outcomes: each.measures.map((measure) => ({ measure, count: each.amount })),
      };
      await insertRecord(transaction, collaborationRecord, record.id, values, installation, "");
    }
    for (const { facts, partners, isGiven, date: on, focusAreas: areas } of sample(recognitions, 60, 3)) {
      const record = of("RECOGNITION", facts);
      const [them, us] = [partners.map((index) => ({ partner: partnerAt(index) })), [{ us: true } as const]];
      const sides = isGiven ? { givers: us, recipients: them } : { givers: them, recipients: us };
      const values = { ...recognitionOf(record), ...sides, date: on, focusAreas: areas };
      await insertRecord(transaction, recognitionRecord, record.id, values, installation, "");
    }
    for (const { facts, partner, date: on, focusAreas: areas } of sample(statements, 40, 4)) {
      const record = of("STATEMENT", facts);
      const values = {
        ...statementOf(record),
        ...{ person: null, partner: partnerAt(partner), date: on, focusAreas: areas },
      };
      await insertRecord(transaction, statementRecord, record.id, values, installation, "");
    }
  });
}

const firstDay = (text: string | null) => (text && parsePartialDate(text)?.first) || "";
const lastDay = (text: string | null) => (text && parsePartialDate(text)?.last) || "";

const LISTS = {
  partners: "PartnerFilter",
  collaborations: "CollaborationFilter",
  recognitions: "RecognitionFilter",
  statements: "StatementFilter",
} as const;

/** What lists count, and the sums of the outcomes of what is in them. */
class Lists {
  private readonly visitor: Visitor;
  private readonly known = new Map<string, Promise<number>>();

  constructor(visitor: Visitor) {
    this.visitor = visitor;
  }

  number({ behind, sumOf }: Pick<NumberAndList, "behind" | "sumOf">): Promise<number> {
    const key = JSON.stringify([behind, sumOf]);
    const number = this.known.get(key) ?? this.read(behind, sumOf);
    this.known.set(key, number);
    return number;
  }

  private async read({ list, filter }: ListBehind, sumOf: OutcomeMeasure | null): Promise<number> {
    const wanted = `edges { node { id ${sumOf ? "outcomes { measure count }" : ""} } }`;
    const answer = await this.visitor.get(
      `query($filter: ${LISTS[list]}) { list: ${list}(first: 200, filter: $filter) { totalCount ${wanted} } }`,
      { filter },
    );
    // A total may come from sums, as the dashboard's number does: what is in the list does not.
    expect(answer.list.edges.length).toBe(Math.min(answer.list.totalCount, 200));
    if (!sumOf) return answer.list.totalCount;
    const outcomes: { measure: string; count: number }[] = answer.list.edges.flatMap(
      ({ node }: { node: { outcomes: [] } }) => node.outcomes,
    );
    return outcomes.filter(({ measure }) => measure === sumOf).reduce((sum, { count }) => sum + count, 0);
  }
}

describe.each(ROLES)("the dashboard, as %s reads it", (role) => {
  const someone = () => {
    const found = viewers.find(({ user }) => user.role === role);
    if (!found) throw new Error(`Nobody is ${role}.`);
    return found;
  };

  it("shows in each number what the list behind it holds", async () => {
    const { session } = someone();
    const lists = new Lists(session);
    const quietMonths = 6;
    let compared = 0;
    for (const filter of [{}, ...sample(filters, FILTERS, 5)]) {
      const { dashboard } = await session.get(DASHBOARD_QUERY, { filter, quietMonths });
      const numbers = numbersAndLists(dashboard, filter, { country: COUNTRY, quietMonths });
      const found = await Promise.all(numbers.map(async (each) => ({ ...each, listed: await lists.number(each) })));
      expect(found.filter(({ value, listed }) => value !== listed).map((each) => ({ filter, ...each }))).toEqual([]);
      compared += found.filter(({ value }) => value > 0).length;
    }
    // Numbers that are all none would agree with anything.
    expect(compared).toBeGreaterThan(400);
  });
});

it("tells of a filter of the dashboard's parts what is wrong with it", async () => {
  const [someone] = viewers;
  const ask = async (part: string) => {
    const { code, errors } = (await someone?.session.ask(`{ dashboard { ${part} } }`)) ?? {};
    return [code, errors?.[0]?.message];
  };
  expect(await ask("byMonth(year: 0) { period }")).toEqual([
    "BAD_USER_INPUT",
    expect.stringContaining('"year" is "0". Ask for a year from 1 to 9999.'),
  ]);
  expect(await ask('bySubdivision(country: "XX") { name }')).toEqual(["BAD_USER_INPUT", expect.stringContaining("XX")]);
  expect(await ask("byOffice(quietMonths: 0) { partners }")).toEqual([
    "BAD_USER_INPUT",
    expect.stringContaining("Write a whole number from 1 to 600."),
  ]);
  expect(await ask("health { goneQuiet(first: 201) { lastContact } }")).toEqual([
    "BAD_USER_INPUT",
    expect.stringContaining("Ask for 1 to 200"),
  ]);
});
