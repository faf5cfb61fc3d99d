import type { Resolvers } from "../../generated/schema.ts";
import { signedIn } from "../../graphql/context.ts";
import { mergePartners } from "./merging.service.ts";

export const mergingResolvers: Resolvers = {
  Mutation: {
    mergePartners: (_root, { keep, keepVersion, merge, mergeVersion }, context) =>
      mergePartners(
        signedIn(context),
        { id: keep, version: keepVersion ?? null },
        { id: merge, version: mergeVersion ?? null },
      ),
  },
};
