import { shown } from "@concord/shared/rules/fields";
import sql from "sql-template-tag";
import { numberOf, optionalTextOf, type RawRow, textOf } from "../../database/rows.ts";
import { Failure } from "../../errors.ts";
import type { Viewing } from "../../records/viewing.ts";
import type { Import } from "./imports.entity.ts";
import { kinds } from "./kinds/kinds.ts";

const TOLD = 5;
const BATCH = 200;

/**
 * How many rows of an import are to be undone.
 * @throws CONFLICT, with the names of those that the viewer may read, where records have been edited since
 */
export async function refuseEdited(viewing: Viewing, file: Import): Promise<number> {
  const { table, noun } = kinds[file.kind];
  const written = sql`FROM import_rows r LEFT JOIN ${table} t ON t.id = r.result_id
    WHERE r.import_id = ${file.id} AND r.result IN ('ADDED', 'CHANGED')`;
  const rows = await viewing.database.raw(
    sql`SELECT r.result, r.result_id, r.result_version, t.deleted_at ${written}
        AND (t.id IS NULL OR t.version <> r.result_version) ORDER BY r.number`,
  );
  // What was made and lies in the trash already is where undoing would put it.
  const changed = rows.filter(
    (row) => textOf(row, "result") === "CHANGED" || optionalTextOf(row, "deleted_at") === null,
  );
  const edited = await editedOf(viewing, file, changed);
  if (edited.length === 0) {
    const [count] = await viewing.database.raw(sql`SELECT COUNT(*) AS total ${written}`);
    return numberOf(count, "total");
  }
  const names = edited.flatMap(({ name }) => (name === null ? [] : [shown(name)])).slice(0, TOLD);
  const others = edited.length - names.length;
  const list = [...names, ...(others > 0 ? [`${others} more`] : [])].join(", ");
  const since =
    edited.length === 1 ? `A ${noun} of it was edited since` : `${edited.length} records of it were edited since`;
  throw new Failure(
    "CONFLICT",
    `The import cannot be undone as one any more. ${since}: ${list}. Undo the rest by hand.`,
  );
}

/** Those whose version grew for the viewer: what came of a link that they may not know of is no edit to them. */
async function editedOf(viewing: Viewing, file: Import, rows: readonly RawRow[]) {
  const edited: { readonly name: string | null }[] = [];
  for (let start = 0; start < rows.length; start += BATCH) {
    const part = rows.slice(start, start + BATCH);
    const records = await kinds[file.kind].read(
      viewing,
      viewing.database,
      part.map((row) => textOf(row, "result_id")),
    );
    for (const row of part) {
      const record = records.get(textOf(row, "result_id"));
      if (record?.version !== numberOf(row, "result_version")) edited.push({ name: record?.name ?? null });
    }
  }
  return edited;
}
