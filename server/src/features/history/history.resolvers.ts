import type { Resolvers } from "../../generated/schema.ts";
import { signedIn } from "../../graphql/context.ts";
import { userById } from "../accounts/accounts.service.ts";
import { changeTexts } from "./change-text.ts";
import { historyActionOf, historyOf } from "./history.service.ts";

export const historyResolvers: Resolvers = {
  Query: {
    history: (_root, { of, ...page }, context) => historyOf(signedIn(context), of, page),
  },
  HistoryEntry: {
    action: (entry) => historyActionOf(entry),
    by: (entry, _args, context) => (entry.userId ? userById(signedIn(context), entry.userId) : null),
    changes: (entry, _args, context) => changeTexts(signedIn(context), entry.details?.changes ?? []),
  },
};
