import { codesOf, IMPORT_DECISION_LABELS, type ImportKind, type ImportVerdict } from "@concord/shared/vocabularies";
import sql, { join } from "sql-template-tag";
import { numberOf, optionalTextOf, textOf } from "../../database/rows.ts";
import { defineRowLoader } from "../../records/by-id.ts";
import { defineLoader } from "../../records/loader.ts";
import { whereReadable } from "../../records/scope.ts";
import { type ImportRow, importEntity } from "./imports.entity.ts";
import { kinds } from "./kinds/kinds.ts";

interface RowCount {
  readonly verdict: ImportVerdict;
  readonly decision: ImportRow["decision"];
  readonly result: ImportRow["result"];
  readonly rows: number;
}

/** How many rows of imports have which verdict, decision and result. */
export const countsOf = defineLoader<string, RowCount[]>(async (viewing, ids) => {
  const rows = await viewing.database.raw(
    sql`SELECT import_id, verdict, decision, result, COUNT(*) AS total FROM import_rows
        WHERE import_id IN (${join([...ids])}) AND verdict IS NOT NULL GROUP BY import_id, verdict, decision, result`,
  );
  const counts = Map.groupBy(rows, (row) => textOf(row, "import_id"));
  return ids.map((id) =>
    (counts.get(id) ?? []).map(
      (row) =>
        // biome-ignore lint/plugin: the columns hold nothing but codes that the entity's types name
        ({
          verdict: textOf(row, "verdict"),
          decision: textOf(row, "decision"),
          result: optionalTextOf(row, "result"),
          rows: numberOf(row, "total"),
        }) as RowCount,
    ),
  );
});

/** Imports of rows that the viewer has been given. */
export const importOfRows = defineRowLoader(importEntity);

interface RecordOfRow {
  readonly kind: ImportKind;
  readonly id: string;
}

/** Records by their names, as far as the viewer may read them; also from the trash, where undone imports lie. */
export const importedRecord = defineLoader<RecordOfRow, (RecordOfRow & { readonly name: string }) | null>(
  async (viewing, wanted) => {
    const names = new Map<string, string>();
    for (const [kind, group] of Map.groupBy(wanted, (record) => record.kind)) {
      const { table, policy, nameColumn } = kinds[kind];
      const rows = await viewing.database.raw(
        sql`SELECT t.id, t.${nameColumn} AS name FROM ${table} t WHERE t.id IN (${join(group.map(({ id }) => id))})
            AND ${whereReadable(viewing.viewer, policy, "t")}`,
      );
      for (const row of rows) names.set(textOf(row, "id"), textOf(row, "name"));
    }
    return wanted.map((record) => {
      const name = names.get(record.id);
      return name === undefined ? null : { ...record, name };
    });
  },
  ({ kind, id }) => `${kind} ${id}`,
);

/** What can be decided for a row. */
export function choicesOf({ canCreate, canUpdate }: Pick<ImportRow, "canCreate" | "canUpdate">) {
  const can = { CREATE: canCreate, UPDATE: canUpdate, SKIP: true };
  return codesOf(IMPORT_DECISION_LABELS).filter((decision) => can[decision]);
}
