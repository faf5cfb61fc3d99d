import sql, { raw, type Sql } from "sql-template-tag";
import type { Viewer } from "../access/viewer.ts";
import type { RawRow } from "../database/rows.ts";
import { countRows, type ListArguments, type ListOrders, orderingOf } from "./list.ts";
import { Page } from "./page.ts";
import type { Viewing } from "./viewing.ts";

/** A list of what no table keeps, as the partners to whom recognition is due: its rows are what a SELECT makes of records. */
export interface ComputedList<Row extends { id: string }, Filter, OrderField extends string>
  extends ListOrders<Row, OrderField> {
  /** All rows under a filter, made of what is there for the viewer; its columns are those of the orders, `id`, and others. */
  rows(viewer: Viewer, filter: Filter): Sql;
  decode(row: RawRow): Row;
}

/**
 * One page of a computed list: one statement, and one more where the total is asked for.
 * @throws BAD_USER_INPUT where `after` is no cursor of this order
 */
export async function listComputed<Row extends { id: string }, Filter, OrderField extends string>(
  { database, viewer }: Viewing,
  definition: ComputedList<Row, Filter, OrderField>,
  request: ListArguments<Filter, OrderField>,
): Promise<Page<Row>> {
  const ordering = orderingOf(definition, request);
  const from = sql`(${definition.rows(viewer, request.filter)}) ${raw(definition.alias)}`;
  const rows = await database.raw(
    sql`SELECT * FROM ${from} WHERE ${ordering.afterCursor} ORDER BY ${ordering.by} LIMIT ${request.first + 1}`,
  );
  return new Page(rows.map(definition.decode), request, ordering.cursorOf, () => countRows(database, from));
}
