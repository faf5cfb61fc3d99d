import sql, { join, raw, type Sql } from "sql-template-tag";
import type { ObjectLiteral } from "typeorm";
import { numberOf, textOf } from "../database/rows.ts";
import { leadFilterOn } from "./lead-on.ts";
import { type ListArguments, type ListDefinition, orderingOf } from "./list.ts";
import { defineLoader } from "./loader.ts";
import { type Page, pageOf } from "./page.ts";
import { tableOf } from "./scope.ts";
import type { Viewing } from "./viewing.ts";

interface NestedKey<Filter, OrderField extends string> {
  readonly parentId: string;
  readonly request: ListArguments<Filter, OrderField>;
}

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
): (viewing: Viewing, parentId: string, request: ListArguments<Filter, OrderField>) => Promise<Page<Row>> {
  type Key = NestedKey<Filter, OrderField>;
  const keyText = ({ parentId, request }: Key) => `${parentId} ${textOfRequest(request)}`;

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
      byRequest(viewing, definition, keys, async (request, parentIds) => {
        const ordering = orderingOf(definition, request);
        // All are in the window of a first page, so that they are counted by the way.
        const isCounted = !request.after;
        const rows = await viewing.database.raw(
          // Only ids are numbered and thrown away; long texts would drag every row through a table on disk.
          sql`SELECT whole.*, numbered.nested_parent, numbered.nested_total FROM (
                SELECT * FROM (
                  SELECT ${raw(definition.alias)}.id, l.parent_id AS nested_parent,
                    ${isCounted ? sql`COUNT(*) OVER (PARTITION BY l.parent_id)` : 0} AS nested_total,
                    ROW_NUMBER() OVER (PARTITION BY l.parent_id ORDER BY ${ordering.by}) AS nested_row
                  FROM (${links(parentIds)}) l
                  JOIN ${source(definition)} ON ${raw(definition.alias)}.id = l.child_id
                  WHERE ${where(definition, viewing, request)} AND ${ordering.afterCursor}
                ) candidates WHERE nested_row <= ${request.first + 1}
              ) numbered
              JOIN ${tableOf(definition.entity)} whole ON whole.id = numbered.id
              ORDER BY numbered.nested_parent, numbered.nested_row`,
        );
        const decode = viewing.database.decoder(definition.entity);
        const children = Map.groupBy(rows, (row) => textOf(row, "nested_parent"));
        return (parentId) => {
          const found = children.get(parentId) ?? [];
          return pageOf(found.map(decode), request.first, request.after, ordering.cursorOf, async () =>
            isCounted ? numberOf(found[0], "nested_total") : countLoader(viewing, { parentId, request }),
          );
        };
      }),
    keyText,
  );

  return (viewing, parentId, request) => pageLoader(viewing, { parentId, request });
}

const texts = new WeakMap<object, string>();

/** The same text for the same request, made once. */
function textOfRequest(request: object): string {
  const text = texts.get(request) ?? JSON.stringify(request);
  texts.set(request, text);
  return text;
}

/** Answers keys of the same request together, in the order of the keys; old ids in its filter have led on. */
async function byRequest<Row extends ObjectLiteral & { id: string }, Filter, OrderField extends string, Value>(
  viewing: Viewing,
  definition: ListDefinition<Row, Filter, OrderField>,
  keys: readonly NestedKey<Filter, OrderField>[],
  answer: (
    request: ListArguments<Filter, OrderField>,
    parentIds: readonly string[],
  ) => Promise<(parentId: string) => Value>,
): Promise<Value[]> {
  const groups = Map.groupBy(keys, ({ request }) => textOfRequest(request));
  const answers = new Map<string, (parentId: string) => Value>();
  for (const [text, [sample, ...others]] of groups) {
    if (!sample) continue;
    const filter = await leadFilterOn(viewing, definition.mentions ?? [], sample.request.filter);
    answers.set(
      text,
      await answer(
        { ...sample.request, filter },
        [sample, ...others].map((key) => key.parentId),
      ),
    );
  }
  return keys.map((key) => {
    const answerFor = answers.get(textOfRequest(key.request));
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
