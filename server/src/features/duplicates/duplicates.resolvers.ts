import type { DuplicateKind } from "@concord/shared/vocabularies";
import type { Resolvers } from "../../generated/schema.ts";
import { signedIn } from "../../graphql/context.ts";
import type { Viewing } from "../../records/viewing.ts";
import { userById } from "../accounts/accounts.service.ts";
import { partnerById } from "../partners/partners.loader.ts";
import { personById } from "../people/people.loader.ts";
import { scoreOf } from "./duplicates.entity.ts";
import {
  type DuplicateRow,
  dismissDuplicate,
  likelyDuplicates,
  listDuplicates,
  pairAbilities,
  reopenDuplicate,
} from "./duplicates.service.ts";
import { areMatchesUpToDate } from "./keep-matches.ts";
import { CERTAIN } from "./matching/reasons.ts";

const loaders = { PARTNER: partnerById, PERSON: personById };

async function recordOf(viewing: Viewing, kind: DuplicateKind, id: string): Promise<DuplicateRow> {
  const record = await loaders[kind](viewing, id);
  if (!record) throw new Error(`A pair names a ${kind.toLowerCase()} that is not there.`);
  return record;
}

export const duplicateResolvers: Resolvers = {
  Query: {
    likelyDuplicates: async (_root, args, context) => ({
      edges: (await likelyDuplicates(signedIn(context), args)).map((node) => ({ node })),
    }),
    duplicates: (_root, args, context) => listDuplicates(signedIn(context), args),
  },
  Mutation: {
    dismissDuplicate: (_root, { pair }, context) => dismissDuplicate(signedIn(context), pair),
    reopenDuplicate: (_root, { pair }, context) => reopenDuplicate(signedIn(context), pair),
  },
  DuplicatePairConnection: {
    upToDate: (_pairs, _args, context) => areMatchesUpToDate(signedIn(context).database),
  },
  LikelyDuplicate: {
    record: ({ kind, id }, _args, context) => recordOf(signedIn(context), kind, id),
  },
  DuplicatePair: {
    one: (pair, _args, context) => recordOf(signedIn(context), pair.kind, pair.oneId),
    other: (pair, _args, context) => recordOf(signedIn(context), pair.kind, pair.otherId),
    score: scoreOf,
    certain: (pair) => scoreOf(pair) >= CERTAIN,
    dismissedBy: (pair, _args, context) => (pair.dismissedBy ? userById(signedIn(context), pair.dismissedBy) : null),
    abilities: async (pair, _args, context) => {
      const viewing = signedIn(context);
      const [one, other] = await Promise.all([pair.oneId, pair.otherId].map((id) => recordOf(viewing, pair.kind, id)));
      if (!one || !other) throw new Error("A pair has two records.");
      return pairAbilities(viewing, pair.kind, one, other);
    },
  },
  DuplicateRecord: {
    __resolveType: (record) => ("nameSort" in record && "status" in record ? "Partner" : "Person"),
  },
};
