import type { Resolvers } from "../../generated/schema.ts";
import { signedIn } from "../../graphql/context.ts";
import { pageArguments } from "../../records/input.ts";
import { userById } from "../accounts/accounts.service.ts";
import { officeOf } from "../offices/offices.service.ts";
import { readPartner } from "../partners/partners.service.ts";
import { balanceOf } from "../recognitions/recognitions.loader.ts";
import { recentActivity } from "./activity.ts";
import {
  byCountry,
  byYear,
  countCollaborations,
  countPartners,
  countRecognitions,
  countStatements,
  dashboardRequest,
  sumOutcomes,
  sumRescued,
} from "./dashboards.service.ts";
import { countActive, countBalances, countQuiet, countRhythms, goneQuiet } from "./health.ts";
import { byOffice } from "./offices-side-by-side.ts";
import { before, byMonth, bySubdivision, outcomesByFocusArea, partnersByKind, partnersByStatus } from "./series.ts";

export const dashboardResolvers: Resolvers = {
  Query: {
    dashboard: (_root, { filter }, context) => dashboardRequest(signedIn(context), filter),
  },
  Dashboard: {
    partners: (request) => countPartners(request),
    collaborations: (request) => countCollaborations(request),
    peopleRescued: (request) => sumRescued(request),
    recognitionsReceived: (request) => countRecognitions(request, "RECEIVED"),
    recognitionsGiven: (request) => countRecognitions(request, "GIVEN"),
    statements: (request) => countStatements(request),
    outcomes: (request) => sumOutcomes(request),
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
    collaborations: (request) => countCollaborations(request),
    peopleRescued: (request) => sumRescued(request),
    recognitionsReceived: (request) => countRecognitions(request, "RECEIVED"),
    recognitionsGiven: (request) => countRecognitions(request, "GIVEN"),
    statements: (request) => countStatements(request),
    outcomes: (request) => sumOutcomes(request),
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
