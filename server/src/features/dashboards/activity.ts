import {
  codesOf,
  HISTORY_ACTION_LABELS,
  type HistoryAction,
  isCode,
  RECORD_KIND_LABELS,
  type RecordKind,
} from "@concord/shared/vocabularies";
import sql, { join, type Sql } from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import { textOf } from "../../database/rows.ts";
import { auditEntity } from "../../records/audit-log.entity.ts";
import { isIn } from "../../records/conditions.ts";
import { whereThere } from "../../records/scope.ts";
import { historyActionOf, whereLinkReadable } from "../history/history.service.ts";
import { type DashboardRequest, scopesOf } from "./request.ts";

/** The newest thing that happened to a record. */
export interface ActivityRow {
  readonly at: string;
  readonly userId: string | null;
  readonly action: HistoryAction;
  readonly kind: RecordKind;
  readonly id: string;
  readonly title: string;
}

/** The newest changes to records that the viewer may read, one line a record, under the dashboard's filter. */
export async function recentActivity(request: DashboardRequest, first: number): Promise<ActivityRow[]> {
  const { database, viewer } = request.viewing;
  const changed = await database.raw(
    sql`SELECT * FROM (${join(newestOfEachKind(request, first), " UNION ALL ")}) changed
        ORDER BY updated_at DESC, id DESC LIMIT ${first}`,
  );
  const ids = changed.map((row) => textOf(row, "id"));
  if (ids.length === 0) return [];
  const entries = await database.find(
    auditEntity,
    sql`SELECT y.* FROM audit_log y JOIN (
          SELECT record_id, MAX(id) AS newest FROM audit_log seen
          WHERE record_id IN (${join(ids)}) AND ${isIn(sql`action`, codesOf(HISTORY_ACTION_LABELS))}
            AND ${whereLinkReadable(viewer, "seen")} GROUP BY record_id
        ) n ON n.newest = y.id`,
  );
  const newest = new Map(entries.map((entry) => [entry.recordId, entry]));
  return changed.flatMap((row) => {
    const entry = newest.get(textOf(row, "id"));
    const kind = textOf(row, "kind");
    if (!entry || !isCode(RECORD_KIND_LABELS, kind)) return [];
    return [
      {
        at: entry.at,
        userId: entry.userId,
        action: historyActionOf(entry),
        kind,
        id: textOf(row, "id"),
        title: textOf(row, "title"),
      },
    ];
  });
}

function newestOfEachKind(request: DashboardRequest, first: number): Sql[] {
  const { filter, viewing } = request;
  const narrowsByPlaceOrTime = [filter.country, filter.focusArea, filter.from, filter.to].some(Boolean);
  const ofOffice = filter.office ? isIn(sql`h.office_id`, filter.office) : sql`1 = 1`;
  const people = sql`${whereThere(viewing.viewer, policies.PERSON.policy, "h")} AND ${ofOffice}`;
  const newest = (kind: RecordKind, title: Sql, from: Sql, where: Sql) =>
    sql`SELECT * FROM (SELECT ${kind} AS kind, ${title} AS title, id, updated_at FROM ${from} WHERE ${where}
        ORDER BY updated_at DESC, id DESC LIMIT ${first}) newest_${sql([kind.toLowerCase()])}`;
  return [
    newest("PARTNER", sql`name`, sql`partners p`, scopesOf("PARTNER", request)),
    newest("COLLABORATION", sql`title`, sql`collaborations c`, scopesOf("COLLABORATION", request)),
    newest("RECOGNITION", sql`title`, sql`recognitions r`, scopesOf("RECOGNITION", request)),
    newest("STATEMENT", sql`speaker_name`, sql`statements s`, scopesOf("STATEMENT", request)),
    // A person has neither country nor date nor focus area: under such a filter there are none.
    ...(narrowsByPlaceOrTime ? [] : [newest("PERSON", sql`name`, sql`people h`, people)]),
  ];
}
