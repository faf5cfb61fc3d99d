import type { Resolvers } from "../../generated/schema.ts";
import { signedIn } from "../../graphql/context.ts";
import { nameOf } from "../history/change-text.ts";
import { partnerById } from "../partners/partners.loader.ts";
import { personById } from "../people/people.loader.ts";
import { type AskedMerge, mergeInBulk, mergePartners, mergePeople } from "./merging.service.ts";
import { isUndoable, keptIdOf, mergeToldBy } from "./standing-merges.ts";
import { unmerge } from "./unmerging.service.ts";

interface MergeArguments {
  readonly keep: string;
  readonly keepVersion?: number | null | undefined;
  readonly merge: string;
  readonly mergeVersion?: number | null | undefined;
  readonly fields?: unknown;
}

const asked = ({ keep, keepVersion, merge, mergeVersion, fields }: MergeArguments): AskedMerge => ({
  keep: { id: keep, version: keepVersion ?? null },
  merge: { id: merge, version: mergeVersion ?? null },
  fields,
});

export const mergingResolvers: Resolvers = {
  Mutation: {
    mergePartners: (_root, args, context) => mergePartners(signedIn(context), asked(args)),
    mergePeople: (_root, args, context) => mergePeople(signedIn(context), asked(args)),
    mergePartnersInBulk: async (_root, { merges }, context) =>
      (await mergeInBulk(signedIn(context), merges.map(asked), mergePartners)).map(({ record, ...result }) => ({
        ...result,
        partner: record,
      })),
    mergePeopleInBulk: async (_root, { merges }, context) =>
      (await mergeInBulk(signedIn(context), merges.map(asked), mergePeople)).map(({ record, ...result }) => ({
        ...result,
        person: record,
      })),
    unmerge: (_root, { merged }, context) => unmerge(signedIn(context), merged),
  },
  Mergeable: {
    __resolveType: (record) => ("kind" in record ? "Partner" : "Person"),
  },
  HistoryEntry: {
    merge: (entry, _args, context) => mergeToldBy(signedIn(context), entry),
  },
  Merge: {
    id: (merge) => merge.mergedId,
    name: async (merge, _args, context) => (await nameOf(signedIn(context), merge.mergedId)) ?? "",
    undoable: (merge, _args, context) => isUndoable(signedIn(context), merge),
  },
  Partner: {
    mergedInto: async (partner, _args, context) => {
      const keptId = await keptIdOf(signedIn(context), partner);
      return keptId === null ? null : partnerById(signedIn(context), keptId);
    },
  },
  Person: {
    mergedInto: async (person, _args, context) => {
      const keptId = await keptIdOf(signedIn(context), person);
      return keptId === null ? null : personById(signedIn(context), keptId);
    },
  },
};
