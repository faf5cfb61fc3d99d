import sql, { join, raw } from "sql-template-tag";
import type { EntitySchema } from "typeorm";
import type { Policy } from "../access/policies.ts";
import type { RecordRow } from "../database/columns.ts";
import { textOf } from "../database/rows.ts";
import { defineLoader, type Loader } from "./loader.ts";
import { tableOf, whereThere } from "./scope.ts";

interface LinkTable {
  readonly table: string;
  /** The column of the records that are asked about. */
  readonly from: string;
  /** The column of the records that are answered. */
  readonly to: string;
  /**
   * As the record that is asked about lists them; where others list it, as they were made: the place in their lists would
   * tell of what else is in them.
   */
  readonly order: "AS_LISTED" | "AS_MADE";
}

/** Records that others link to, as far as they are there for the viewer. */
export function defineLinkLoader<Row extends RecordRow>(
  entity: EntitySchema<Row>,
  policy: Policy,
  link: LinkTable,
): Loader<string, Row[]> {
  const order = link.order === "AS_LISTED" ? sql`l.position, t.id` : sql`t.id`;
  return defineLoader(async (viewing, ids) => {
    const rows = await viewing.database.raw(
      sql`SELECT t.*, l.${raw(link.from)} AS link_from FROM ${raw(link.table)} l
          JOIN ${tableOf(entity)} t ON t.id = l.${raw(link.to)}
          WHERE l.${raw(link.from)} IN (${join([...ids])}) AND ${whereThere(viewing.viewer, policy, "t")}
          ORDER BY l.${raw(link.from)}, ${order}`,
    );
    const decode = viewing.database.decoder(entity);
    const linked = Map.groupBy(rows, (row) => textOf(row, "link_from"));
    return ids.map((id) => (linked.get(id) ?? []).map(decode));
  });
}
