import sql, { type Sql } from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import type { Viewer } from "../../access/viewer.ts";
import { edtf, monthsBefore, today } from "../../records/days.ts";
import { whereRecognised } from "../../records/recognised.ts";
import { whereThere } from "../../records/scope.ts";

/**
 * Active partners `p` gone quiet: nothing was done with them, is under way or is planned, and nothing was recognised, in
 * so many months until today; as far as the viewer may know, and of those who were partners before. docs/offices.md has
 * the rule in words.
 */
export function isQuietFor(viewer: Viewer, months: number | null | undefined): Sql[] {
  if (months === null || months === undefined) return [];
  const since = monthsBefore(today(), months);
  const lasts = sql`(${edtf.mayLieOnOrAfter(sql`qc.end_edtf`, since)}
    OR (qc.end_edtf IS NULL AND (qc.stage = 'UNDER_WAY' OR qc.begin_last >= ${since})))`;
  const beganBefore = sql`qc.begin_first <> '' AND qc.begin_first < ${since}`;
  return [
    sql`p.status = 'ACTIVE'`,
    sql`NOT ${collaborated(viewer, lasts)}`,
    sql`NOT ${recognised(viewer, sql`qr.date_last >= ${since}`)}`,
    sql`(p.created_at < ${since} OR ${collaborated(viewer, beganBefore)}
      OR ${recognised(viewer, sql`qr.date_first <> '' AND qr.date_first < ${since}`)})`,
  ];
}

function collaborated(viewer: Viewer, condition: Sql): Sql {
  return sql`EXISTS (SELECT 1 FROM participants qp JOIN collaborations qc ON qc.id = qp.collaboration_id
    WHERE qp.partner_id = p.id AND qc.stage <> 'CANCELLED' AND ${condition}
      AND ${whereThere(viewer, policies.COLLABORATION.policy, "qc")})`;
}

function recognised(viewer: Viewer, condition: Sql): Sql {
  return sql`EXISTS (SELECT 1 FROM recognition_parties qp JOIN recognitions qr ON qr.id = qp.recognition_id
    WHERE qp.partner_id = p.id AND ${condition} AND ${whereRecognised(viewer, "qr")})`;
}
