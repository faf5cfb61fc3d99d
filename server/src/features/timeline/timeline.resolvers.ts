import type { Resolvers } from "../../generated/schema.ts";
import { signedIn } from "../../graphql/context.ts";
import type { Viewing } from "../../records/viewing.ts";
import { collaborationById } from "../collaborations/collaborations.loader.ts";
import { recognitionById } from "../recognitions/recognitions.loader.ts";
import { statementById } from "../statements/statements.loader.ts";
import { type TimelineRecord, type TimelineRow, timelineOf } from "./timeline.service.ts";

const loaders = { COLLABORATION: collaborationById, RECOGNITION: recognitionById, STATEMENT: statementById };

async function itemOf(viewing: Viewing, entry: TimelineRow): Promise<TimelineRecord> {
  const record = await loaders[entry.kind](viewing, entry.recordId);
  if (!record) throw new Error(`The timeline names a ${entry.kind.toLowerCase()} that is not there.`);
  return record;
}

export const timelineResolvers: Resolvers = {
  Partner: {
    timeline: (partner, args, context) => timelineOf(signedIn(context), partner.id, args),
  },
  TimelineEntry: {
    id: (entry) => `${entry.partnerId}.${entry.recordId}`,
    item: (entry, _args, context) => itemOf(signedIn(context), entry),
  },
  TimelineItem: {
    __resolveType(record) {
      if ("direction" in record) return "Recognition";
      return "stage" in record ? "Collaboration" : "Statement";
    },
  },
};
