import type { policies } from "../../access/policies.ts";
import type { Viewer } from "../../access/viewer.ts";
import { AREA, COUNTRY, MEASURE, YEAR } from "./specimen-values.ts";
import { HUB_IDS, isThere, type Specimen } from "./specimens.ts";

/** Every number that is computed from records, of which all but the hubs are specimens. */
export const NUMBERS = `query($filter: DashboardFilter) {
  dashboard(filter: $filter) {
    partners collaborations peopleRescued recognitionsReceived recognitionsGiven statements outcomes { measure count }
    byYear { year collaborations peopleRescued recognitionsReceived recognitionsGiven }
    byCountry { country partners collaborations peopleRescued }
    byMonth(year: ${YEAR}) { period collaborations peopleRescued recognitionsReceived recognitionsGiven }
    partnersByKind { kind partners } partnersByStatus { status partners }
    outcomesByFocusArea { focusArea measure count }
    health { active balances { balance partners } rhythms { rhythm partners } }
  }
  partner(id: "${HUB_IDS.PARTNER}") {
    units { totalCount } people { totalCount } collaborations { totalCount } recognitions { totalCount }
    statements { totalCount } timeline { totalCount } contributedTo { measure count }
    recognitionBalance { received given betweenPartners }
    reciprocity { received given together lastReceived lastGiven byYear { year received given together } }
  }
  neverThanked(filter: { who: [PARTNER], country: ["${COUNTRY}"] }) {
    totalCount edges { node { id received statements collaborations } }
  }
}`;

/** What these numbers are for a viewer, by the rules for one record; each hub counts once more. */
export function numbersOf(specimens: readonly Specimen[], viewer: Viewer) {
  const there = specimens.filter((each) => !each.isTrashed && isThere(each, viewer));
  const of = (kind: keyof typeof policies) => there.filter((each) => each.kind === kind);
  const collaborations = of("COLLABORATION").length + 1;
  const recognitions = of("RECOGNITION").length + 1;
  const statements = of("STATEMENT").length + 1;
  const count = of("COLLABORATION").reduce((sum, { amount }) => sum + amount, 0);
  const units = of("PARTNER").length;
  const outcomes = [{ measure: MEASURE, count }];
  const recognised = { recognitionsReceived: recognitions, recognitionsGiven: 0 };
  return {
    dashboard: {
      partners: units + 1,
      collaborations,
      peopleRescued: 0,
      ...recognised,
      statements,
      outcomes,
      byYear: [{ year: YEAR, collaborations, peopleRescued: 0, ...recognised }],
      byCountry: [{ country: COUNTRY, partners: units + 1, collaborations, peopleRescued: 0 }],
      byMonth: [{ period: `${YEAR}`, collaborations, peopleRescued: 0, ...recognised }],
      partnersByKind: [{ kind: "POLICE", partners: units + 1 }],
      partnersByStatus: [{ status: "ACTIVE", partners: units + 1 }],
      outcomesByFocusArea: [{ focusArea: AREA, measure: MEASURE, count }],
      health: {
        active: units + 1,
        // The hub alone has recognised anybody, and nothing has begun yet.
        balances: [
          { balance: "NONE", partners: units },
          { balance: "RECEIVED_MORE", partners: 1 },
        ],
        rhythms: [{ rhythm: "NONE", partners: units + 1 }],
      },
    },
    partner: {
      units: { totalCount: units },
      people: { totalCount: of("PERSON").length + 1 },
      collaborations: { totalCount: collaborations },
      recognitions: { totalCount: recognitions },
      statements: { totalCount: statements },
      timeline: { totalCount: collaborations + recognitions + statements },
      contributedTo: outcomes,
      recognitionBalance: { received: recognitions, given: 0, betweenPartners: 0 },
      // What is planned is not done together yet.
      reciprocity: {
        ...{ received: recognitions, given: 0, together: 0, lastReceived: `${YEAR}`, lastGiven: null },
        byYear: [{ year: YEAR, received: recognitions, given: 0, together: 0 }],
      },
    },
    neverThanked: {
      totalCount: 1,
      edges: [{ node: { id: HUB_IDS.PARTNER, received: recognitions, statements, collaborations: 0 } }],
    },
  };
}
