import type { Resolvers } from "../../generated/schema.ts";
import { signedIn } from "../../graphql/context.ts";
import { today } from "../../records/days.ts";
import {
  deleteSavedDashboard,
  filterOn,
  saveDashboard,
  savedDashboardsOf,
  updateSavedDashboard,
} from "./saved-dashboards.service.ts";

export const savedDashboardResolvers: Resolvers = {
  Query: {
    savedDashboards: (_root, _args, context) => savedDashboardsOf(signedIn(context)),
  },
  Mutation: {
    saveDashboard: (_root, { input }, context) =>
      saveDashboard(signedIn(context), context.settings.mail !== null, input),
    updateSavedDashboard: (_root, { id, input }, context) =>
      updateSavedDashboard(signedIn(context), context.settings.mail !== null, id, input),
    deleteSavedDashboard: async (_root, { id }, context) => {
      await deleteSavedDashboard(signedIn(context), id);
      return true;
    },
  },
  SavedDashboard: {
    filter: (saved) => {
      const { from, to, office, country, focusArea } = filterOn(saved, today());
      return {
        from: from ?? null,
        to: to ?? null,
        office: office ?? [],
        country: country ?? [],
        focusArea: focusArea ?? [],
      };
    },
  },
};
