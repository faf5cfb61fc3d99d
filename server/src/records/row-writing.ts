import { isDeepStrictEqual } from "node:util";
import sql, { join, raw, type Sql } from "sql-template-tag";
import type { EntitySchema, ObjectLiteral } from "typeorm";
import { columnOf } from "../database/naming.ts";

/** The `SET` list of an update from one row to another: only the columns that differ. */
export function assignments<Row extends ObjectLiteral>(entity: EntitySchema<Row>, before: Row, after: Row): Sql {
  const columns = Object.entries(entity.options.columns).filter(
    ([property]) => !isDeepStrictEqual(before[property], after[property]),
  );
  return join(
    columns.map(([property, options]) => {
      const value: unknown = after[property];
      const stored = options?.type === "simple-json" && value !== null ? JSON.stringify(value) : value;
      return sql`${raw(columnOf(property))} = ${stored}`;
    }),
  );
}
