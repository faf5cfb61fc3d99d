import { accountResolvers } from "./accounts/accounts.resolvers.ts";
import { auditResolvers } from "./audit/audit.resolvers.ts";
import { collaborationResolvers } from "./collaborations/collaborations.resolvers.ts";
import { trueNameResolvers } from "./collaborations/true-names.resolvers.ts";
import { dashboardResolvers } from "./dashboards/dashboards.resolvers.ts";
import { duplicateResolvers } from "./duplicates/duplicates.resolvers.ts";
import { fileResolvers } from "./files/files.resolvers.ts";
import { historyResolvers } from "./history/history.resolvers.ts";
import { importResolvers } from "./imports/imports.resolvers.ts";
import { mergingResolvers } from "./merging/merging.resolvers.ts";
import { officeResolvers } from "./offices/offices.resolvers.ts";
import { partnerResolvers } from "./partners/partners.resolvers.ts";
import { personResolvers } from "./people/people.resolvers.ts";
import { reciprocityResolvers } from "./reciprocity/reciprocity.resolvers.ts";
import { recognitionResolvers } from "./recognitions/recognitions.resolvers.ts";
import { savedDashboardResolvers } from "./saved-dashboards/saved-dashboards.resolvers.ts";
import { searchResolvers } from "./search/search.resolvers.ts";
import { statementResolvers } from "./statements/statements.resolvers.ts";
import { timelineResolvers } from "./timeline/timeline.resolvers.ts";
import { trashResolvers } from "./trash/trash.resolvers.ts";

/** The resolvers of every feature; several may add fields to one type. */
export const resolvers = [
  accountResolvers,
  officeResolvers,
  partnerResolvers,
  personResolvers,
  collaborationResolvers,
  trueNameResolvers,
  fileResolvers,
  recognitionResolvers,
  statementResolvers,
  timelineResolvers,
  reciprocityResolvers,
  dashboardResolvers,
  savedDashboardResolvers,
  searchResolvers,
  historyResolvers,
  auditResolvers,
  mergingResolvers,
  duplicateResolvers,
  importResolvers,
  trashResolvers,
];
