import type { Resolvers } from "../../generated/schema.ts";
import { signedIn } from "../../graphql/context.ts";
import { daysAfter, today, wholeMonthsBetween } from "../../records/days.ts";
import { partnerById } from "../partners/partners.loader.ts";
import { readPartner } from "../partners/partners.service.ts";
import { personById } from "../people/people.loader.ts";
import { lastRecognitionsOf, reciprocityOf, waitingByKindOf } from "./reciprocity.loader.ts";
import { listNeverThanked, listRecognitionDue } from "./reciprocity.service.ts";

export const reciprocityResolvers: Resolvers = {
  Query: {
    recognitionDue: (_root, args, context) => listRecognitionDue(signedIn(context), args),
    neverThanked: (_root, args, context) => listNeverThanked(signedIn(context), args),
  },
  Partner: {
    reciprocity: (partner, _args, context) => reciprocityOf(signedIn(context), partner.id),
  },
  Reciprocity: {
    lastReceived: async ({ partnerId }, _args, context) =>
      (await lastRecognitionsOf(signedIn(context), partnerId)).received,
    lastGiven: async ({ partnerId }, _args, context) => (await lastRecognitionsOf(signedIn(context), partnerId)).given,
  },
  RecognitionDue: {
    partner: ({ id }, _args, context) => readPartner(signedIn(context), id),
    byKind: ({ id }, _args, context) => waitingByKindOf(signedIn(context), id),
    since: ({ lastGiven }) => (lastGiven === "" ? null : daysAfter(lastGiven, 1)),
    lastRecognised: async ({ id }, _args, context) => (await lastRecognitionsOf(signedIn(context), id)).given,
    months: ({ waitingSince }) => (waitingSince === "" ? null : wholeMonthsBetween(waitingSince, today())),
  },
  NeverThanked: {
    partner: ({ id, kind }, _args, context) => (kind === "PARTNER" ? partnerById(signedIn(context), id) : null),
    person: ({ id, kind }, _args, context) => (kind === "PERSON" ? personById(signedIn(context), id) : null),
  },
};
