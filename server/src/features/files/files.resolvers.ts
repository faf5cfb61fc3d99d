import type { Resolvers } from "../../generated/schema.ts";
import { type Context, signedIn } from "../../graphql/context.ts";
import { userById } from "../accounts/accounts.service.ts";
import { filesOf, isRemovable, pictureOf, removeFile } from "./files.service.ts";

const attachments = {
  attachments: (record: { readonly id: string }, _args: object, context: Context) =>
    filesOf(signedIn(context), record.id),
};

export const fileResolvers: Resolvers = {
  Mutation: {
    removeFile: async (_root, { id }, context) => {
      await removeFile(signedIn(context), context.settings.files.folder, id);
      return true;
    },
  },
  Partner: attachments,
  Person: attachments,
  Collaboration: attachments,
  Recognition: {
    ...attachments,
    picture: (recognition, _args, context) => pictureOf(signedIn(context), recognition.id),
  },
  Statement: attachments,
  Attachment: {
    url: (file) => `/files/${file.id}`,
    by: (file, _args, context) => userById(signedIn(context), file.userId),
    removable: (file, _args, context) => isRemovable(signedIn(context), file),
  },
};
