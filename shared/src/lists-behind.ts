import { partOf } from "./periods.ts";
import type { CollaborationFilter } from "./rules/collaborations.ts";
import type { DashboardFilter } from "./rules/dashboards.ts";
import type { PartnerFilter } from "./rules/partners.ts";
import type { RecognitionFilter } from "./rules/recognitions.ts";
import type { StatementFilter } from "./rules/statements.ts";
import type {
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
