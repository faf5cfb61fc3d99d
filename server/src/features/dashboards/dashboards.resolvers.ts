import type { Resolvers } from "../../generated/schema.ts";
import { signedIn } from "../../graphql/context.ts";
import { pageArguments } from "../../records/input.ts";
import { userById } from "../accounts/accounts.service.ts";
import { officeOf } from "../offices/offices.service.ts";
import { readPartner } from "../partners/partners.service.ts";
import { balanceOf } from "../recognitions/recognitions.loader.ts";
import { recentActivity } from "./activity.ts";
import {
  countCollaborations,
  countPartners,
  countRecognitions,
  countStatements,
  sumOutcomes,
  sumRescued,
} from "./dashboards.service.ts";
import { countActive, countBalances, countQuiet, countRhythms, goneQuiet } from "./health.ts";
import { byOffice } from "./offices-side-by-side.ts";
import { type DashboardRequest, dashboardRequest } from "./request.ts";
import {
  before,
  byCountry,
  byMonth,
  bySubdivision,
  byYear,
  outcomesByFocusArea,
  partnersByKind,
  partnersByStatus,
} from "./series.ts";

/** The totals that a period narrows: those of the dashboard's, and of the one before. */
const ofPeriod = {
  collaborations: (request: DashboardRequest) => countCollaborations(request),
  peopleRescued: (request: DashboardRequest) => sumRescued(request),
  recognitionsReceived: (request: DashboardRequest) => countRecognitions(request, "RECEIVED"),
  recognitionsGiven: (request: DashboardRequest) => countRecognitions(request, "GIVEN"),
  statements: (request: DashboardRequest) => countStatements(request),
  outcomes: (request: DashboardRequest) => sumOutcomes(request),
};

export const dashboardResolvers: Resolvers = {
  Query: {
    dashboard: (_root, { filter }, context) => dashboardRequest(signedIn(context), filter),
  },
  Dashboard: {
    partners: (request) => countPartners(request),
    ...ofPeriod,
    previous: (request) => before(request),
    byMonth: (request, args) => byMonth(request, args),
    bySubdivision: (request, args) => bySubdivision(request, args),
    partnersByKind: (request) => partnersByKind(request),
    partnersByStatus: (request) => partnersByStatus(request),
    outcomesByFocusArea: (request) => outcomesByFocusArea(request),
    byOffice: (request, args) => byOffice(request, args),
    health: (request) => request,
    byYear: (request) => byYear(request),
    byCountry: (request) => byCountry(request),
    recentActivity: (request, args) => recentActivity(request, pageArguments(args).first),
  },
  DashboardBefore: {
    from: ({ filter }) => filter.from,
    to: ({ filter }) => filter.to,
    ...ofPeriod,
  },
  DashboardOffice: {
    office: ({ officeId }, _args, context) => officeOf(signedIn(context), officeId),
  },
  RelationshipHealth: {
    active: (request) => countActive(request),
    quiet: (request) => countQuiet(request),
    rhythms: (request) => countRhythms(request),
    balances: (request) => countBalances(request),
    goneQuiet: (request, args) => goneQuiet(request, args),
  },
  PartnerHealth: {
    partner: ({ partnerId }, _args, context) => readPartner(signedIn(context), partnerId),
    recognitionsReceived: async ({ partnerId }, _args, context) =>
      (await balanceOf(signedIn(context), partnerId)).RECEIVED,
    recognitionsGiven: async ({ partnerId }, _args, context) => (await balanceOf(signedIn(context), partnerId)).GIVEN,
  },
  Activity: {
    by: (activity, _args, context) => (activity.userId ? userById(signedIn(context), activity.userId) : null),
  },
};
