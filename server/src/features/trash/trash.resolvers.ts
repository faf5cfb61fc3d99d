import type { Resolvers } from "../../generated/schema.ts";
import { signedIn } from "../../graphql/context.ts";
import { emptyTrash } from "./trash.service.ts";

export const trashResolvers: Resolvers = {
  Mutation: {
    emptyTrash: (_root, _args, context) => emptyTrash(signedIn(context), context.settings.files.folder),
  },
};
