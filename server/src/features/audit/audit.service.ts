import { parsePartialDate } from "@concord/shared/partial-date";
import { type AuditFilter, auditFilterRule } from "@concord/shared/rules/audit";
import { type AuditAction, codesOf, RECORD_KIND_LABELS } from "@concord/shared/vocabularies";
import sql, { join, raw, type Sql } from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import type { Viewer } from "../../access/viewer.ts";
import { type AuditRow, auditEntity } from "../../records/audit-log.entity.ts";
import { isOneOf } from "../../records/conditions.ts";
import { parseListArguments } from "../../records/input.ts";
import { type ListDefinition, list } from "../../records/list.ts";
import type { Page } from "../../records/page.ts";
import { whereReadable } from "../../records/scope.ts";
import type { Viewing } from "../../records/viewing.ts";
import { whereLinkReadable } from "../history/history.service.ts";

export type AuditPage = Page<AuditRow>;

/** Remarks of these tell what somebody typed or looked for, which may be about what others may not know of. */
const CONFIDENTIAL_REMARKS: readonly AuditAction[] = [
  "EXPORT",
  "SIGN_IN_FAILED",
  "ASK_FOR_PASSWORD",
  "BEGIN_IMPORT",
  "FINISH_IMPORT",
  "UNDO_IMPORT",
];

/** What is asked of the log: who may ask at all, the table of the access module says. */
const auditList: ListDefinition<AuditRow, AuditFilter, "AT"> = {
  entity: auditEntity,
  alias: "y",
  conditions: (viewer, filter) => [
    ...scopeOf(viewer),
    ...isOneOf("y", "action", filter.action),
    ...isOneOf("y", "user_id", filter.user),
    ...isOneOf("y", "record_id", filter.subject),
    ...period(filter),
  ],
  // Ids are ordered by time, and unlike instants no two are the same.
  order: { AT: "id" },
  defaultOrder: { field: "AT", direction: "DESC" },
};

/** Entries about records that the viewer may read, about accounts and offices, and about nothing in particular. */
function scopeOf(viewer: Viewer): Sql[] {
  if (viewer.role === "ADMINISTRATOR") return [sql`1 = 1`];
  const kinds = codesOf(RECORD_KIND_LABELS);
  const readable = kinds.map((kind) => {
    const { table, policy } = policies[kind];
    return sql`(y.record_kind = ${kind} AND y.record_id IN (
      SELECT told.id FROM ${raw(table)} told WHERE ${whereReadable(viewer, policy, "told")}))`;
  });
  const ofNoRecord = sql`(y.record_kind IS NULL OR y.record_kind IN ('USER', 'OFFICE'))`;
  return [sql`(${join([ofNoRecord, ...readable], " OR ")})`, whereLinkReadable(viewer, "y", kinds)];
}

function period({ from, to }: AuditFilter): Sql[] {
  const begin = from ? parsePartialDate(from) : undefined;
  const end = to ? parsePartialDate(to) : undefined;
  return [
    ...(begin ? [sql`y.at >= ${begin.first}`] : []),
    ...(end ? [sql`y.at <= ${`${end.last}T23:59:59.999Z`}`] : []),
  ];
}

type RawListArguments = Parameters<typeof parseListArguments<typeof auditFilterRule.shape, "AT">>[1];

/** @throws BAD_USER_INPUT */
export async function listAuditLog(viewing: Viewing, rawArguments: RawListArguments): Promise<AuditPage> {
  return list(viewing, auditList, parseListArguments(auditFilterRule, rawArguments));
}

/** What was remarked, as far as the viewer may know it. */
export function remarkOf(viewer: Viewer, entry: AuditRow): string | null {
  const hidden = viewer.role !== "ADMINISTRATOR" && CONFIDENTIAL_REMARKS.includes(entry.action);
  return hidden ? null : (entry.details?.remark ?? null);
}
