import { isCode, TIMELINE_RELATION_LABELS, type TimelineRelation } from "@concord/shared/vocabularies";
import sql, { join, type Sql } from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import type { Viewer } from "../../access/viewer.ts";
import { numberOf, optionalTextOf, type RawRow, textOf } from "../../database/rows.ts";
import { decodeCursor, encodeCursor } from "../../records/cursor.ts";
import { pageArguments } from "../../records/input.ts";
import { defineLoader, defineQuestionLoader } from "../../records/loader.ts";
import { Page } from "../../records/page.ts";
import { whereRecognised } from "../../records/recognised.ts";
import { whereThere } from "../../records/scope.ts";
import type { Viewing } from "../../records/viewing.ts";
import type { Collaboration } from "../collaborations/collaborations.entity.ts";
import type { Recognition } from "../recognitions/recognitions.entity.ts";
import type { Statement } from "../statements/statements.entity.ts";

export type TimelineRecord = Collaboration | Recognition | Statement;

/** One thing between us and a partner. */
export interface TimelineRow {
  readonly partnerId: string;
  readonly recordId: string;
  readonly kind: "COLLABORATION" | "RECOGNITION" | "STATEMENT";
  /** EDTF. */
  readonly date: string | null;
  /** The first day that the date may mean; empty where there is none. */
  readonly dateFirst: string;
  readonly relation: TimelineRelation;
}

export type TimelinePage = Page<TimelineRow>;

interface TimelineRequest {
  readonly first: number;
  readonly after: string | null;
}

const FIELD = "TIMELINE";

/** Everything between us and a partner, the newest first, what is undated last; what the viewer may not read is not in it. */
export function timelineOf(
  viewing: Viewing,
  partnerId: string,
  raw: { readonly first?: number | null | undefined; readonly after?: string | null | undefined },
): Promise<TimelinePage> {
  const page = pageArguments(raw);
  const request = { first: page.first, after: page.after ?? null };
  return pageLoader(viewing, request, partnerId);
}

const pageLoader = defineQuestionLoader<TimelineRequest, TimelinePage>(readPages, (request) => JSON.stringify(request));

async function readPages(viewing: Viewing, request: TimelineRequest, partnerIds: readonly string[]) {
  const after = request.after === null ? null : decodeCursor(request.after, FIELD, "DESC");
  const beyond = after
    ? sql`(e.date_first < ${after.value} OR (e.date_first = ${after.value} AND e.id < ${after.id}))`
    : sql`1 = 1`;
  const rows = await viewing.database.raw(
    sql`SELECT * FROM (
          SELECT e.*, ROW_NUMBER() OVER (PARTITION BY e.partner_id ORDER BY e.date_first DESC, e.id DESC) AS row_in_page
          FROM (${entriesOf(viewing.viewer, partnerIds)}) e WHERE ${beyond}
        ) numbered WHERE row_in_page <= ${request.first + 1} ORDER BY partner_id, row_in_page`,
  );
  const entries = Map.groupBy(rows.map(entryOf), (entry) => entry.partnerId);
  const cursorOf = (entry: TimelineRow) =>
    encodeCursor({ field: FIELD, direction: "DESC", value: entry.dateFirst, id: entry.recordId });
  return (partnerId: string) =>
    new Page(entries.get(partnerId) ?? [], request, cursorOf, () => countLoader(viewing, partnerId));
}

const countLoader = defineLoader<string, number>(async (viewing, partnerIds) => {
  const rows = await viewing.database.raw(
    sql`SELECT partner_id, COUNT(*) AS total FROM (${entriesOf(viewing.viewer, partnerIds)}) e GROUP BY partner_id`,
  );
  const counts = new Map(rows.map((row) => [textOf(row, "partner_id"), numberOf(row, "total")]));
  return partnerIds.map((partnerId) => counts.get(partnerId) ?? 0);
});

/** Each record once for a partner; having taken part goes before having employed somebody in it. */
function entriesOf(viewer: Viewer, partnerIds: readonly string[]): Sql {
  const ids = join([...partnerIds]);
  const there = (kind: keyof typeof policies, alias: string) => whereThere(viewer, policies[kind].policy, alias);
  return sql`
    SELECT l.partner_id, 'COLLABORATION' AS kind, c.id, c.begin_first AS date_first, c.begin_edtf AS date_edtf, l.relation
    FROM (SELECT partner_id, record_id, MAX(relation) AS relation FROM (
            SELECT partner_id, collaboration_id AS record_id, 'PARTICIPANT' AS relation FROM participants
            WHERE partner_id IN (${ids})
            UNION ALL
            SELECT employer_id, collaboration_id, 'EMPLOYER' FROM appearances WHERE employer_id IN (${ids})
          ) related GROUP BY partner_id, record_id) l
    JOIN collaborations c ON c.id = l.record_id WHERE ${there("COLLABORATION", "c")}
    UNION ALL
    SELECT l.partner_id, 'RECOGNITION', r.id, r.date_first, r.date_edtf, l.side
    FROM (SELECT partner_id, recognition_id, MIN(side) AS side FROM recognition_parties
          WHERE partner_id IN (${ids}) GROUP BY partner_id, recognition_id) l
    JOIN recognitions r ON r.id = l.recognition_id WHERE ${whereRecognised(viewer, "r")}
    UNION ALL
    SELECT s.partner_id, 'STATEMENT', s.id, s.date_first, s.date_edtf, 'SPEAKER'
    FROM statements s WHERE s.partner_id IN (${ids}) AND ${there("STATEMENT", "s")}`;
}

function entryOf(row: RawRow): TimelineRow {
  const kind = textOf(row, "kind");
  const relation = textOf(row, "relation");
  return {
    partnerId: textOf(row, "partner_id"),
    recordId: textOf(row, "id"),
    kind: kind === "RECOGNITION" || kind === "STATEMENT" ? kind : "COLLABORATION",
    date: optionalTextOf(row, "date_edtf"),
    dateFirst: textOf(row, "date_first"),
    relation: isCode(TIMELINE_RELATION_LABELS, relation) ? relation : "PARTICIPANT",
  };
}
