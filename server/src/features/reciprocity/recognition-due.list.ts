import { RECOGNITION_DUE } from "@concord/shared/reciprocity";
import type { RecognitionDueFilter } from "@concord/shared/rules/reciprocity";
import sql, { join, type Sql } from "sql-template-tag";
import type { Viewer } from "../../access/viewer.ts";
import { numberOf, type RawRow, textOf } from "../../database/rows.ts";
import type { ComputedList } from "../../records/computed-list.ts";
import { monthsBefore, today } from "../../records/days.ts";
import { partnerList } from "../partners/partners.list.ts";
import { recognised, whatCounts } from "./what-counts.ts";

/** A partner to whom recognition is due. */
export interface RecognitionDueRow {
  /** The partner's. */
  readonly id: string;
  readonly nameSort: string;
  readonly collaborations: number;
  /** The last day that the date of the last recognition may mean; empty where there is none with a date. */
  readonly lastGiven: string;
  readonly recognised: boolean;
  /** The day of the last recognition, else of the first collaboration; empty where neither has a date. */
  readonly waitingSince: string;
}

export type RecognitionDueOrderField = "COLLABORATIONS" | "WAITING_SINCE" | "NAME";

/** Partners to whom recognition is due; docs/reciprocity.md has the rule in words. */
export const recognitionDueList: ComputedList<RecognitionDueRow, RecognitionDueFilter, RecognitionDueOrderField> = {
  alias: "d",
  rows: (viewer, { collaborations, months, ...ofPartner }) => sql`
    SELECT p.id, p.name_sort, w.collaborations, w.last_given, w.recognised, w.waiting_since
    FROM (${waiting(viewer)}) w JOIN partners p ON p.id = w.partner_id
    WHERE w.collaborations >= ${collaborations ?? RECOGNITION_DUE.collaborations}
      AND w.waiting_since <= ${monthsBefore(today(), months ?? RECOGNITION_DUE.months)}
      AND ${join([...partnerList.conditions(viewer, ofPartner)], " AND ")}`,
  decode: (row: RawRow) => ({
    id: textOf(row, "id"),
    nameSort: textOf(row, "name_sort"),
    collaborations: numberOf(row, "collaborations"),
    lastGiven: textOf(row, "last_given"),
    recognised: numberOf(row, "recognised") === 1,
    waitingSince: textOf(row, "waiting_since"),
  }),
  order: { COLLABORATIONS: "collaborations", WAITING_SINCE: "waitingSince", NAME: "nameSort" },
  defaultOrder: { field: "COLLABORATIONS", direction: "DESC" },
  numbers: ["COLLABORATIONS"],
};

/** Partners with what was completed with them since the last recognition. */
function waiting(viewer: Viewer): Sql {
  return sql`SELECT l.partner_id, COUNT(DISTINCT c.id) AS collaborations,
      COALESCE(MAX(g.last_given), '') AS last_given,
      MAX(CASE WHEN g.subject IS NULL THEN 0 ELSE 1 END) AS recognised,
      COALESCE(NULLIF(MAX(g.last_given), ''), MIN(NULLIF(c.begin_last, '')), '') AS waiting_since
    FROM collaborations c JOIN participants l ON l.collaboration_id = c.id
    LEFT JOIN (${recognised(viewer, sql`t.partner_id`)}) g ON g.subject = l.partner_id
    WHERE ${whatCounts.deservesRecognition(viewer)} AND ${isSinceThen} GROUP BY l.partner_id`;
}

/** The same as the list's `from` on the day after the last recognition: what may have begun by then, and is dated at all. */
const isSinceThen = sql`(g.last_given IS NULL OR g.last_given = '' OR c.begin_last > g.last_given)`;

/** `(partner_id, kind, total)`: the same collaborations of some partners by their kind, the kind with the most first. */
export function waitingByKind(viewer: Viewer, partnerIds: readonly string[]): Sql {
  const ids = join([...partnerIds]);
  return sql`SELECT l.partner_id, c.kind, COUNT(*) AS total
    FROM (SELECT DISTINCT partner_id, collaboration_id FROM participants WHERE partner_id IN (${ids})) l
    JOIN collaborations c ON c.id = l.collaboration_id
    LEFT JOIN (${recognised(viewer, sql`t.partner_id`, sql`t.partner_id IN (${ids})`)}) g ON g.subject = l.partner_id
    WHERE ${whatCounts.deservesRecognition(viewer)} AND ${isSinceThen}
    GROUP BY l.partner_id, c.kind ORDER BY l.partner_id, total DESC, c.kind`;
}
