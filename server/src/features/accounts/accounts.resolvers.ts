import type { Resolvers } from "../../generated/schema.ts";
import { type Context, ownAccount, signedIn, signingIn } from "../../graphql/context.ts";
import { demoUsers } from "../demo/demo.service.ts";
import { readOffice } from "../offices/offices.service.ts";
import {
  beginOneTimeCodes,
  changePassword,
  confirmOneTimeCodes,
  confirmSession,
  endSession,
  makeRecoveryCodes,
  signOutEverywhere,
  switchOneTimeCodesOff,
} from "./account.service.ts";
import { listUsers, readUser, statusOf, viewerAbilities } from "./accounts.service.ts";
import { apiTokensOf, createApiToken, revokeApiToken } from "./api-tokens.ts";
import { findAsker } from "./asker.ts";
import { recoveryCodesLeft } from "./one-time-codes.ts";
import { requestPasswordReset, setPassword } from "./password-links.ts";
import { draftKey, sessionsOf } from "./sessions.ts";
import { signIn, signOut } from "./sign-in.service.ts";
import {
  deactivateUser,
  inviteUser,
  reactivateUser,
  resetOneTimeCodes,
  sendPasswordLink,
  updateUser,
} from "./users.service.ts";

/** What is asked for beside a sign-in is answered to whoever has just signed in. */
async function askAgain(context: Context, sessionToken: string): Promise<void> {
  const { database, settings, origin } = context;
  context.asker = await findAsker(database, settings, origin, { sessionToken, apiToken: null });
}

export const accountResolvers: Resolvers = {
  Query: {
    installation: async (_root, _args, { settings, database }) => ({
      ...settings.organisation,
      demoUsers: settings.demo ? await demoUsers(database) : [],
      identityProvider: settings.oidc?.name ?? null,
      sendsMail: settings.mail !== null,
      maxFileSize: settings.files.maxBytes,
    }),
    viewer: (_root, _args, context) => context.asker?.user ?? null,
    user: (_root, { id }, context) => readUser(signedIn(context), id),
    users: (_root, args, context) => listUsers(signedIn(context), args),
  },
  Mutation: {
    signIn: async (_root, { input }, context) => {
      const { user, session } = await signIn(signingIn(context), input);
      context.setSessionCookie(session);
      await askAgain(context, session.token);
      return user;
    },
    signOut: async (_root, _args, context) => {
      await signOut(signingIn(context));
      context.setSessionCookie(null);
      context.asker = null;
      return true;
    },
    requestPasswordReset: async (_root, { email }, { database, settings, origin, sendMail }) => {
      await requestPasswordReset(database, settings, origin, { email });
      sendMail();
      return true;
    },
    setPassword: async (_root, { input }, { database, settings, origin, sendMail }) => {
      const email = await setPassword(database, settings, origin, input);
      sendMail();
      return email;
    },
    changePassword: async (_root, { input }, context) => {
      await changePassword(ownAccount(context), input);
      context.sendMail();
      return true;
    },
    beginOneTimeCodes: (_root, { password }, context) => beginOneTimeCodes(ownAccount(context), password ?? ""),
    confirmOneTimeCodes: (_root, { code }, context) => confirmOneTimeCodes(ownAccount(context), code),
    renewRecoveryCodes: (_root, { code }, context) => makeRecoveryCodes(ownAccount(context), code),
    switchOneTimeCodesOff: async (_root, { code }, context) => {
      await switchOneTimeCodesOff(ownAccount(context), code);
      return true;
    },
    confirmSession: async (_root, { code }, context) => {
      const request = ownAccount(context);
      await confirmSession(request, code);
      request.session.session.confirmedAt = new Date().toISOString();
      return request.session.user;
    },
    endSession: async (_root, { id }, context) => {
      await endSession(ownAccount(context), id);
      return true;
    },
    signOutEverywhere: async (_root, _args, context) => {
      const ended = await signOutEverywhere(ownAccount(context));
      context.setSessionCookie(null);
      context.asker = null;
      return ended;
    },
    createApiToken: (_root, { input }, context) => createApiToken(ownAccount(context), input),
    revokeApiToken: async (_root, { id }, context) => {
      await revokeApiToken(ownAccount(context), id);
      return true;
    },
    inviteUser: async (_root, { input }, context) => {
      const invitation = await inviteUser(signedIn(context), context.settings, input);
      context.sendMail();
      return invitation;
    },
    sendPasswordLink: async (_root, { id }, context) => {
      const invitation = await sendPasswordLink(signedIn(context), context.settings, id);
      context.sendMail();
      return invitation;
    },
    updateUser: (_root, { id, version, input }, context) => updateUser(signedIn(context), id, version, input),
    deactivateUser: (_root, { id, version }, context) => deactivateUser(signedIn(context), id, version),
    reactivateUser: (_root, { id, version }, context) => reactivateUser(signedIn(context), id, version),
    resetOneTimeCodes: (_root, { id, version }, context) => resetOneTimeCodes(signedIn(context), id, version),
  },
  Viewer: {
    office: (user, _args, context) => readOffice(signedIn(context), user.officeId),
    abilities: (user, _args, context) => viewerAbilities(context.asker?.asking ?? { viewer: user, by: "READ" }),
    account: (_user, _args, context) => ownAccount(context),
    draftKey: (user, _args, { settings }) => draftKey(user, settings.sessionSecret),
  },
  OwnAccount: {
    hasPassword: ({ session }) => session.user.passwordHash !== null,
    oneTimeCodes: ({ session }) => session.user.codesSecret !== null,
    recoveryCodesLeft: ({ session, database }) => recoveryCodesLeft(database, session.user.id),
    confirmed: ({ session }) => session.session.confirmedAt !== null,
    sessions: async ({ session, database, settings }) => {
      const sessions = await sessionsOf(database, settings, session.user.id);
      return sessions.map((other) => ({ ...other, current: other.id === session.session.id }));
    },
    apiTokens: ({ session, database }) => apiTokensOf(database, session.user.id),
  },
  User: {
    office: (user, _args, context) => readOffice(signedIn(context), user.officeId),
    status: (user) => statusOf(user),
    account: (user) => user,
  },
  UserAccount: {
    oneTimeCodes: (user) => user.codesSecret !== null,
    identityLinked: (user) => user.identity !== null,
  },
};
