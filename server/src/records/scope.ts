import sql, { raw, type Sql } from "sql-template-tag";
import type { EntitySchema, ObjectLiteral } from "typeorm";
import type { Policy } from "../access/policies.ts";
import { column } from "../access/rule.ts";
import type { Viewer } from "../access/viewer.ts";

export function tableOf<Row extends ObjectLiteral>(entity: EntitySchema<Row>): Sql {
  return raw(entity.options.tableName ?? entity.options.name);
}

/** Records that the viewer may read, wherever they lie. */
export function whereReadable(viewer: Viewer, policy: Policy, alias: string): Sql {
  return policy.read.where(viewer, alias);
}

const there = new WeakMap<Viewer, WeakMap<Policy, Map<string, Sql>>>();

/**
 * Records that are there for the viewer: readable and not in the trash. Every list, count and sum has this in it; it is made
 * once for a viewer, whom a request reads anew where anything of them was changed.
 */
export function whereThere(viewer: Viewer, policy: Policy, alias: string): Sql {
  const ofViewer = there.get(viewer) ?? new WeakMap<Policy, Map<string, Sql>>();
  there.set(viewer, ofViewer);
  const ofPolicy = ofViewer.get(policy) ?? new Map<string, Sql>();
  ofViewer.set(policy, ofPolicy);
  const made =
    ofPolicy.get(alias) ?? sql`${column(alias, "deleted_at")} IS NULL AND ${policy.read.where(viewer, alias)}`;
  ofPolicy.set(alias, made);
  return made;
}

/** Records in the trash that the viewer may restore. */
export function whereInTrash(viewer: Viewer, policy: Policy, alias: string): Sql {
  return sql`${column(alias, "deleted_at")} IS NOT NULL AND ${policy.edit.where(viewer, alias)}`;
}
