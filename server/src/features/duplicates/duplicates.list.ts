import type { DuplicateFilter } from "@concord/shared/rules/duplicates";
import { codesOf, DUPLICATE_KIND_LABELS } from "@concord/shared/vocabularies";
import sql, { join, raw, type Sql } from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import type { Viewer } from "../../access/viewer.ts";
import { isIn, isOneOf } from "../../records/conditions.ts";
import type { ListDefinition } from "../../records/list.ts";
import { whereThere } from "../../records/scope.ts";
import { type DuplicatePair, duplicatePairEntity } from "./duplicates.entity.ts";

export const duplicateList: ListDefinition<DuplicatePair, DuplicateFilter, "SCORE"> = {
  entity: duplicatePairEntity,
  alias: "d",
  conditions: (viewer, filter) => [
    filter.dismissed ? sql`d.dismissed_at IS NOT NULL` : sql`d.dismissed_at IS NULL`,
    wherePairThere(viewer, "d"),
    ...isOneOf("d", "kind", filter.kind),
    ...ofOffices(filter.office),
    ...mayDecide(viewer, filter.mayDecide),
  ],
  order: { SCORE: "score" },
  defaultOrder: { field: "SCORE", direction: "DESC" },
};

/** Pairs of which both records are there for the viewer. */
export function wherePairThere(viewer: Viewer, alias: string): Sql {
  const both = codesOf(DUPLICATE_KIND_LABELS).map((kind) => {
    const { table, policy } = policies[kind];
    const isThere = (column: string) =>
      sql`${raw(`${alias}.${column}`)} IN (SELECT t.id FROM ${raw(table)} t WHERE ${whereThere(viewer, policy, "t")})`;
    return sql`(${raw(alias)}.kind = ${kind} AND ${isThere("one_id")} AND ${isThere("other_id")})`;
  });
  return sql`(${join(both, " OR ")})`;
}

/** Pairs about which the viewer may decide, as they may edit one of the two; or the others. */
function mayDecide(viewer: Viewer, wanted: boolean | null | undefined): Sql[] {
  if (wanted === null || wanted === undefined) return [];
  const editable = codesOf(DUPLICATE_KIND_LABELS).map((kind) => {
    const { table, policy } = policies[kind];
    return sql`SELECT e.id FROM ${raw(table)} e WHERE ${policy.edit.where(viewer, "e")}`;
  });
  const own = join(editable, " UNION ALL ");
  const either = sql`(d.one_id IN (${own}) OR d.other_id IN (${own}))`;
  return [wanted ? either : sql`NOT ${either}`];
}

/** Pairs for one of whose records one of the offices is responsible. */
function ofOffices(offices: readonly string[] | null | undefined): Sql[] {
  if (offices === null || offices === undefined) return [];
  const records = codesOf(DUPLICATE_KIND_LABELS).map(
    (kind) => sql`SELECT o.id FROM ${raw(policies[kind].table)} o WHERE ${isIn(sql`o.office_id`, offices)}`,
  );
  const responsible = join(records, " UNION ALL ");
  return [sql`(d.one_id IN (${responsible}) OR d.other_id IN (${responsible}))`];
}
