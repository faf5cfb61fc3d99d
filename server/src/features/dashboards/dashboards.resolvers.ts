import type { Resolvers } from "../../generated/schema.ts";
import { signedIn } from "../../graphql/context.ts";
import { pageArguments } from "../../records/input.ts";
import { userById } from "../accounts/accounts.service.ts";
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
    byYear: (request) => byYear(request),
    byCountry: (request) => byCountry(request),
    recentActivity: (request, args) => recentActivity(request, pageArguments(args).first),
  },
  Activity: {
    by: (activity, _args, context) => (activity.userId ? userById(signedIn(context), activity.userId) : null),
  },
};
