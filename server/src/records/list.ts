import sql, { join, raw, type Sql } from "sql-template-tag";
import type { EntitySchema, ObjectLiteral } from "typeorm";
import type { Viewer } from "../access/viewer.ts";
import type { Reader } from "../database/database.ts";
import { columnOf } from "../database/naming.ts";
import { numberOf, type SomeColumns, selected, withColumn } from "../database/rows.ts";
import { type Cursor, decodeCursor, encodeCursor } from "./cursor.ts";
import { leadFilterOn } from "./lead-on.ts";
import { Page } from "./page.ts";
import { tableOf } from "./scope.ts";
import type { Viewing } from "./viewing.ts";

/** What a client may ask of a list, after the border has checked it. */
export interface ListArguments<Filter, OrderField extends string> {
  readonly first: number;
  readonly after?: string | null | undefined;
  readonly filter: Filter;
  readonly orderBy?: { readonly field: OrderField; readonly direction: "ASC" | "DESC" } | null | undefined;
}

/** The orders of a list. */
export interface ListOrders<Row, OrderField extends string> {
  /** Names the table in the conditions and the order. */
  readonly alias: string;
  /** Order field to the property that holds it; its column is never null, and holds an empty text for none. */
  readonly order: Readonly<Record<OrderField, string & keyof Row>>;
  readonly defaultOrder: { readonly field: OrderField; readonly direction: "ASC" | "DESC" };
  /** Orders by computed numbers: SQLite compares them with a cursor's text only where that is made a number, too. */
  readonly numbers?: readonly OrderField[];
}

/** What is a feature's own in a list; the rest is the same for all. */
export interface ListDefinition<Row extends ObjectLiteral & { id: string }, Filter, OrderField extends string>
  extends ListOrders<Row, OrderField> {
  readonly entity: EntitySchema<Row>;
  /** Fields of the filter that hold ids of partners or people: an old id stands for the one that stays. */
  readonly mentions?: readonly (string & keyof Filter)[];
  /** Access scope, presence and the filter's conditions, all of which must hold. */
  conditions(viewer: Viewer, filter: Filter): readonly Sql[];
  /** How many there are in all, where that is kept; null where it has to be counted. */
  keptTotal?(viewing: Viewing, filter: Filter): Promise<number | null>;
}

/** How one request orders, in SQL and in cursors. */
export interface Ordering<Row> {
  readonly by: Sql;
  readonly afterCursor: Sql;
  cursorOf(row: Row): string;
}

/** @throws BAD_USER_INPUT where `after` is no cursor of this order */
export function orderingOf<Row extends { id: string }, OrderField extends string>(
  definition: ListOrders<Row, OrderField>,
  request: ListArguments<unknown, OrderField>,
): Ordering<Row> {
  const { field, direction } = request.orderBy ?? definition.defaultOrder;
  const property = definition.order[field];
  const sortColumn = raw(`${definition.alias}.${columnOf(property)}`);
  const idColumn = raw(`${definition.alias}.id`);
  const cursor = request.after ? decodeCursor(request.after, field, direction) : null;
  return {
    by: sql`${sortColumn} ${raw(direction)}, ${idColumn} ${raw(direction)}`,
    afterCursor: cursor
      ? beyond(cursor, sortColumn, idColumn, definition.numbers?.includes(field) ? Number(cursor.value) : cursor.value)
      : sql`1 = 1`,
    cursorOf: (row) => encodeCursor({ field, direction, value: String(row[property] ?? ""), id: row.id }),
  };
}

/**
 * Said twice over, so that each begins in the index at the row itself, and not at the first of all that have its value: of the
 * first condition SQLite knows where that is, of the second MySQL and MariaDB.
 */
function beyond(cursor: Cursor, sortColumn: Sql, idColumn: Sql, value: string | number): Sql {
  const comparison = raw(cursor.direction === "ASC" ? ">" : "<");
  return sql`(${sortColumn}, ${idColumn}) ${comparison} (${value}, ${cursor.id}) AND (${sortColumn} ${comparison} ${value}
    OR (${sortColumn} = ${value} AND ${idColumn} ${comparison} ${cursor.id}))`;
}

/**
 * One page of what the viewer may read: one statement, and one more where the total is asked for. Its rows have the columns
 * that are asked for, where some are, and those of the order.
 */
export async function list<Row extends ObjectLiteral & { id: string }, Filter, OrderField extends string>(
  viewing: Viewing,
  definition: ListDefinition<Row, Filter, OrderField>,
  request: ListArguments<Filter, OrderField>,
  asked: SomeColumns<Row> | null = null,
): Promise<Page<Row>> {
  const ordering = orderingOf(definition, request);
  const filter = await leadFilterOn(viewing, definition.mentions ?? [], request.filter);
  const conditions = definition.conditions(viewing.viewer, filter);
  const from = sql`${tableOf(definition.entity)} ${raw(definition.alias)}`;
  const columns = withOrder(definition, request, asked);
  const rows = await viewing.database.find(
    definition.entity,
    sql`SELECT ${selected(definition.alias, columns)} FROM ${from}
        WHERE ${join([...conditions, ordering.afterCursor], " AND ")}
        ORDER BY ${ordering.by} LIMIT ${request.first + 1}`,
    columns,
  );
  return new Page(rows, request, ordering.cursorOf, async () => {
    const kept = await definition.keptTotal?.(viewing, filter);
    return kept ?? countRows(viewing.database, sql`${from} WHERE ${join([...conditions], " AND ")}`);
  });
}

/** The columns, with the one that the order, and so each cursor, is made of. */
export function withOrder<Row extends ObjectLiteral & { id: string }, OrderField extends string>(
  { order, defaultOrder }: ListOrders<Row, OrderField>,
  { orderBy }: Pick<ListArguments<unknown, OrderField>, "orderBy">,
  columns: SomeColumns<Row> | null,
): SomeColumns<Row> | null {
  return columns && withColumn(columns, order[(orderBy ?? defaultOrder).field]);
}

/** The number of rows of a `FROM … WHERE …`. */
export async function countRows(reader: Reader, from: Sql): Promise<number> {
  const [row] = await reader.raw(sql`SELECT COUNT(*) AS total FROM ${from}`);
  return numberOf(row, "total");
}
