import type { Resolvers } from "../../generated/schema.ts";
import { signedIn } from "../../graphql/context.ts";
import { userById } from "../accounts/accounts.service.ts";
import { changeText } from "./change-text.ts";
import { historyOf } from "./history.service.ts";

export const historyResolvers: Resolvers = {
  Query: {
    history: (_root, { of, ...page }, context) => historyOf(signedIn(context), of, page),
  },
  HistoryEntry: {
    by: (entry, _args, context) => (entry.userId ? userById(signedIn(context), entry.userId) : null),
    changes: (entry, _args, context) =>
      Promise.all(
        entry.changes.map(async ({ field, before, after }) => ({
          field,
          before: await changeText(signedIn(context), before),
          after: await changeText(signedIn(context), after),
        })),
      ),
  },
};
