import type { PartnerBalance, PartnerRhythm } from "@concord/shared/vocabularies";
import sql, { join, type Sql } from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import type { Viewer } from "../../access/viewer.ts";
import { isIn } from "../../records/conditions.ts";
import { today } from "../../records/days.ts";
import { whereRecognised } from "../../records/recognised.ts";
import { whereThere } from "../../records/scope.ts";

/**
 * How it stands between us and partners, as far as a viewer may know; docs/dashboard.md has the rules in words. Each is a
 * SELECT of partners by their id, of which a filter of the list and the numbers of the dashboard are made alike.
 */

/** `(partner_id, gap_months, rhythm)` of partners with at least two collaborations that have begun. */
export function rhythms(viewer: Viewer): Sql {
  const month = sql`(SUBSTR(hc.begin_first, 1, 4) * 12 + SUBSTR(hc.begin_first, 6, 2))`;
  const begun = sql`SELECT hp.partner_id, MAX(${month}) - MIN(${month}) AS span, COUNT(DISTINCT hc.id) - 1 AS gaps
    FROM participants hp JOIN collaborations hc ON hc.id = hp.collaboration_id
    WHERE hc.stage <> 'CANCELLED' AND hc.begin_first <> '' AND hc.begin_first <= ${today()}
      AND ${whereThere(viewer, policies.COLLABORATION.policy, "hc")} GROUP BY hp.partner_id`;
  // Multiplied rather than divided: whole numbers compare the same in both dialects.
  return sql`SELECT partner_id, span / (gaps * 1.0) AS gap_months,
      CASE WHEN span <= 3 * gaps THEN 'QUARTERLY' WHEN span <= 6 * gaps THEN 'HALF_YEARLY'
        WHEN span <= 12 * gaps THEN 'YEARLY' ELSE 'SELDOM' END AS rhythm
    FROM (${begun}) begun WHERE gaps > 0`;
}

/** `(partner_id, balance)` of partners who have recognised us, or whom we have. */
export function balances(viewer: Viewer): Sql {
  const counted = sql`SELECT hl.partner_id,
      SUM(CASE WHEN hr.direction = 'RECEIVED' THEN 1 ELSE 0 END) AS received,
      SUM(CASE WHEN hr.direction = 'GIVEN' THEN 1 ELSE 0 END) AS given
    FROM (SELECT DISTINCT partner_id, recognition_id FROM recognition_parties WHERE partner_id IS NOT NULL) hl
    JOIN recognitions hr ON hr.id = hl.recognition_id
    WHERE ${whereRecognised(viewer, "hr")} GROUP BY hl.partner_id`;
  return sql`SELECT partner_id,
      CASE WHEN received > given THEN 'RECEIVED_MORE' WHEN received < given THEN 'GIVEN_MORE' ELSE 'EVEN' END AS balance
    FROM (${counted}) counted WHERE received + given > 0`;
}

/** Partners `p` in whom somebody looks for a rhythm. */
export function hasRhythm(viewer: Viewer, wanted: readonly PartnerRhythm[] | null | undefined): Sql[] {
  return hasValue(sql`rhythm`, rhythms(viewer), wanted);
}

export function hasBalance(viewer: Viewer, wanted: readonly PartnerBalance[] | null | undefined): Sql[] {
  return hasValue(sql`balance`, balances(viewer), wanted);
}

/** Who is not among the partners of a SELECT has the value NONE. */
function hasValue(value: Sql, of: Sql, wanted: readonly string[] | null | undefined): Sql[] {
  if (wanted === null || wanted === undefined) return [];
  const among = sql`p.id IN (SELECT partner_id FROM (${of}) known WHERE ${isIn(value, wanted)})`;
  const none = sql`p.id NOT IN (SELECT partner_id FROM (${of}) known)`;
  return [wanted.includes("NONE") ? sql`(${join([among, none], " OR ")})` : among];
}
