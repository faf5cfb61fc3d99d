import type { Resolvers } from "../../generated/schema.ts";
import { signedIn } from "../../graphql/context.ts";
import { viewingOf } from "../../records/viewing.ts";
import { demoUsers } from "../demo/demo.service.ts";
import { readOffice } from "../offices/offices.service.ts";
import { listUsers, readUser, signIn, viewerAbilities } from "./accounts.service.ts";
import { endSession } from "./sessions.ts";

export const accountResolvers: Resolvers = {
  Query: {
    installation: async (_root, _args, { settings, database }) => ({
      ...settings.organisation,
      demoUsers: settings.demo ? await demoUsers(database) : [],
    }),
    viewer: (_root, _args, context) => context.session?.user ?? null,
    user: (_root, { id }, context) => readUser(signedIn(context), id),
    users: (_root, args, context) => listUsers(signedIn(context), args),
  },
  Mutation: {
    signIn: async (_root, { input }, context) => {
      const { user, session } = await signIn(context.database, context.settings, context.address, input);
      if (context.session) await endSession(context.database, context.settings.sessionSecret, context.session.token);
      context.setSessionCookie(session);
      return user;
    },
    signOut: async (_root, _args, context) => {
      if (context.session) await endSession(context.database, context.settings.sessionSecret, context.session.token);
      context.setSessionCookie(null);
      return true;
    },
  },
  Viewer: {
    // The viewer of a sign-in has no session yet, so the office is read on the viewer's own behalf.
    office: (user, _args, { database, session }) =>
      readOffice(session?.viewing ?? viewingOf(user, database), user.officeId),
    abilities: (user) => viewerAbilities(user),
  },
  User: {
    office: (user, _args, context) => readOffice(signedIn(context), user.officeId),
  },
};
