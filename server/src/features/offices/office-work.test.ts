import { parsePartialDate } from "@concord/shared/partial-date";
import {
  COLLABORATION_DUE_LABELS,
  CONFIDENTIALITY_LABELS,
  type CollaborationDue,
  codesOf,
  STAGE_LABELS,
} from "@concord/shared/vocabularies";
import fc from "fast-check";
import sql from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { policies } from "../../access/policies.ts";
import type { Viewer } from "../../access/viewer.ts";
import { installation } from "../../records/viewing.ts";
import { insertRecord } from "../../records/write.ts";
import { TestApplication } from "../../testing/application.ts";
import { ROLES, Someone } from "../../testing/schema-walk/someone.ts";
import { collaborationOf, partnerOf, recognitionOf } from "../../testing/schema-walk/specimen-values.ts";
import { ELSEWHERE, HERE, HUB_IDS, hubsOf, type Specimen, specimen } from "../../testing/schema-walk/specimens.ts";
import { collaborationRecord } from "../collaborations/collaborations.record.ts";
import { partnerRecord } from "../partners/partners.record.ts";
import { recognitionRecord } from "../recognitions/recognitions.record.ts";

/** What waits in an office, held against the rules of docs/offices.md said once more for one record, over random records. */

const TODAY = "2026-03-31";
const SOON = "2026-06-29";
/** Six months before, in a month without a 31st. */
const HALF_A_YEAR_AGO = "2025-09-30";
const PARTNERS = 60;

const one = <Item>(items: readonly Item[]) => fc.constantFrom(...items);
const date = one([
  null,
  null,
  "2019",
  "2025",
  "2025-09",
  "2025-09-29",
  HALF_A_YEAR_AGO,
  "2026",
  "2026-03",
  TODAY,
  "2026-07",
]);
const facts = fc.record({
  officeId: one([HERE, ELSEWHERE]),
  confidentiality: one([...codesOf(CONFIDENTIALITY_LABELS), "RESTRICTED" as const]),
  isMember: fc.boolean(),
});
const made = fc.record({
  facts,
  kind: one(["AGREEMENT", "MEETING"] as const),
  stage: one(codesOf(STAGE_LABELS)),
  begin: date,
  end: date,
  partner: fc.nat({ max: PARTNERS - 1 }),
});
type Made = (typeof made extends fc.Arbitrary<infer Value> ? Value : never) & { readonly of: Specimen };

let application: TestApplication;
let viewers: Someone[];
let partners: { readonly of: Specimen; readonly isActive: boolean; readonly isOld: boolean }[];
let collaborations: Made[];
let recognitions: Pick<Made, "of" | "begin" | "partner">[];

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

async function addPartners(): Promise<void> {
  partners = Array.from({ length: PARTNERS }, (_, index) => ({
    of: specimen("PARTNER", { officeId: HERE, confidentiality: "INTERNAL", memberIds: [] }),
    isActive: index % 3 > 0,
    isOld: index % 2 > 0,
  }));
  const hub = hubsOf([]).find(({ id }) => id === HUB_IDS.PARTNER);
  const person = hubsOf([]).find(({ id }) => id === HUB_IDS.PERSON);
  if (!hub || !person) throw new Error("There are no hubs.");
  await application.database.transaction(async (transaction) => {
    await insertRecord(transaction, partnerRecord, hub.id, partnerOf(hub), installation, "");
    for (const { of, isActive, isOld } of partners) {
      const status = isActive ? ("ACTIVE" as const) : ("ENDED" as const);
      const values = { ...partnerOf(of), status, statusHistory: [{ status, since: null }] };
      await insertRecord(transaction, partnerRecord, of.id, values, installation, "");
      if (isOld) {
        await transaction.execute(
          sql`UPDATE partners SET created_at = ${"2020-01-01T00:00:00.000Z"} WHERE id = ${of.id}`,
        );
      }
    }
  });
}

const partnerAt = (index: number) => partners[index]?.of.id ?? "";

async function addWork(): Promise<void> {
  const members = viewers.map(({ user }) => user.id);
  const specimenOf = (kind: "COLLABORATION" | "RECOGNITION", { isMember, ...rest }: Made["facts"]) =>
    specimen(kind, { ...rest, memberIds: isMember ? members : [] });
  // What ends before it begins is refused by the form, and means nothing.
  const inOrder = made.filter(({ begin, end }) => lastDay(end) === "" || lastDay(end) >= firstDay(begin));
  const some = (seed: number, count: number) => fc.sample(inOrder, { seed, numRuns: count });
  collaborations = some(1, 120).map((each) => ({ ...each, of: specimenOf("COLLABORATION", each.facts) }));
  recognitions = some(2, 20).map((each) => ({ ...each, of: specimenOf("RECOGNITION", each.facts) }));
  await application.database.transaction(async (transaction) => {
    for (const { of, kind, stage, begin, end, partner } of collaborations) {
      const participants = [{ partner: partnerAt(partner), role: "LEAD" as const }];
      const values = { ...collaborationOf(of), appearances: [], kind, stage, begin, end, participants };
      await insertRecord(transaction, collaborationRecord, of.id, values, installation, "");
    }
    for (const { of, begin, partner } of recognitions) {
      const values = { ...recognitionOf(of), date: begin, givers: [{ partner: partnerAt(partner) }] };
      await insertRecord(transaction, recognitionRecord, of.id, values, installation, "");
    }
  });
}

const firstDay = (text: string | null) => (text && parsePartialDate(text)?.first) || "";
const lastDay = (text: string | null) => (text && parsePartialDate(text)?.last) || "";
const isRead = (viewer: Viewer, { kind, facts: of }: Specimen) => policies[kind].policy.read.allows(viewer, of);

const WAITS: Readonly<Record<CollaborationDue, (of: Made) => boolean>> = {
  AGREEMENT_ENDS: ({ kind, stage, end }) =>
    kind === "AGREEMENT" && stage === "UNDER_WAY" && end !== null && lastDay(end) >= TODAY && firstDay(end) <= SOON,
  NOT_ENDED: ({ stage, end }) => stage === "UNDER_WAY" && end !== null && lastDay(end) < TODAY,
  NOT_BEGUN: ({ stage, begin }) => stage === "PLANNED" && begin !== null && lastDay(begin) < TODAY,
  BEGINS: ({ stage, begin }) =>
    stage === "PLANNED" && begin !== null && lastDay(begin) >= TODAY && firstDay(begin) <= SOON,
  NO_DATE: ({ stage, begin }) => stage === "PLANNED" && begin === null,
};

function isQuiet(viewer: Viewer, partner: (typeof partners)[number]): boolean {
  const known = collaborations.filter(
    (each) => partnerAt(each.partner) === partner.of.id && each.stage !== "CANCELLED" && isRead(viewer, each.of),
  );
  const given = recognitions.filter((each) => partnerAt(each.partner) === partner.of.id && isRead(viewer, each.of));
  const isRecent = ({ stage, begin, end }: Made) =>
    lastDay(end ?? begin) >= HALF_A_YEAR_AGO || (end === null && stage === "UNDER_WAY");
  const isBefore = ({ begin }: { begin: string | null }) => begin !== null && firstDay(begin) < HALF_A_YEAR_AGO;
  return (
    partner.isActive &&
    !known.some(isRecent) &&
    !given.some(({ begin }) => lastDay(begin) >= HALF_A_YEAR_AGO) &&
    (partner.isOld || known.some(isBefore) || given.some(isBefore))
  );
}

describe.each(ROLES)("what waits in an office, as %s reads it", (role) => {
  const someone = () => {
    const found = viewers.find(({ user }) => user.role === role);
    if (!found) throw new Error(`Nobody is ${role}.`);
    return found;
  };

  it.each(codesOf(COLLABORATION_DUE_LABELS))("is due as %s where it is, and the number is the list's", async (due) => {
    const { session, viewer } = someone();
    const expected = collaborations
      .filter((each) => each.of.facts.officeId === HERE && WAITS[due](each) && isRead(viewer, each.of))
      .map(({ of }) => of.id);
    const { collaborations: list } = await session.get(
      "query($filter: CollaborationFilter) { collaborations(first: 200, filter: $filter) { totalCount edges { node { id } } } }",
      { filter: { office: [HERE], due: [due], focusArea: ["FORCED_LABOUR"] } },
    );
    expect(list.edges.map(({ node }: { node: { id: string } }) => node.id).toSorted()).toEqual(expected.toSorted());
    expect(list.totalCount).toBe(expected.length);
  });

  it("is who has gone quiet, as far as the viewer may know", async () => {
    const { session, viewer } = someone();
    const expected = partners.filter((each) => isQuiet(viewer, each)).map(({ of }) => of.id);
    const { partners: list } = await session.get(
      "query($filter: PartnerFilter) { partners(first: 200, filter: $filter) { totalCount edges { node { id } } } }",
      { filter: { office: [HERE], quietMonths: 6, focusArea: ["FORCED_LABOUR"] } },
    );
    expect(list.edges.map(({ node }: { node: { id: string } }) => node.id).toSorted()).toEqual(expected.toSorted());
    expect(list.totalCount).toBe(expected.length);
  });
});

it("the random records make every reason happen, and somebody quiet for one and not for another", () => {
  for (const due of codesOf(COLLABORATION_DUE_LABELS)) {
    expect(collaborations.filter((each) => each.of.facts.officeId === HERE && WAITS[due](each))).not.toEqual([]);
  }
  const quiet = viewers.map(({ viewer }) => partners.filter((each) => isQuiet(viewer, each)).length);
  expect(Math.min(...quiet)).toBeGreaterThan(0);
  expect(Math.max(...quiet)).toBeGreaterThan(Math.min(...quiet));
});

it("months that nobody can look back on are told with the value", async () => {
  const [someone] = viewers;
  const { code, errors } =
    (await someone?.session.ask("{ partners(filter: { quietMonths: 0 }) { totalCount } }")) ?? {};
  expect(code).toBe("BAD_USER_INPUT");
  expect(JSON.stringify(errors)).toContain("Write a whole number from 1 to 600.");
});
