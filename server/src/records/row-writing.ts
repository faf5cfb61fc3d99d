import { isDeepStrictEqual } from "node:util";
import sql, { join, raw, type Sql } from "sql-template-tag";
import type { EntitySchema, ObjectLiteral } from "typeorm";
import { columnOf } from "../database/naming.ts";
import { storedValue } from "../database/rows.ts";

/** The `SET` list of an update from one row to another: only the columns that differ. */
export function assignments<Row extends ObjectLiteral>(entity: EntitySchema<Row>, before: Row, after: Row): Sql {
  return setList(
    entity,
    Object.keys(entity.options.columns)
      .filter((property) => !isDeepStrictEqual(before[property], after[property]))
      .map((property) => [property, after[property]]),
  );
}

/** The `SET` list of the properties that are named. */
export function assigned<Row extends ObjectLiteral>(entity: EntitySchema<Row>, values: Partial<Row>): Sql {
  return setList(entity, Object.entries(values));
}

function setList<Row extends ObjectLiteral>(
  entity: EntitySchema<Row>,
  values: readonly (readonly [string, unknown])[],
): Sql {
  return join(
    values.map(([property, value]) => sql`${raw(columnOf(property))} = ${storedValue(entity, property, value)}`),
  );
}
