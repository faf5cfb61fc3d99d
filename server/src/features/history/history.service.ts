import type { RecordKind } from "@concord/shared/vocabularies";
import sql, { raw } from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import type { Viewer } from "../../access/viewer.ts";
import { notFound } from "../../errors.ts";
import { type HistoryRow, historyEntity } from "../../records/history.entity.ts";
import { pageArguments } from "../../records/input.ts";
import { type ListDefinition, list } from "../../records/list.ts";
import type { Page } from "../../records/page.ts";
import { whereInTrash, whereReadable, whereThere } from "../../records/scope.ts";
import type { Viewing } from "../../records/viewing.ts";

export type HistoryPage = Page<HistoryRow>;

/** Entries that tell of no record which the viewer may not know of. */
export function whereLinkReadable(viewer: Viewer, alias: string) {
  const { table, policy } = policies.COLLABORATION;
  return sql`(${raw(alias)}.link_id IS NULL OR ${raw(alias)}.link_id IN (
    SELECT linked.id FROM ${raw(table)} linked WHERE ${whereReadable(viewer, policy, "linked")}))`;
}

const historyList: ListDefinition<HistoryRow, { readonly of: string }, "AT"> = {
  entity: historyEntity,
  alias: "y",
  conditions: (viewer, { of }) => [sql`y.record_id = ${of}`, whereLinkReadable(viewer, "y")],
  // Ids are ordered by time, and unlike instants no two are the same.
  order: { AT: "id" },
  defaultOrder: { field: "AT", direction: "DESC" },
};

/**
 * What happened to a record that the viewer may read.
 * @throws NOT_FOUND, BAD_USER_INPUT
 */
export async function historyOf(
  viewing: Viewing,
  of: string,
  args: { readonly first?: number | null | undefined; readonly after?: string | null | undefined },
): Promise<HistoryPage> {
  const page = pageArguments(args);
  const [any] = await viewing.database.find(
    historyEntity,
    sql`SELECT * FROM history WHERE record_id = ${of} ORDER BY id LIMIT 1`,
  );
  if (!any || !(await isReadable(viewing, any.recordKind, of))) throw notFound("record", of);
  return list(viewing, historyList, { first: page.first, after: page.after, filter: { of } });
}

async function isReadable(viewing: Viewing, kind: RecordKind, id: string): Promise<boolean> {
  const { table, policy } = policies[kind];
  const rows = await viewing.database.raw(
    sql`SELECT t.id FROM ${raw(table)} t WHERE t.id = ${id}
        AND ((${whereThere(viewing.viewer, policy, "t")}) OR (${whereInTrash(viewing.viewer, policy, "t")}))`,
  );
  return rows.length > 0;
}
