import type { Direction } from "@concord/shared/vocabularies";
import sql, { join } from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import { numberOf, textOf } from "../../database/rows.ts";
import { defineRecordLoader } from "../../records/by-id.ts";
import { defineLinkLoader } from "../../records/link-loader.ts";
import { defineLoader } from "../../records/loader.ts";
import { whereRecognised } from "../../records/recognised.ts";
import { whereThere } from "../../records/scope.ts";
import { collaborationEntity } from "../collaborations/collaborations.entity.ts";
import { type Certificate, certificateEntity } from "./certificates.entity.ts";
import { type PartyRow, partyEntity } from "./recognitions.entity.ts";
import { recognitionRecord } from "./recognitions.record.ts";

/** Givers and recipients who are there for the viewer: a partner or person in the trash does not show. */
export const partiesOf = defineLoader<string, PartyRow[]>(async (viewing, ids) => {
  const rows = await viewing.database.find(
    partyEntity,
    sql`SELECT t.* FROM recognition_parties t
        LEFT JOIN partners p ON p.id = t.partner_id AND ${whereThere(viewing.viewer, policies.PARTNER.policy, "p")}
        LEFT JOIN people h ON h.id = t.person_id AND ${whereThere(viewing.viewer, policies.PERSON.policy, "h")}
        WHERE t.recognition_id IN (${join([...ids])})
          AND (t.us = 1 OR h.id IS NOT NULL OR (t.person_id IS NULL AND p.id IS NOT NULL))
        ORDER BY t.recognition_id, t.side, t.position`,
  );
  const parties = Map.groupBy(rows, (row) => row.recognitionId);
  return ids.map((id) => parties.get(id) ?? []);
});

/** The collaborations that recognitions honour, as far as the viewer may know of them. */
export const honoursOf = defineLinkLoader(collaborationEntity, policies.COLLABORATION.policy, {
  table: "recognition_honours",
  from: "recognition_id",
  to: "collaboration_id",
  order: "AS_LISTED",
});

/** How many recognitions there are with partners, by direction. */
export const balanceOf = defineLoader<string, Readonly<Record<Direction, number>>>(async (viewing, partnerIds) => {
  const rows = await viewing.database.raw(
    sql`SELECT l.partner_id, r.direction, COUNT(*) AS total
        FROM (SELECT DISTINCT partner_id, recognition_id FROM recognition_parties
              WHERE partner_id IN (${join([...partnerIds])})) l
        JOIN recognitions r ON r.id = l.recognition_id
        WHERE ${whereRecognised(viewing.viewer, "r")}
        GROUP BY l.partner_id, r.direction`,
  );
  const counts = new Map(
    rows.map((row) => [`${textOf(row, "partner_id")} ${textOf(row, "direction")}`, numberOf(row, "total")]),
  );
  const of = (id: string, direction: Direction) => counts.get(`${id} ${direction}`) ?? 0;
  return partnerIds.map((id) => ({
    RECEIVED: of(id, "RECEIVED"),
    GIVEN: of(id, "GIVEN"),
    BETWEEN_PARTNERS: of(id, "BETWEEN_PARTNERS"),
  }));
});

/** The certificates in force of recognitions. */
export const certificateOf = defineLoader<string, Certificate | null>(async (viewing, ids) => {
  const rows = await viewing.database.find(
    certificateEntity,
    sql`SELECT * FROM certificates WHERE recognition_id IN (${join([...ids])}) AND withdrawn_at IS NULL`,
  );
  const found = new Map(rows.map((row) => [row.recognitionId, row]));
  return ids.map((id) => found.get(id) ?? null);
});

/** Recognitions that are there for the viewer. */
export const recognitionById = defineRecordLoader(recognitionRecord.entity, recognitionRecord.policy);
