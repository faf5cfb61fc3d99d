import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Transaction } from "../../database/database.ts";
import { addedTo } from "../../database/dialect.ts";
import { MEASURES } from "./counted.ts";
import type { SumKey, Sums } from "./rollup.ts";
import { KEY_COLUMNS, MEASURE_COLUMNS } from "./sums.entity.ts";

const SUM_COLUMNS = ["total", ...MEASURES.map((measure) => MEASURE_COLUMNS[measure])];
/** Rows in one statement. */
const ROWS = 100;

/** Adds a change to the sums; those of nothing are not kept. */
export async function addToSums(transaction: Transaction, change: Sums): Promise<void> {
  const rows = change.all;
  const columns = join([...KEY_COLUMNS, ...SUM_COLUMNS].map((column) => raw(column)));
  for (let start = 0; start < rows.length; start += ROWS) {
    const values = rows.slice(start, start + ROWS).map(({ key, total, measures }) => {
      const amounts = MEASURES.map((_measure, index) => measures[index] ?? 0);
      return sql`(${join([...valuesOf(key), total, ...amounts])})`;
    });
    await transaction.execute(
      sql`INSERT INTO sums (${columns}) VALUES ${join(values)} ${addedTo(transaction.dialect, KEY_COLUMNS, SUM_COLUMNS)}`,
    );
  }
  // What is added to a sum of differences, as those of layers are, may make it nought as well.
  const less = rows.filter(({ key, total }) => total < 0 || key.kind === "RELATION").map(({ key }) => key);
  for (let start = 0; start < less.length; start += ROWS) {
    const keys = less.slice(start, start + ROWS).map((key) => sql`(${isKey(key)})`);
    await transaction.execute(sql`DELETE FROM sums WHERE total = 0 AND (${join(keys, " OR ")})`);
  }
}

/** The values of the key's columns, in their order. */
function valuesOf(key: SumKey): (string | number)[] {
  return [key.kind, key.dims, key.restricted, key.grain, key.officeId, key.place, key.focusAreas, key.detail, key.time];
}

function isKey(key: SumKey): Sql {
  const values = valuesOf(key);
  return join(
    KEY_COLUMNS.map((column, index) => sql`${raw(column)} = ${values[index]}`),
    " AND ",
  );
}
