import { partOf } from "./periods.ts";
import { DESERVES_RECOGNITION, DONE_TOGETHER, recognitionsThatCount } from "./reciprocity.ts";
import type { CollaborationFilter } from "./rules/collaborations.ts";
import type { DashboardFilter } from "./rules/dashboards.ts";
import type { PartnerFilter } from "./rules/partners.ts";
import type { RecognitionFilter } from "./rules/recognitions.ts";
import type { StatementFilter } from "./rules/statements.ts";
import type {
  CollaborationKind,
  FocusArea,
  OutcomeMeasure,
  PartnerBalance,
  PartnerKind,
  PartnerRhythm,
  PartnerStatus,
} from "./vocabularies.ts";

/**
 * Which list is behind each number of the dashboard, under which filter. The page takes its links from here, and the test
 * that holds every number against its list does, too: so the two cannot mean different lists.
 */
export type ListBehind =
  | { readonly list: "partners"; readonly filter: PartnerFilter }
  | { readonly list: "collaborations"; readonly filter: CollaborationFilter }
  | { readonly list: "recognitions"; readonly filter: RecognitionFilter }
  | { readonly list: "statements"; readonly filter: StatementFilter };

/** A partner has gone quiet after so many months, where nobody chooses others. */
export const QUIET_MONTHS = 12;

type Given = DashboardFilter;

function partners({ office, country, focusArea }: Given, more: PartnerFilter = {}): ListBehind {
  return { list: "partners", filter: { office, country, focusArea, ...more } };
}

function collaborations(filter: Given, more: CollaborationFilter = {}): ListBehind {
  return { list: "collaborations", filter: { ...filter, ...more } };
}

/** Collaborations of which the outcomes of this measure are the number's sum. */
function outcome(filter: Given, measure: OutcomeMeasure, more: CollaborationFilter = {}): ListBehind {
  return collaborations(filter, { ...more, measure: [measure] });
}

function recognitions(filter: Given, direction: "RECEIVED" | "GIVEN", more: RecognitionFilter = {}): ListBehind {
  return { list: "recognitions", filter: { ...filter, ...more, direction: [direction] } };
}

/** Lists behind the numbers of what is dated; `more` narrows collaborations and recognitions alike. */
function dated(filter: Given, more: Pick<CollaborationFilter & RecognitionFilter, "precision"> = {}) {
  return {
    collaborations: collaborations(filter, more),
    peopleRescued: outcome(filter, "PEOPLE_RESCUED", more),
    recognitionsReceived: recognitions(filter, "RECEIVED", more),
    recognitionsGiven: recognitions(filter, "GIVEN", more),
  };
}

/** Lists behind the numbers of a place. */
function placed(
  filter: Given,
  more: Pick<PartnerFilter & CollaborationFilter, "countryKnown" | "subdivision" | "subdivisionKnown"> = {},
) {
  return {
    partners: partners(filter, more),
    collaborations: collaborations(filter, more),
    peopleRescued: outcome(filter, "PEOPLE_RESCUED", more),
  };
}

/** The lists behind the numbers of a dashboard under a filter. */
export const listsBehind = {
  totals: (filter: Given) => ({
    partners: partners(filter),
    ...dated(filter),
    statements: { list: "statements", filter } satisfies ListBehind,
  }),
  outcome: (filter: Given, measure: OutcomeMeasure) => outcome(filter, measure),

  /** What is dated in a year, as `2005`. */
  year: (filter: Given, year: string) => dated({ ...filter, ...partOf(filter, year) }),
  /** What is dated in a month, as `2005-12`; of a year, what is known by its year alone. */
  month: (filter: Given, period: string) =>
    dated({ ...filter, ...partOf(filter, period) }, { precision: period.length > 4 ? ["MONTH", "DAY"] : ["YEAR"] }),
  undated: (filter: Given) => dated(filter, { precision: ["NONE"] }),

  country: (filter: Given, country: string) => placed({ ...filter, country: [country] }),
  withoutCountry: (filter: Given) => placed(filter, { countryKnown: false }),
  subdivision: (filter: Given, code: string) =>
    placed({ ...filter, country: [code.slice(0, 2)] }, { subdivision: [code] }),
  withoutSubdivision: (filter: Given, country: string) =>
    placed({ ...filter, country: [country] }, { subdivisionKnown: false }),

  partnersOfKind: (filter: Given, kind: PartnerKind) => partners(filter, { kind: [kind] }),
  partnersOfStatus: (filter: Given, status: PartnerStatus) => partners(filter, { status: [status] }),
  outcomeOfFocusArea: (filter: Given, focusArea: FocusArea, measure: OutcomeMeasure) =>
    outcome({ ...filter, focusArea: [focusArea] }, measure),

  office: (filter: Given, id: string, quietMonths: number) => {
    const ofOffice = { ...filter, office: [id] };
    return { partners: partners(ofOffice), ...dated(ofOffice), quietPartners: partners(ofOffice, { quietMonths }) };
  },

  active: (filter: Given) => partners(filter, { status: ["ACTIVE"] }),
  quiet: (filter: Given, quietMonths: number) => partners(filter, { quietMonths }),
  rhythm: (filter: Given, rhythm: PartnerRhythm) => partners(filter, { status: ["ACTIVE"], rhythm: [rhythm] }),
  balance: (filter: Given, balance: PartnerBalance) => partners(filter, { status: ["ACTIVE"], balance: [balance] }),
  /** Recognitions between us and one partner, whatever the filter. */
  recognitionsOf: (partner: string, direction: "RECEIVED" | "GIVEN") =>
    recognitions({}, direction, { partner: [partner] }),
};

/** What narrows to a time: a year, or what has no date. */
type Time = Pick<CollaborationFilter & RecognitionFilter, "from" | "to" | "precision">;

function betweenUs(partner: string, time: Time = {}) {
  const recognised = (direction: "RECEIVED" | "GIVEN"): ListBehind => ({
    list: "recognitions",
    filter: { ...recognitionsThatCount(direction), partner: [partner], ...time },
  });
  return {
    received: recognised("RECEIVED"),
    given: recognised("GIVEN"),
    together: collaborations(time, { ...DONE_TOGETHER, partner: [partner] }),
  };
}

/** The lists behind the numbers of what a partner and we gave each other and did together. */
export const listsBetweenUs = {
  all: (partner: string) => betweenUs(partner),
  /** Of a year, as `2005`. */
  year: (partner: string, year: string) => betweenUs(partner, { from: year, to: year }),
  undated: (partner: string) => betweenUs(partner, { precision: ["NONE"] }),
};

/** The lists behind the reasons for which recognition is due, or thanks were deserved. */
export const listsDue = {
  /** Collaborations since the last recognition: from the day `since` on, or all where there is none. */
  collaborations: (partner: string, since: string | null, kind?: CollaborationKind): ListBehind =>
    collaborations({ from: since }, { ...DESERVES_RECOGNITION, partner: [partner], ...(kind && { kind: [kind] }) }),
  /** What a partner or a person, who was never thanked, gave us. */
  deeds: (who: "partner" | "person", id: string) => ({
    received: { list: "recognitions", filter: { ...recognitionsThatCount("RECEIVED"), [who]: [id] } } as const,
    statements: { list: "statements", filter: { [who]: [id] } } as const,
    collaborations: collaborations({}, { ...DESERVES_RECOGNITION, partner: [id] }),
  }),
};
