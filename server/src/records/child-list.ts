import { isDeepStrictEqual } from "node:util";
import sql, { join, raw } from "sql-template-tag";
import type { EntitySchema, ObjectLiteral } from "typeorm";
import type { Reader, Transaction } from "../database/database.ts";
import { columnOf } from "../database/naming.ts";

interface ChildListOptions<Item, Row extends ObjectLiteral> {
  readonly entity: EntitySchema<Row>;
  /** The property that holds the id of the record to which a row belongs. */
  readonly owner: string & keyof Row;
  toRow(item: Item, ownerId: string, position: number): Row;
  fromRow(row: Row): Item;
}

/** A list of a record that has a table of its own, as participants or focus areas. Its order is kept. */
export interface ChildList<Item> {
  /** The lists of many records with one statement; records without items get an empty list. */
  read(reader: Reader, ownerIds: readonly string[]): Promise<(ownerId: string) => Item[]>;
  /** Rewrites the list of one record unless it is the same as `before`. */
  replace(
    transaction: Transaction,
    ownerId: string,
    items: readonly Item[],
    before: readonly Item[] | undefined,
  ): Promise<void>;
}

export function childList<Item, Row extends ObjectLiteral & { position: number }>(
  options: ChildListOptions<Item, Row>,
): ChildList<Item> {
  const { entity, owner } = options;
  const table = raw(entity.options.tableName ?? entity.options.name);
  const ownerColumn = raw(columnOf(owner));
  return {
    async read(reader, ownerIds) {
      const lists = new Map<string, Item[]>();
      if (ownerIds.length > 0) {
        const rows = await reader.find(
          entity,
          sql`SELECT * FROM ${table} WHERE ${ownerColumn} IN (${join(ownerIds)}) ORDER BY ${ownerColumn}, position`,
        );
        for (const row of rows) {
          const key = String(row[owner]);
          lists.set(key, [...(lists.get(key) ?? []), options.fromRow(row)]);
        }
      }
      return (ownerId) => lists.get(ownerId) ?? [];
    },
    async replace(transaction, ownerId, items, before) {
      if (before && isDeepStrictEqual(before, items)) return;
      if (before && before.length > 0) {
        await transaction.execute(sql`DELETE FROM ${table} WHERE ${ownerColumn} = ${ownerId}`);
      }
      await transaction.insert(
        entity,
        items.map((item, position) => options.toRow(item, ownerId, position)),
      );
    },
  };
}
