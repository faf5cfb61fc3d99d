import type { Resolvers } from "../../generated/schema.ts";
import { ownAccount, signedIn } from "../../graphql/context.ts";
import { hasTrueName, keepTrueName, removeTrueName, revealTrueName, trueNameAbilities } from "./true-names.service.ts";

export const trueNameResolvers: Resolvers = {
  Mutation: {
    keepTrueName: (_root, { trueName, ...whose }, context) => keepTrueName(signedIn(context), whose, { trueName }),
    removeTrueName: (_root, whose, context) => removeTrueName(signedIn(context), whose),
    revealTrueName: (_root, { reason, ...whose }, context) => {
      const { session } = ownAccount(context).session;
      return revealTrueName(signedIn(context), whose, session.confirmedAt !== null, { reason });
    },
  },
  Appearance: {
    hasTrueName: (appearance, _args, context) => hasTrueName(signedIn(context), appearance.id),
    trueNameAbilities: (appearance, _args, context) => trueNameAbilities(signedIn(context), appearance),
  },
};
