import { type ListBehind, listsBetweenUs, listsDue } from "@concord/shared/lists-behind";
import { parsePartialDate } from "@concord/shared/partial-date";
import { RECOGNITION_DUE } from "@concord/shared/reciprocity";
import type { NeverThankedFilter, RecognitionDueFilter } from "@concord/shared/rules/reciprocity";
import {
  COLLABORATION_KIND_LABELS,
  CONFIDENTIALITY_LABELS,
  type CollaborationKind,
  codesOf,
  STAGE_LABELS,
} from "@concord/shared/vocabularies";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { monthsBefore } from "../../records/days.ts";
import { installation } from "../../records/viewing.ts";
import { insertRecord } from "../../records/write.ts";
import { TestApplication, type Visitor } from "../../testing/application.ts";
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

/**
 * Every number of reciprocity is that of the list to which it leads, and who is due or was never thanked is who the rule
 * says by what these lists hold: over random records, filters and roles.
 */

const TODAY = "2026-03-31";
const PARTNERS = 26;
const PEOPLE = 12;

const one = <Item>(items: readonly Item[]) => fc.constantFrom(...items);
const sample = <Value>(arbitrary: fc.Arbitrary<Value>, count: number, seed: number) =>
  fc.sample(arbitrary, { numRuns: count, seed });
const officeId = one([HERE, ELSEWHERE]);
const date = one([
  ...[null, "2019", "2019-12-31", "2020", "2020-01-01", "2022-05", "2024", "2024-03-05", "2024-03-06"],
  ...["2025-03", "2025-03-30", "2025-04-01", "2025", "2026-02-14", "2026-07"],
]);
const partnerIndex = fc.nat({ max: PARTNERS - 1 });
const facts = fc.record({
  officeId,
  confidentiality: one([...codesOf(CONFIDENTIALITY_LABELS), "RESTRICTED" as const]),
  isMember: fc.boolean(),
});
const partnerFacts = {
  country: fc.subarray(["IN", "KE"], { minLength: 1 }),
  office: fc.subarray([HERE, ELSEWHERE], { minLength: 1 }),
  focusArea: fc.subarray(["BONDED_LABOUR", "LAND_THEFT"] as const, { minLength: 1 }),
  kind: fc.subarray(["POLICE", "COURT"] as const, { minLength: 1 }),
};
const dueFilters: fc.Arbitrary<RecognitionDueFilter> = fc.record(
  { collaborations: one([1, 2, 3, 5]), months: one([1, 3, 12, 13, 60]), ...partnerFacts },
  { requiredKeys: [] },
);
const thankedFilters: fc.Arbitrary<NeverThankedFilter> = fc.record(
  { who: fc.subarray(["PARTNER", "PERSON"] as const), ...partnerFacts },
  { requiredKeys: [] },
);

interface MadePartner {
  readonly id: string;
  readonly officeId: string;
  readonly country: string;
  readonly kind: "POLICE" | "COURT";
  readonly focusAreas: readonly ("BONDED_LABOUR" | "LAND_THEFT")[];
}

let application: TestApplication;
let viewers: Someone[];
const partners: MadePartner[] = [];
const people: { readonly id: string; readonly officeId: string; readonly partner: MadePartner }[] = [];

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(`${TODAY}T12:00:00Z`) });
  application = await TestApplication.open();
  viewers = [];
  for (const role of ROLES) viewers.push(await Someone.arrive(application, role, HERE));
  await addPartnersAndPeople();
  await addWork();
});
afterAll(async () => {
  await application.close();
  vi.useRealTimers();
});

const partnerAt = (index: number) => {
  const partner = partners[index % PARTNERS];
  if (!partner) throw new Error("No partner was made.");
  return partner;
};
const personAt = (index: number) => people[index % PEOPLE]?.id ?? "";

async function addPartnersAndPeople(): Promise<void> {
  const made = fc.record({
    officeId,
    country: one(["IN", "KE"]),
    kind: one(["POLICE", "COURT"] as const),
    focusAreas: fc.subarray(["BONDED_LABOUR", "LAND_THEFT"] as const),
  });
  await application.database.transaction(async (transaction) => {
    for (const hub of hubsOf([])) {
      if (hub.kind === "PARTNER")
        await insertRecord(transaction, partnerRecord, hub.id, partnerOf(hub), installation, "");
    }
    for (const each of sample(made, PARTNERS, 1)) {
      const of = specimen("PARTNER", { officeId: each.officeId, confidentiality: "INTERNAL", memberIds: [] });
      const { country, kind } = each;
      const values = { ...partnerOf(of), country, kind, focusAreas: [...each.focusAreas] };
      await insertRecord(transaction, partnerRecord, of.id, values, installation, "");
      partners.push({ ...each, id: of.id });
    }
    for (const { officeId: office, index } of sample(fc.record({ officeId, index: partnerIndex }), PEOPLE, 2)) {
      const of = specimen("PERSON", { officeId: office, confidentiality: "INTERNAL", memberIds: [] });
      const partner = partnerAt(index);
      const position = { partner: partner.id, title: "Officer", rank: null, from: null, to: null };
      await insertRecord(
        transaction,
        personRecord,
        of.id,
        { ...personOf(of), positions: [position] },
        installation,
        "",
      );
      people.push({ id: of.id, officeId: office, partner });
    }
  });
}

type Facts = typeof facts extends fc.Arbitrary<infer Value> ? Value : never;

async function addWork(): Promise<void> {
  const members = viewers.map(({ user }) => user.id);
  const of = (kind: "COLLABORATION" | "RECOGNITION" | "STATEMENT", { isMember, ...rest }: Facts) =>
    specimen(kind, { ...rest, memberIds: isMember ? members : [] });
  const collaborations = fc.record({
    facts,
    begin: date,
    kind: one(codesOf(COLLABORATION_KIND_LABELS).slice(0, 3)),
    stage: one([...codesOf(STAGE_LABELS), "COMPLETED" as const, "COMPLETED" as const]),
    // One that takes part in two roles is one participant.
    partners: fc.array(partnerIndex, { minLength: 1, maxLength: 3 }),
  });
  const recognitions = fc.record({
    facts,
    date,
    index: fc.nat({ max: 8 }),
    other: partnerIndex,
    how: one(["RECEIVED", "RECEIVED", "GIVEN", "GIVEN_TO_PERSON", "RECEIVED_FROM_PERSON", "GIVEN_TOGETHER"] as const),
  });
  const statements = fc.record({ facts, date, index: partnerIndex, isPerson: fc.boolean() });
  await application.database.transaction(async (transaction) => {
    for (const each of sample(collaborations, 150, 3)) {
      const record = of("COLLABORATION", each.facts);
      const values = {
        ...collaborationOf(record),
        ...{ kind: each.kind, stage: each.stage, begin: each.begin, appearances: [], milestones: [], outcomes: [] },
        participants: each.partners.map((index, position) => ({
          partner: partnerAt(index).id,
          role: position === 0 ? ("LEAD" as const) : ("SUPPORT" as const),
        })),
      };
      await insertRecord(transaction, collaborationRecord, record.id, values, installation, "");
    }
    const us = { us: true } as const;
    for (const { facts: of_, date: on, index, other, how } of sample(recognitions, 60, 4)) {
      const record = of("RECOGNITION", of_);
      const [partner, person] = [{ partner: partnerAt(index).id }, { person: personAt(index) }];
      const sides = {
        RECEIVED: { givers: [{ partner: partnerAt(other).id }], recipients: [us] },
        GIVEN: { givers: [us], recipients: [partner] },
        GIVEN_TO_PERSON: { givers: [us], recipients: [person] },
        RECEIVED_FROM_PERSON: { givers: [person], recipients: [us] },
        // Who gives with us is not recognised by it.
        GIVEN_TOGETHER: { givers: [us, { partner: partnerAt(index + 9).id }], recipients: [partner] },
      }[how];
      const values = { ...recognitionOf(record), ...sides, date: on };
      await insertRecord(transaction, recognitionRecord, record.id, values, installation, "");
    }
    for (const { facts: of_, date: on, index, isPerson } of sample(statements, 40, 5)) {
      const record = of("STATEMENT", of_);
      const speaker = isPerson
        ? { person: personAt(index), partner: people[index % PEOPLE]?.partner.id ?? null }
        : { person: null, partner: partnerAt(index).id };
      const values = { ...statementOf(record), ...speaker, date: on };
      await insertRecord(transaction, statementRecord, record.id, values, installation, "");
    }
  });
}

const FILTER_TYPES = {
  partners: "PartnerFilter",
  collaborations: "CollaborationFilter",
  recognitions: "RecognitionFilter",
  statements: "StatementFilter",
} as const;

/** How many the list behind a number holds. */
class Lists {
  private readonly visitor: Visitor;
  private readonly known = new Map<string, Promise<number>>();

  constructor(visitor: Visitor) {
    this.visitor = visitor;
  }

  count(behind: ListBehind): Promise<number> {
    const key = JSON.stringify(behind);
    const number = this.known.get(key) ?? this.read(behind);
    this.known.set(key, number);
    return number;
  }

  private async read({ list, filter }: ListBehind): Promise<number> {
    const query = `query($filter: ${FILTER_TYPES[list]}) { list: ${list}(first: 1, filter: $filter) { totalCount } }`;
    return (await this.visitor.get(query, { filter })).list.totalCount;
  }

  /** The numbers that are not those of their lists. */
  async differing(numbers: readonly (readonly [string, number, ListBehind])[]) {
    const found = await Promise.all(
      numbers.map(async ([of, value, behind]) => ({ of, value, behind, listed: await this.count(behind) })),
    );
    return found.filter(({ value, listed }) => value !== listed);
  }
}

interface Times {
  readonly received: number;
  readonly given: number;
  readonly together: number;
}
const TIMES = ["received", "given", "together"] as const;
const RECIPROCITY = "received given together lastReceived lastGiven byYear { year received given together }";

interface DueNode {
  readonly id: string;
  readonly partner: { readonly id: string };
  readonly collaborations: number;
  readonly byKind: readonly { readonly kind: CollaborationKind; readonly collaborations: number }[];
  readonly since: string | null;
  readonly lastRecognised: string | null;
  readonly recognised: boolean;
  readonly months: number | null;
}
const DUE_QUERY = `query($filter: RecognitionDueFilter, $first: Int, $after: String, $orderBy: RecognitionDueOrder) {
  list: recognitionDue(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node {
      id partner { id } collaborations byKind { kind collaborations } since lastRecognised recognised months
    } }
  }
}`;

interface ThankedNode {
  readonly id: string;
  readonly partner: { readonly id: string } | null;
  readonly person: { readonly id: string } | null;
  readonly received: number;
  readonly statements: number;
  readonly collaborations: number;
}
const THANKED_QUERY = `query($filter: NeverThankedFilter, $first: Int, $after: String, $orderBy: NeverThankedOrder) {
  list: neverThanked(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { id partner { id } person { id } received statements collaborations } }
  }
}`;

/** All pages of a list, of which the total must be the sum. */
async function wholeList<Node>(visitor: Visitor, query: string, variables: object, first = 200): Promise<Node[]> {
  const nodes: Node[] = [];
  for (let after: string | null = null; ; ) {
    const { list }: { list: { edges: { node: Node }[]; totalCount: number; pageInfo: Info } } = await visitor.get(
      query,
      { ...variables, first, after },
    );
    nodes.push(...list.edges.map(({ node }) => node));
    if (!list.pageInfo.hasNextPage) {
      expect(list.totalCount).toBe(nodes.length);
      return nodes;
    }
    after = list.pageInfo.endCursor;
  }
}
interface Info {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

interface Given {
  readonly date: string | null;
  readonly recipients: readonly {
    readonly partner: { readonly id: string } | null;
    readonly person: { readonly id: string } | null;
  }[];
}

/** What somebody reads of the recognitions that we gave a partner or its people, or a person. */
async function recognitionsOf(visitor: Visitor, filter: object, ids: ReadonlySet<string>): Promise<Given[]> {
  const { recognitions } = await visitor.get(
    `query($filter: RecognitionFilter) {
      recognitions(first: 200, filter: $filter) { edges { node { date recipients { partner { id } person { id } } } } }
    }`,
    { filter: { direction: ["GIVEN"], ...filter } },
  );
  const nodes: Given[] = recognitions.edges.map(({ node }: { node: Given }) => node);
  return nodes.filter(({ recipients }) =>
    recipients.some(({ partner, person }) => ids.has(partner?.id ?? "") || ids.has(person?.id ?? "")),
  );
}

const lastDay = (text: string | null) => (text && parsePartialDate(text)?.last) || "";
const latest = (days: readonly string[]) => days.toSorted().at(-1) ?? "";

/** Whether recognition is due to a partner by the rule, as it is written in docs/reciprocity.md. */
async function isDue(visitor: Visitor, partner: MadePartner, filter: RecognitionDueFilter): Promise<boolean> {
  const own = new Set([partner.id, ...people.filter((each) => each.partner === partner).map(({ id }) => id)]);
  const given = await recognitionsOf(visitor, { partner: [partner.id] }, own);
  const { collaborations } = await visitor.get(
    `query($filter: CollaborationFilter) {
      collaborations(first: 200, filter: $filter) { edges { node { begin } } }
    }`,
    { filter: { partner: [partner.id], stage: ["COMPLETED"] } },
  );
  const begins: (string | null)[] = collaborations.edges.map(
    ({ node }: { node: { begin: string | null } }) => node.begin,
  );
  const last = latest(given.map(({ date: on }) => lastDay(on)));
  const since = last === "" ? begins : begins.filter((begin) => lastDay(begin) > last);
  const first = begins.map(lastDay).filter(Boolean).toSorted()[0] ?? "";
  return (
    since.length >= (filter.collaborations ?? RECOGNITION_DUE.collaborations) &&
    (last || first) <= monthsBefore(TODAY, filter.months ?? RECOGNITION_DUE.months)
  );
}

function fits(partner: MadePartner, { country, office, focusArea, kind }: RecognitionDueFilter, officeOf = partner) {
  return (
    (!country || country.includes(partner.country)) &&
    (!office || office.includes(officeOf.officeId)) &&
    (!focusArea || focusArea.some((area) => partner.focusAreas.some((own) => own === area))) &&
    (!kind || kind.includes(partner.kind))
  );
}

describe.each(ROLES)("reciprocity, as %s reads it", (role) => {
  const session = () => {
    const found = viewers.find(({ user }) => user.role === role);
    if (!found) throw new Error(`Nobody is ${role}.`);
    return found.session;
  };

  it("shows of each partner what the lists behind its numbers hold", async () => {
    const lists = new Lists(session());
    let compared = 0;
    for (const { id } of partners) {
      const { partner } = await session().get(
        `query($id: ID!) { partner(id: $id) { reciprocity { ${RECIPROCITY} } } }`,
        {
          id,
        },
      );
      const all: Times & { byYear: readonly (Times & { year: number })[] } = partner.reciprocity;
      const undated = (of: keyof Times) => all.byYear.reduce((rest, year) => rest - year[of], all[of]);
      const numbers = TIMES.flatMap((of) => [
        [of, all[of], listsBetweenUs.all(id)[of]] as const,
        [`${of} undated`, undated(of), listsBetweenUs.undated(id)[of]] as const,
        ...all.byYear.map((year) => [of, year[of], listsBetweenUs.year(id, String(year.year))[of]] as const),
      ]);
      expect(await lists.differing(numbers)).toEqual([]);
      compared += numbers.filter(([, value]) => value > 0).length;
    }
    expect(compared).toBeGreaterThan(150);
  });

  it("says to whom recognition is due, by the rule, with the numbers of the lists behind", async () => {
    const lists = new Lists(session());
    let compared = 0;
    for (const filter of [{}, ...sample(dueFilters, 9, 6)]) {
      const due = await wholeList<DueNode>(session(), DUE_QUERY, { filter });
      const numbers = due.flatMap(({ id, collaborations, byKind, since }) => [
        ["all", collaborations, listsDue.collaborations(id, since)] as const,
        ...byKind.map((of) => [of.kind, of.collaborations, listsDue.collaborations(id, since, of.kind)] as const),
      ]);
      expect(await lists.differing(numbers)).toEqual([]);
      for (const { collaborations, byKind } of due)
        expect(byKind.reduce((sum, of) => sum + of.collaborations, 0)).toBe(collaborations);
      for (const partner of partners) {
        const isListed = due.some(({ id }) => id === partner.id);
        const isMeant = fits(partner, filter) && (await isDue(session(), partner, filter));
        expect({ filter, id: partner.id, due: isListed }).toEqual({ filter, id: partner.id, due: isMeant });
      }
      compared += due.length;
    }
    expect(compared).toBeGreaterThan(30);
  });

  it("says who was never thanked, with the numbers of the lists behind", async () => {
    const lists = new Lists(session());
    let compared = 0;
    for (const filter of [{}, ...sample(thankedFilters, 9, 7)]) {
      const never = await wholeList<ThankedNode>(session(), THANKED_QUERY, { filter });
      const behind = (id: string, who: "partner" | "person") => listsDue.deeds(who, id);
      const numbers = never.flatMap(({ id, person, received, statements, collaborations }) => {
        const {
          received: receivedOnes,
          statements: said,
          collaborations: done,
        } = behind(id, person ? "person" : "partner");
        return [
          ["received", received, receivedOnes] as const,
          ["statements", statements, said] as const,
          ...(person ? [] : [["collaborations", collaborations, done] as const]),
        ];
      });
      expect(await lists.differing(numbers)).toEqual([]);
      const listed = new Set(never.map(({ id }) => id));
      const wants = (who: "PARTNER" | "PERSON") => !filter.who || filter.who.includes(who);
      for (const partner of partners) {
        const own = new Set([partner.id, ...people.filter((each) => each.partner === partner).map(({ id }) => id)]);
        const given = await recognitionsOf(session(), { partner: [partner.id] }, own);
        const of = behind(partner.id, "partner");
        const deeds = await Promise.all(
          [of.received, of.statements, of.collaborations].map((list) => lists.count(list)),
        );
        const isMeant = wants("PARTNER") && fits(partner, filter) && given.length === 0 && deeds.some(Boolean);
        expect({ filter, id: partner.id, never: listed.has(partner.id) }).toEqual({
          filter,
          id: partner.id,
          never: isMeant,
        });
      }
      for (const { id, officeId: office, partner } of people) {
        const given = await recognitionsOf(session(), { person: [id] }, new Set([id]));
        const of = behind(id, "person");
        const deeds = await Promise.all([of.received, of.statements].map((list) => lists.count(list)));
        const isFit = fits(partner, filter, { ...partner, officeId: office });
        const isMeant = wants("PERSON") && isFit && given.length === 0 && deeds.some(Boolean);
        expect({ filter, id, never: listed.has(id) }).toEqual({ filter, id, never: isMeant });
      }
      compared += never.length;
    }
    expect(compared).toBeGreaterThan(30);
  });

  it("turns the pages of both lists in every order without losing or repeating anybody", async () => {
    const due = (await wholeList<DueNode>(session(), DUE_QUERY, { filter: { collaborations: 1 } })).map(({ id }) => id);
    expect(due.length).toBeGreaterThan(3);
    for (const field of ["COLLABORATIONS", "WAITING_SINCE", "NAME"])
      for (const direction of ["ASC", "DESC"]) {
        const variables = { filter: { collaborations: 1 }, orderBy: { field, direction } };
        const paged = await wholeList<DueNode>(session(), DUE_QUERY, variables, 2);
        expect(paged.map(({ id }) => id).toSorted()).toEqual(due.toSorted());
        const whole = await wholeList<DueNode>(session(), DUE_QUERY, variables);
        expect(paged).toEqual(whole);
      }
    const never = (await wholeList<ThankedNode>(session(), THANKED_QUERY, {})).map(({ id }) => id);
    for (const field of ["DEEDS", "NAME"])
      for (const direction of ["ASC", "DESC"]) {
        const paged = await wholeList<ThankedNode>(session(), THANKED_QUERY, { orderBy: { field, direction } }, 7);
        expect(paged.map(({ id }) => id).toSorted()).toEqual(never.toSorted());
      }
  });
});
