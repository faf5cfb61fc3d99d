import sql, { join, raw, type Sql } from "sql-template-tag";
import type { EntitySchema, ObjectLiteral } from "typeorm";
import { numberOf, type SomeColumns, selected, textOf } from "../database/rows.ts";
import { leadFilterOn } from "./lead-on.ts";
import { type ListArguments, type ListDefinition, orderingOf, withOrder } from "./list.ts";
import { defineLoader } from "./loader.ts";
import { type Page, pageOf } from "./page.ts";
import { tableOf } from "./scope.ts";
import type { Viewing } from "./viewing.ts";

interface NestedKey<Row extends ObjectLiteral, Filter, OrderField extends string> {
  readonly parentId: string;
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
  type Key = NestedKey<Row, Filter, OrderField>;
  const keyText = (key: Key) => `${key.parentId} ${textOfRequest(key)}`;

  const countLoader = defineLoader<Key, number>(
    (viewing, keys) =>
      byRequest(viewing, definition, keys, async (request, parentIds) => {
        const rows = await viewing.database.raw(
          sql`SELECT l.parent_id, COUNT(*) AS total FROM (${links(parentIds)}) l
              JOIN ${source(definition)} ON ${raw(definition.alias)}.id = l.child_id
              WHERE ${where(definition, viewing, request)} GROUP BY l.parent_id`,
        );
        const counts = new Map(rows.map((row) => [textOf(row, "parent_id"), numberOf(row, "total")]));
        return (parentId) => counts.get(parentId) ?? 0;
      }),
    keyText,
  );

  const pageLoader = defineLoader<Key, Page<Row>>(
    (viewing, keys) =>
      byRequest(viewing, definition, keys, async (request, parentIds, asked) => {
        const ordering = orderingOf(definition, request);
        const columns = withOrder(definition, request, asked);
        // All are in the window of a first page, so that they are counted by the way.
        const isCounted = !request.after;
        const isOne = parentIds.length === 1 && isShort(definition.entity, columns);
        const from = sql`FROM (${links(parentIds)}) l
          JOIN ${source(definition)} ON ${raw(definition.alias)}.id = l.child_id
          WHERE ${where(definition, viewing, request)} AND ${ordering.afterCursor}`;
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
        const children = Map.groupBy(rows, (row) => row["nested_parent"]);
        return (parentId) => {
          const found = children.get(parentId) ?? [];
          return pageOf(found.map(decode), request.first, request.after, ordering.cursorOf, async () =>
            isCounted ? numberOf(found[0], "nested_total") : countLoader(viewing, { parentId, request, columns: null }),
          );
        };
      }),
    keyText,
  );

  return (viewing, parentId, request, columns = null) => pageLoader(viewing, { parentId, request, columns });
}

/** Whether rows of these columns may be sorted whole. */
function isShort<Row extends ObjectLiteral>(entity: EntitySchema<Row>, columns: SomeColumns<Row> | null): boolean {
  const isLong = (property: string & keyof Row) => LONG.has(String(entity.options.columns[property]?.type));
  return columns !== null && !columns.properties.some(isLong);
}

const LONG = new Set(["text", "simple-json"]);

const texts = new WeakMap<object, string>();

/** The same text for the same request, made once, and the same columns. */
function textOfRequest({
  request,
  columns,
}: {
  readonly request: object;
  readonly columns: { readonly key: string } | null;
}): string {
  const text = texts.get(request) ?? JSON.stringify(request);
  texts.set(request, text);
  return `${columns?.key ?? "*"} ${text}`;
}

/** Answers keys of the same request together, in the order of the keys; old ids in its filter have led on. */
async function byRequest<Row extends ObjectLiteral & { id: string }, Filter, OrderField extends string, Value>(
  viewing: Viewing,
  definition: ListDefinition<Row, Filter, OrderField>,
  keys: readonly NestedKey<Row, Filter, OrderField>[],
  answer: (
    request: ListArguments<Filter, OrderField>,
    parentIds: readonly string[],
    columns: SomeColumns<Row> | null,
  ) => Promise<(parentId: string) => Value>,
): Promise<Value[]> {
  const groups = Map.groupBy(keys, textOfRequest);
  const answers = new Map<string, (parentId: string) => Value>();
  for (const [text, [sample, ...others]] of groups) {
    if (!sample) continue;
    const filter = await leadFilterOn(viewing, definition.mentions ?? [], sample.request.filter);
    answers.set(
      text,
      await answer(
        { ...sample.request, filter },
        [sample, ...others].map((key) => key.parentId),
        sample.columns,
      ),
    );
  }
  return keys.map((key) => {
    const answerFor = answers.get(textOfRequest(key));
    if (!answerFor) throw new Error("A nested list has no answer for one of its parents.");
    return answerFor(key.parentId);
  });
}

function source<Row extends ObjectLiteral & { id: string }, Filter, OrderField extends string>(
  definition: ListDefinition<Row, Filter, OrderField>,
): Sql {
  return sql`${tableOf(definition.entity)} ${raw(definition.alias)}`;
}

function where<Row extends ObjectLiteral & { id: string }, Filter, OrderField extends string>(
  definition: ListDefinition<Row, Filter, OrderField>,
  viewing: Viewing,
  request: ListArguments<Filter, OrderField>,
): Sql {
  return join([...definition.conditions(viewing.viewer, request.filter)], " AND ");
}
