import type {
  FocusArea,
  OutcomeMeasure,
  PartnerBalance,
  PartnerKind,
  PartnerRhythm,
  PartnerStatus,
} from "@concord/shared/vocabularies";

interface Dated {
  readonly collaborations: number;
  readonly peopleRescued: number;
  readonly recognitionsReceived: number;
  readonly recognitionsGiven: number;
}

interface Placed {
  readonly partners: number;
  readonly collaborations: number;
  readonly peopleRescued: number;
}

interface Outcome {
  readonly measure: OutcomeMeasure;
  readonly count: number;
}

/** Everything on the dashboard, as `DASHBOARD_QUERY` asks for it. */
export interface DashboardQuery extends Dated, Placed {
  readonly statements: number;
  readonly outcomes: readonly Outcome[];
  readonly previous: (Dated & { readonly from: string; readonly to: string; readonly statements: number }) | null;
  readonly byYear: readonly (Dated & { readonly year: number })[];
  readonly byMonth: readonly (Dated & { readonly period: string })[];
  readonly byCountry: readonly (Placed & { readonly country: string })[];
  readonly bySubdivision: readonly (Placed & { readonly subdivision: string })[];
  readonly partnersByKind: readonly { readonly kind: PartnerKind; readonly partners: number }[];
  readonly partnersByStatus: readonly { readonly status: PartnerStatus; readonly partners: number }[];
  readonly outcomesByFocusArea: readonly (Outcome & { readonly focusArea: FocusArea })[];
  readonly byOffice: readonly (Dated & {
    readonly office: { readonly id: string };
    readonly partners: number;
    readonly quietPartners: number;
  })[];
  readonly health: {
    readonly active: number;
    readonly quiet: readonly { readonly months: number; readonly partners: number }[];
    readonly rhythms: readonly { readonly rhythm: PartnerRhythm; readonly partners: number }[];
    readonly balances: readonly { readonly balance: PartnerBalance; readonly partners: number }[];
    readonly goneQuiet: readonly {
      readonly partner: { readonly id: string };
      readonly recognitionsReceived: number;
      readonly recognitionsGiven: number;
    }[];
  };
}

const DATED = "collaborations peopleRescued recognitionsReceived recognitionsGiven";
const PLACED = "partners collaborations peopleRescued";

export const DASHBOARD_QUERY = `query($filter: DashboardFilter, $quietMonths: Int) {
  dashboard(filter: $filter) {
    partners ${DATED} statements outcomes { measure count }
    previous { from to ${DATED} statements outcomes { measure count } }
    byYear { year ${DATED} }
    byMonth { period ${DATED} }
    byCountry { country ${PLACED} }
    bySubdivision { subdivision name ${PLACED} }
    partnersByKind { kind partners }
    partnersByStatus { status partners }
    outcomesByFocusArea { focusArea measure count }
    byOffice(quietMonths: $quietMonths) { office { id } partners ${DATED} quietPartners }
    health {
      active quiet { months partners } rhythms { rhythm partners } balances { balance partners }
      goneQuiet(quietMonths: $quietMonths, first: 200) {
        partner { id } lastContact gapMonths recognitionsReceived recognitionsGiven
      }
    }
  }
}`;
