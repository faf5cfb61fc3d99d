import type { OutcomeValues } from "@concord/shared/rules/collaborations";
import { isCode, OUTCOME_MEASURE_LABELS } from "@concord/shared/vocabularies";
import sql, { join } from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import { numberOf, textOf } from "../../database/rows.ts";
import { defineRecordLoader } from "../../records/by-id.ts";
import { defineLinkLoader } from "../../records/link-loader.ts";
import { defineChildLoader } from "../../records/list-loaders.ts";
import { defineLoader } from "../../records/loader.ts";
import { whereThere } from "../../records/scope.ts";
import {
  type AppearanceRow,
  appearanceEntity,
  collaborationEntity,
  type ParticipantRow,
  participantEntity,
} from "./collaborations.entity.ts";
import { milestoneList, outcomeList } from "./collaborations.lists.ts";
import { collaborationRecord } from "./collaborations.record.ts";

/** Collaborations that are there for the viewer. */
export const collaborationById = defineRecordLoader(collaborationRecord.entity, collaborationRecord.policy);

export const outcomesOf = defineChildLoader(outcomeList);
export const milestonesOf = defineChildLoader(milestoneList);

/** Participants whose partner is there: one in the trash does not show. */
export const participantsOf = defineLoader<string, ParticipantRow[]>(async (viewing, ids) => {
  const rows = await viewing.database.find(
    participantEntity,
    sql`SELECT t.* FROM participants t JOIN partners p ON p.id = t.partner_id
        WHERE t.collaboration_id IN (${join([...ids])}) AND ${whereThere(viewing.viewer, policies.PARTNER.policy, "p")}
        ORDER BY t.collaboration_id, t.position`,
  );
  const participants = Map.groupBy(rows, (row) => row.collaborationId);
  return ids.map((id) => participants.get(id) ?? []);
});

export const appearancesOf = defineLoader<string, AppearanceRow[]>(async (viewing, ids) => {
  const rows = await viewing.database.find(
    appearanceEntity,
    sql`SELECT * FROM appearances WHERE collaboration_id IN (${join([...ids])}) ORDER BY collaboration_id, position`,
  );
  const appearances = Map.groupBy(rows, (row) => row.collaborationId);
  return ids.map((id) => appearances.get(id) ?? []);
});

/** Collaborations that others follow, as far as the viewer may know of them. */
export const followsOf = defineLinkLoader(collaborationEntity, collaborationRecord.policy, {
  table: "collaboration_follows",
  from: "collaboration_id",
  to: "follows_id",
  order: "AS_LISTED",
});

/** Collaborations that follow others. */
export const followedByOf = defineLinkLoader(collaborationEntity, collaborationRecord.policy, {
  table: "collaboration_follows",
  from: "follows_id",
  to: "collaboration_id",
  order: "AS_MADE",
});

/** The sums of the outcomes to which partners contributed, by measure; each collaboration counts once for a partner. */
export const contributionsOf = defineLoader<string, OutcomeValues[]>(async (viewing, partnerIds) => {
  const rows = await viewing.database.raw(
    sql`SELECT l.partner_id, o.measure, SUM(o.amount) AS amount
          FROM (SELECT DISTINCT partner_id, collaboration_id FROM participants
                WHERE partner_id IN (${join([...partnerIds])})) l
          JOIN collaborations c ON c.id = l.collaboration_id
          JOIN outcomes o ON o.collaboration_id = c.id
          WHERE ${whereThere(viewing.viewer, collaborationRecord.policy, "c")}
          GROUP BY l.partner_id, o.measure ORDER BY o.measure`,
  );
  const sums = Map.groupBy(rows, (row) => textOf(row, "partner_id"));
  return partnerIds.map((id) =>
    (sums.get(id) ?? []).flatMap((row) => {
      const measure = textOf(row, "measure");
      return isCode(OUTCOME_MEASURE_LABELS, measure) ? [{ measure, count: numberOf(row, "amount") }] : [];
    }),
  );
});
