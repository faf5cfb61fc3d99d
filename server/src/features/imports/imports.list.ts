import type { ImportRowFilter } from "@concord/shared/rules/imports";
import sql, { type Sql } from "sql-template-tag";
import type { Viewer } from "../../access/viewer.ts";
import { isOneOf } from "../../records/conditions.ts";
import type { ListDefinition } from "../../records/list.ts";
import { type Import, type ImportRow, importEntity, importRowEntity } from "./imports.entity.ts";

/** An import is there for its maker and for administrators. */
export function whereImportThere(viewer: Viewer): Sql {
  return viewer.role === "ADMINISTRATOR" ? sql`1 = 1` : sql`i.user_id = ${viewer.id}`;
}

export const importList: ListDefinition<Import, object, "CREATED_AT"> = {
  entity: importEntity,
  alias: "i",
  conditions: (viewer) => [whereImportThere(viewer)],
  // Ids are ordered by time.
  order: { CREATED_AT: "id" },
  defaultOrder: { field: "CREATED_AT", direction: "DESC" },
};

export const importRowList: ListDefinition<ImportRow, ImportRowFilter & { readonly importId: string }, "NUMBER"> = {
  entity: importRowEntity,
  alias: "w",
  conditions: (viewer, filter) => [
    sql`w.import_id IN (SELECT i.id FROM imports i WHERE i.id = ${filter.importId} AND ${whereImportThere(viewer)})`,
    ...isOneOf("w", "verdict", filter.verdict),
    ...isOneOf("w", "decision", filter.decision),
    ...isOneOf("w", "result", filter.result),
  ],
  order: { NUMBER: "number" },
  defaultOrder: { field: "NUMBER", direction: "ASC" },
};
