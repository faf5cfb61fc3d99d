import type { Resolvers } from "../../generated/schema.ts";
import { signedIn } from "../../graphql/context.ts";
import { userById } from "../accounts/accounts.service.ts";
import { changeTexts, nameOf } from "../history/change-text.ts";
import { listAuditLog, remarkOf } from "./audit.service.ts";

export const auditResolvers: Resolvers = {
  Query: {
    auditLog: (_root, args, context) => listAuditLog(signedIn(context), args),
  },
  AuditEntry: {
    by: (entry, _args, context) => (entry.userId ? userById(signedIn(context), entry.userId) : null),
    subject: async (entry, _args, context) =>
      entry.recordKind && entry.recordId
        ? { kind: entry.recordKind, id: entry.recordId, name: await nameOf(signedIn(context), entry.recordId) }
        : null,
    changes: (entry, _args, context) => changeTexts(signedIn(context), entry.details?.changes ?? []),
    remark: (entry, _args, context) => remarkOf(signedIn(context).viewer, entry),
  },
};
