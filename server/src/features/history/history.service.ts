import {
  codesOf,
  HISTORY_ACTION_LABELS,
  type HistoryAction,
  isCode,
  RECORD_KIND_LABELS,
  type RecordKind,
} from "@concord/shared/vocabularies";
import sql, { join, raw } from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import type { Viewer } from "../../access/viewer.ts";
import { notFound } from "../../errors.ts";
import { type AuditRow, auditEntity } from "../../records/audit-log.entity.ts";
import { isIn } from "../../records/conditions.ts";
import { pageArguments } from "../../records/input.ts";
import { type ListDefinition, list } from "../../records/list.ts";
import { leadOf } from "../../records/merges.ts";
import type { Page } from "../../records/page.ts";
import { whereInTrash, whereReadable, whereThere } from "../../records/scope.ts";
import type { Viewing } from "../../records/viewing.ts";

export type HistoryPage = Page<AuditRow>;

/**
 * Entries that tell of no record which the viewer may not know of.
 * @param kinds of the records that such entries concern: in a history they are collaborations
 */
export function whereLinkReadable(viewer: Viewer, alias: string, kinds: readonly RecordKind[] = ["COLLABORATION"]) {
  const concerned = raw(`${alias}.link_id`);
  const readable = kinds.map((kind) => {
    const { table, policy } = policies[kind];
    return sql`${concerned} IN (SELECT linked.id FROM ${raw(table)} linked WHERE ${whereReadable(viewer, policy, "linked")})`;
  });
  return sql`(${join([sql`${concerned} IS NULL`, ...readable], " OR ")})`;
}

/** What an entry of a record's history did to it. */
export function historyActionOf(entry: AuditRow): HistoryAction {
  return isCode(HISTORY_ACTION_LABELS, entry.action) ? entry.action : "UPDATE";
}

const historyList: ListDefinition<AuditRow, { readonly of: string }, "AT"> = {
  entity: auditEntity,
  alias: "y",
  conditions: (viewer, { of }) => [
    sql`y.record_id = ${of}`,
    isIn(sql`y.action`, codesOf(HISTORY_ACTION_LABELS)),
    whereLinkReadable(viewer, "y"),
  ],
  // Ids are ordered by time, and unlike instants no two are the same.
  order: { AT: "id" },
  defaultOrder: { field: "AT", direction: "DESC" },
};

/**
 * What happened to a record that the viewer may read. The id of one that was merged into another and removed for good
 * answers what happened to the one that stayed.
 * @throws NOT_FOUND, BAD_USER_INPUT
 */
export async function historyOf(
  viewing: Viewing,
  of: string,
  args: { readonly first?: number | null | undefined; readonly after?: string | null | undefined },
): Promise<HistoryPage> {
  const page = pageArguments(args);
  const kind = await kindOf(viewing, of);
  if (kind === null) throw notFound("record", of);
  if (await isReadable(viewing, kind, of)) return pageOf(viewing, of, page);
  const keptId = await leadOf(viewing.database, of);
  if (keptId === undefined || !(await isReadable(viewing, kind, keptId))) throw notFound("record", of);
  return pageOf(viewing, keptId, page);
}

async function kindOf(viewing: Viewing, id: string): Promise<RecordKind | null> {
  const [any] = await viewing.database.find(
    auditEntity,
    sql`SELECT * FROM audit_log WHERE record_id = ${id} ORDER BY id LIMIT 1`,
  );
  const kind = any?.recordKind ?? "";
  return isCode(RECORD_KIND_LABELS, kind) ? kind : null;
}

function pageOf(viewing: Viewing, of: string, page: ReturnType<typeof pageArguments>): Promise<HistoryPage> {
  return list(viewing, historyList, { first: page.first, after: page.after, filter: { of } });
}

/** What was merged into another record keeps its own history, for all who may read it. */
async function isReadable(viewing: Viewing, kind: RecordKind, id: string): Promise<boolean> {
  const { table, policy } = policies[kind];
  const rows = await viewing.database.raw(
    sql`SELECT t.id FROM ${raw(table)} t WHERE t.id = ${id}
        AND ((${whereThere(viewing.viewer, policy, "t")}) OR (${whereInTrash(viewing.viewer, policy, "t")})
          OR (${whereReadable(viewing.viewer, policy, "t")} AND t.id IN (SELECT merged_id FROM merges)))`,
  );
  return rows.length > 0;
}
