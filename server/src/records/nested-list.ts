import sql, { join, raw, type Sql } from "sql-template-tag";
import type { EntitySchema, ObjectLiteral } from "typeorm";
import { numberOf, type RawRow, type SomeColumns, selected, textOf } from "../database/rows.ts";
import { leadFilterOn } from "./lead-on.ts";
import { type ListArguments, type ListDefinition, orderingOf, withOrder } from "./list.ts";
import { defineQuestionLoader } from "./loader.ts";
import { Page } from "./page.ts";
import { tableOf } from "./scope.ts";
import type { Viewing } from "./viewing.ts";

/** What is asked of the list under each parent. */
interface NestedQuestion<Row extends ObjectLiteral, Filter, OrderField extends string> {
  readonly request: ListArguments<Filter, OrderField>;
  /** All where none are named. */
  readonly columns: SomeColumns<Row> | null;
}

/** A page of the list under one parent; its rows have the columns that are asked for, where some are. */
type NestedList<Row extends ObjectLiteral, Filter, OrderField extends string> = (
  viewing: Viewing,
  parentId: string,
  request: ListArguments<Filter, OrderField>,
  columns?: SomeColumns<Row> | null,
) => Promise<Page<Row>>;

/**
 * A list under each of many parents, as the collaborations of partners: one statement for all parents that ask with the
 * same arguments, which also counts a list of which the first page is asked for, and one for all other counts.
 *
 * @param links answers which child belongs to which parent: `SELECT … AS parent_id, … AS child_id` for these parents,
 *   each pair once
 */
export function defineNestedList<Row extends ObjectLiteral & { id: string }, Filter, OrderField extends string>(
  definition: ListDefinition<Row, Filter, OrderField>,
  links: (parentIds: readonly string[]) => Sql,
): NestedList<Row, Filter, OrderField> {
  type Question = NestedQuestion<Row, Filter, OrderField>;

  const countLoader = defineQuestionLoader<Question, number>(async (viewing, { request }, parentIds) => {
    const filter = await leadFilterOn(viewing, definition.mentions ?? [], request.filter);
    const rows = await viewing.database.raw(
      sql`SELECT l.parent_id, COUNT(*) AS total FROM (${links(parentIds)}) l
          JOIN ${source(definition)} ON ${raw(definition.alias)}.id = l.child_id
          WHERE ${where(definition, viewing, filter)} GROUP BY l.parent_id`,
    );
    const counts = new Map(rows.map((row) => [textOf(row, "parent_id"), numberOf(row, "total")]));
    return (parentId) => counts.get(parentId) ?? 0;
  }, textOfQuestion);

  const pageLoader = defineQuestionLoader<Question, Page<Row>>(async (viewing, question, parentIds) => {
    const { request } = question;
    const filter = await leadFilterOn(viewing, definition.mentions ?? [], request.filter);
    const ordering = orderingOf(definition, request);
    const columns = withOrder(definition, request, question.columns);
    // All are in the window of a first page, so that they are counted by the way.
    const isCounted = !request.after;
    const isOne = parentIds.length === 1 && isShort(definition.entity, columns);
    const from = sql`FROM (${links(parentIds)}) l
      JOIN ${source(definition)} ON ${raw(definition.alias)}.id = l.child_id
      WHERE ${where(definition, viewing, filter)} AND ${ordering.afterCursor}`;
    const rows = await viewing.database.raw(
      isOne
        ? sql`SELECT ${selected(definition.alias, columns)}, l.parent_id AS nested_parent,
                ${isCounted ? sql`COUNT(*) OVER ()` : 0} AS nested_total
              ${from} ORDER BY ${ordering.by} LIMIT ${request.first + 1}`
        : // Only ids are numbered and thrown away; long texts would drag every row through a table on disk.
          sql`SELECT ${selected("whole", columns)}, numbered.nested_parent, numbered.nested_total FROM (
            SELECT * FROM (
              SELECT ${raw(definition.alias)}.id, l.parent_id AS nested_parent,
                ${isCounted ? sql`COUNT(*) OVER (PARTITION BY l.parent_id)` : 0} AS nested_total,
                ROW_NUMBER() OVER (PARTITION BY l.parent_id ORDER BY ${ordering.by}) AS nested_row
              ${from}
            ) candidates WHERE nested_row <= ${request.first + 1}
          ) numbered
          JOIN ${tableOf(definition.entity)} whole ON whole.id = numbered.id
          ORDER BY numbered.nested_parent, numbered.nested_row`,
    );
    const decode = viewing.database.decoder(definition.entity, { columns });
    const children = byParent(rows);
    return (parentId) => {
      const found = children.get(parentId) ?? [];
      const total = isCounted
        ? numberOf(found[0], "nested_total")
        : () => countLoader(viewing, { request, columns: null }, parentId);
      return new Page(found.map(decode), request, ordering.cursorOf, total);
    };
  }, textOfQuestion);

  return (viewing, parentId, request, columns = null) => pageLoader(viewing, { request, columns }, parentId);
}

/** The rows of each parent, which follow each other. */
function byParent(rows: readonly RawRow[]): Map<unknown, readonly RawRow[]> {
  const found = new Map<unknown, readonly RawRow[]>();
  for (let begin = 0, end = 0; begin < rows.length; begin = end) {
    const parent = rows[begin]?.["nested_parent"];
    while (end < rows.length && rows[end]?.["nested_parent"] === parent) end += 1;
    found.set(parent, rows.slice(begin, end));
  }
  return found;
}

/** Whether rows of these columns may be sorted whole. */
function isShort<Row extends ObjectLiteral>(entity: EntitySchema<Row>, columns: SomeColumns<Row> | null): boolean {
  const isLong = (property: string & keyof Row) => LONG.has(String(entity.options.columns[property]?.type));
  return columns !== null && !columns.properties.some(isLong);
}

const LONG = new Set(["text", "simple-json"]);

const texts = new WeakMap<object, Map<string, string>>();

/** The same text for the same request and the same columns, made once. */
function textOfQuestion({
  request,
  columns,
}: {
  readonly request: object;
  readonly columns: { readonly key: string } | null;
}): string {
  const known = texts.get(request) ?? new Map<string, string>();
  texts.set(request, known);
  const key = columns?.key ?? "*";
  const text = known.get(key) ?? `${key} ${JSON.stringify(request)}`;
  known.set(key, text);
  return text;
}

function source<Row extends ObjectLiteral & { id: string }, Filter, OrderField extends string>(
  definition: ListDefinition<Row, Filter, OrderField>,
): Sql {
  return sql`${tableOf(definition.entity)} ${raw(definition.alias)}`;
}

function where<Row extends ObjectLiteral & { id: string }, Filter, OrderField extends string>(
  definition: ListDefinition<Row, Filter, OrderField>,
  { viewer }: Viewing,
  filter: Filter,
): Sql {
  return join([...definition.conditions(viewer, filter)], " AND ");
}
