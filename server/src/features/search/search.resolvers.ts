import type { Resolvers } from "../../generated/schema.ts";
import { signedIn } from "../../graphql/context.ts";
import { search } from "./search.service.ts";

export const searchResolvers: Resolvers = {
  Query: {
    search: async (_root, args, context) => ({
      edges: (await search(signedIn(context), args)).map((node) => ({ node })),
    }),
  },
};
