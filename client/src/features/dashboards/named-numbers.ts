import type { ListBehind } from "@concord/shared/lists-behind";
import { countedOf, heading, type NumberName } from "./number-names.ts";
import type { NumbersTable, TableNumber } from "./numbers-table.tsx";
import { pathTo } from "./paths.ts";

/** A year, a place, an office: its numbers by their names, and the list behind each. */
export type NamedNumbers<Name extends NumberName> = Readonly<Record<Name, number>> & {
  readonly key: string;
  readonly label: string;
  readonly lists: Readonly<Record<Name, ListBehind>>;
};

/** One of its numbers, as it leads to its list. */
export function numberIn<Name extends NumberName>(row: NamedNumbers<Name>, name: Name): TableNumber {
  const value: number = row[name];
  return { value, to: pathTo(row.lists[name]), name: countedOf(row.label, name, value) };
}

/** The table of such rows, with a column for each of the numbers. */
export function tableOf<Name extends NumberName>(
  head: string,
  names: readonly Name[],
  rows: readonly NamedNumbers<Name>[],
): NumbersTable {
  return {
    heads: [head, ...names.map(heading)],
    rows: rows.map((row) => ({
      key: row.key,
      head: row.label,
      numbers: names.map((name) => numberIn(row, name)),
    })),
  };
}
