import type { RecordKind } from "@concord/shared/vocabularies";
import fc from "fast-check";
import { demoId } from "../../features/demo/demo.service.ts";
import { KINDS } from "../kinds.ts";
import type { Deed } from "./deeds.ts";
import { CAST, OFFICES, type Who } from "./world.ts";

/** Few of each, so that what is done by chance meets. */
const HOW_MANY: Readonly<Record<RecordKind, number>> = {
  PARTNER: 5,
  PERSON: 4,
  COLLABORATION: 9,
  RECOGNITION: 6,
  STATEMENT: 6,
};

const idsOf = (kind: RecordKind) =>
  Array.from({ length: HOW_MANY[kind] }, (_, index) => demoId(`world ${kind} ${index}`));
export const IDS = {
  PARTNER: idsOf("PARTNER"),
  PERSON: idsOf("PERSON"),
  COLLABORATION: idsOf("COLLABORATION"),
  RECOGNITION: idsOf("RECOGNITION"),
  STATEMENT: idsOf("STATEMENT"),
  PROPOSAL: [demoId("world PROPOSAL 0"), demoId("world PROPOSAL 1")] as const,
} as const;

export const WORDS = ["zebra", "quokka", "numbat", "bilby"] as const;
export const COUNTRIES = ["PH", "KE", "IN"] as const;
export const DATES = ["2019", "2020-05", "2021-07-09", "2031"] as const;
const TRUE_NAMES = ["Bohdana Shevchuk", "Oksana Melnyk"] as const;
/** Names that half of all have beside their own, so that they are likely duplicates. */
const NAMESAKES = { PARTNER: "House of Ruaha", PERSON: "Amina Njeri" } as const;
const MEASURES = ["PEOPLE_RESCUED", "CONVICTIONS", "MESSAGES_SENT"] as const;
const AREAS = ["LAND_THEFT", "BONDED_LABOUR"] as const;

const one = <Item>(items: readonly Item[]) => fc.constantFrom(...items);
const some = <Item>(items: readonly Item[], most: number = items.length) =>
  fc.subarray([...items], { maxLength: Math.min(most, items.length) });
const shared = (name: string) => some([name]);
const at = (kind: RecordKind) => one(IDS[kind]);

const words = fc.oneof({ weight: 9, arbitrary: one(WORDS) }, { weight: 1, arbitrary: one(TRUE_NAMES) });
const office = one(OFFICES);
/** Much is restricted, and half of it has members by name, so that much is hidden from some and true names are kept. */
const secrecy = {
  confidentiality: one(["RESTRICTED", "RESTRICTED", "RESTRICTED", "RESTRICTED", "INTERNAL", "PUBLIC"] as const),
  members: fc.oneof(
    fc.constant([CAST.administrator.id, CAST.manager.id]),
    some(
      Object.values(CAST).map((member) => member.id),
      3,
    ),
  ),
  office,
};
/** Few at once, so that it happens that all of them are hidden. */
const links = some(IDS.COLLABORATION, 2);
const parties = [
  { us: true },
  ...IDS.PARTNER.slice(0, 3).map((partner) => ({ partner })),
  ...IDS.PERSON.slice(0, 2).map((person) => ({ person })),
];
const appearances = fc
  .tuple(fc.option(at("PARTNER")), one([true, true, true, false]))
  .map(([employer, isProtected]) => [
    { name: "Larysa", role: "SURVIVOR", protected: isProtected },
    { name: "Officers", role: "ACCUSED", count: 4, employer },
  ]);
const participants = some(IDS.PARTNER, 3).map((partners) => partners.map((partner) => ({ partner })));
const outcomes = some(MEASURES).chain((measures) =>
  fc.tuple(...measures.map((measure) => fc.nat(500).map((count) => ({ measure, count })))),
);

/** Every field of an input that has to do with others, or that lists filter, order or sum by. */
const FIELDS = {
  PARTNER: {
    name: words,
    aliases: shared(NAMESAKES.PARTNER).map((names) => names.map((name) => ({ name }))),
    kind: one(["POLICE", "COURT"]),
    country: one(COUNTRIES),
    parent: fc.option(at("PARTNER"), { freq: 2 }),
    focusAreas: some(AREAS),
    office,
  },
  PERSON: {
    name: words,
    aliases: shared(NAMESAKES.PERSON),
    positions: some(IDS.PARTNER, 2).map((partners) => partners.map((partner) => ({ partner, title: "Chief" }))),
    office,
  },
  COLLABORATION: {
    title: words,
    kind: one(["TRAINING", "LEGAL_CASE", "MEETING"]),
    begin: fc.option(one(DATES)),
    country: fc.option(one(COUNTRIES)),
    focusAreas: some(AREAS),
    summary: fc.option(words),
    participants,
    outcomes,
    follows: links,
    appearances,
    ...secrecy,
  },
  RECOGNITION: {
    title: words,
    kind: one(["AWARD", "MEDAL"]),
    date: fc.option(one(DATES)),
    // Nobody stands on both sides.
    givers: fc.subarray(parties.slice(0, 3), { minLength: 1 }),
    recipients: fc.subarray(parties.slice(3), { minLength: 1 }),
    honours: links,
    focusAreas: some(AREAS),
    ...secrecy,
  },
  STATEMENT: {
    text: words,
    date: fc.option(one(DATES)),
    person: at("PERSON"),
    partner: fc.option(at("PARTNER")),
    about: links,
    focusAreas: some(AREAS),
    ...secrecy,
  },
} as const satisfies Record<RecordKind, Record<string, fc.Arbitrary<unknown>>>;

/** Few, so that what is merged by chance is what is parted by chance. */
const MERGED = { PARTNER: IDS.PARTNER.slice(0, 2), PERSON: IDS.PERSON.slice(0, 2) } as const;

/** The field in which a record names collaborations. */
const LINKS = { COLLABORATION: "follows", RECOGNITION: "honours", STATEMENT: "about" } as const;

/** Where everything is made at the beginning, by people who may: else there would be little to hide. */
const MAKERS = ["administrator", "administrator", "manager", "otherManager"] as const;

/** The making of the records, in the order in which they may name each other. */
export const beginnings: fc.Arbitrary<Deed[]> = fc.tuple(
  ...KINDS.flatMap((kind) =>
    IDS[kind].map((id, index) =>
      fc
        .record({ who: one(MAKERS), input: inputOf(kind, IDS[kind].slice(0, index)) })
        .map(({ who, input }): Deed => ({ what: "create", who, kind, id, input })),
    ),
  ),
  ...IDS.PROPOSAL.map((id) =>
    fc
      .record({ who: one(MAKERS), input: proposalOf() })
      .map(({ who, input }): Deed => ({ what: "propose", who, kind: "RECOGNITION", id, input })),
  ),
  // One of them has a certificate from the beginning.
  fc.constant<Deed>({ what: "APPROVE", who: "leader", kind: "RECOGNITION", id: IDS.PROPOSAL[0] }),
  fc.constant<Deed>({ what: "ISSUE", who: "administrator", kind: "RECOGNITION", id: IDS.PROPOSAL[0] }),
);

/** Something that we give, and that nobody hides. */
function proposalOf(): fc.Arbitrary<object> {
  const fields: Record<string, fc.Arbitrary<unknown>> = FIELDS.RECOGNITION;
  return fc.record({
    ...fields,
    givers: fc.constant([{ us: true }]),
    confidentiality: one(["INTERNAL", "PUBLIC"] as const),
  });
}

/** An input that names nothing which is not made yet: of its own kind only what was made before. */
function inputOf(kind: RecordKind, made: readonly string[]): fc.Arbitrary<object> {
  const fields: Record<string, fc.Arbitrary<unknown>> = { ...FIELDS[kind] };
  if (kind === "PARTNER") fields["parent"] = made.length > 0 ? fc.option(one(made)) : fc.constant(null);
  if (kind === "COLLABORATION") fields["follows"] = some(made, 2);
  return fc.record(fields);
}

/** Mostly those who may: what is refused hides nothing. */
const writers = fc.oneof(
  { weight: 3, arbitrary: one<Who>(["administrator"]) },
  { weight: 4, arbitrary: one<Who>(["manager", "otherManager"]) },
  { weight: 3, arbitrary: one<Who>(["regional", "otherRegional", "leader"]) },
);
const kinds = one(["PARTNER", "PERSON", "COLLABORATION", "COLLABORATION", "RECOGNITION", "STATEMENT"] as const);

/** A change of a few fields. */
function changeOf(kind: RecordKind, maxLength = 2): fc.Arbitrary<object> {
  const fields: Record<string, fc.Arbitrary<unknown>> = FIELDS[kind];
  return fc
    .subarray(Object.keys(fields), { minLength: 1, maxLength })
    .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, fields[name] ?? fc.constant(null)]))));
}

/** Something that somebody does to what is there. */
export const deeds = deedsOf(writers, fc.constant("administrator"));

/** Something that one of these does, or tries to do; what few may do, one of the others. */
export function deedsOf(who: fc.Arbitrary<Who>, trusted: fc.Arbitrary<Who> = who): fc.Arbitrary<Deed> {
  const target = kinds.chain((kind) => fc.record({ who, kind: fc.constant(kind), id: at(kind) }));
  const updates = target.chain((of) =>
    fc
      .record({ input: changeOf(of.kind), behind: one([0, 0, 0, 0, 1]) })
      .map((change): Deed => ({ what: "update", ...of, ...change })),
  );
  const naming = fc.tuple(who, one(["COLLABORATION", "RECOGNITION", "STATEMENT"] as const)).chain(([someone, kind]) =>
    fc.record({ id: at(kind), named: links, more: changeOf(kind, 1), isAlone: fc.boolean() }).map(
      ({ id, named, more, isAlone }): Deed => ({
        what: "update",
        who: someone,
        kind,
        id,
        input: { ...(isAlone ? {} : more), [LINKS[kind]]: named },
        behind: 0,
      }),
    ),
  );
  const steps = fc
    .record({
      what: one(["APPROVE", "APPROVE", "DECLINE", "ISSUE", "HAND_OVER", "WITHDRAW"] as const),
      who,
      id: one(IDS.PROPOSAL),
    })
    .map((step): Deed => ({ kind: "RECOGNITION", ...step }));
  const moves = fc
    .tuple(target, one(["delete", "restore", "detach"] as const))
    .map(([of, what]): Deed => ({ what, ...of }));
  const decisions = fc
    .record({ what: one(["dismiss", "dismiss", "reopen"] as const), who, kind: one(["PARTNER", "PERSON"] as const) })
    .map((of): Deed => ({ ...of, id: "" }));
  const uploads = target.map((of): Deed => ({ what: "attach", ...of }));
  const merges = one(["PARTNER", "PARTNER", "PERSON"] as const).chain((kind) =>
    fc
      .record({ who, id: one(MERGED[kind]), other: one(MERGED[kind]) })
      .map((of): Deed => ({ what: "merge", kind, ...of })),
  );
  const unmerges = fc
    .record({ who, id: one([...MERGED.PARTNER, ...MERGED.PERSON]) })
    .map((of): Deed => ({ what: "unmerge", ...of }));
  const names = fc
    .record({
      what: one(["keepName", "keepName", "removeName", "revealName"] as const),
      who: trusted,
      id: at("COLLABORATION"),
      name: one(TRUE_NAMES),
    })
    .map((deed): Deed => deed);
  const emptying = trusted.map((someone): Deed => ({ what: "emptyTrash", who: someone, id: "" }));
  return fc.oneof(
    { weight: 12, arbitrary: updates },
    { weight: 4, arbitrary: naming },
    { weight: 5, arbitrary: moves },
    { weight: 4, arbitrary: steps },
    { weight: 2, arbitrary: uploads },
    { weight: 4, arbitrary: merges },
    { weight: 3, arbitrary: decisions },
    { weight: 6, arbitrary: unmerges },
    { weight: 2, arbitrary: names },
    { weight: 2, arbitrary: emptying },
  );
}
