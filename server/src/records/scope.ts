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

/** Records that are there for the viewer: readable and not in the trash. Every list, count and sum has this in it. */
export function whereThere(viewer: Viewer, policy: Policy, alias: string): Sql {
  return sql`${column(alias, "deleted_at")} IS NULL AND ${policy.read.where(viewer, alias)}`;
}

/** Records in the trash that the viewer may restore. */
export function whereInTrash(viewer: Viewer, policy: Policy, alias: string): Sql {
  return sql`${column(alias, "deleted_at")} IS NOT NULL AND ${policy.edit.where(viewer, alias)}`;
}
