import { parsePartialDate } from "@concord/shared/partial-date";
import sql, { join, raw, type Sql } from "sql-template-tag";
import { column } from "../access/rule.ts";

/** Conditions that the filters of several lists are made of. A filter that is left out is no condition. */

/** A column that is one of the wanted values; an empty list matches nothing. */
export function isOneOf(alias: string, columnName: string, wanted: readonly unknown[] | null | undefined): Sql[] {
  if (wanted === null || wanted === undefined) return [];
  return [isIn(column(alias, columnName), wanted)];
}

/** `expression IN (…)`, which no list of no values can be written as. */
export function isIn(expression: Sql, wanted: readonly unknown[]): Sql {
  return wanted.length === 0 ? sql`1 = 0` : sql`${expression} IN (${join(wanted)})`;
}

/** Has a row in a child table with one of the wanted values. */
export function hasChild(
  alias: string,
  child: { readonly table: string; readonly owner: string; readonly value: string },
  wanted: readonly unknown[] | null | undefined,
): Sql[] {
  if (wanted === null || wanted === undefined) return [];
  return [
    sql`${column(alias, "id")} IN (SELECT ${raw(child.owner)} FROM ${raw(child.table)} WHERE ${isIn(raw(child.value), wanted)})`,
  ];
}

export function hasFocusArea(alias: string, wanted: readonly string[] | null | undefined): Sql[] {
  return hasChild(alias, { table: "record_focus_areas", owner: "record_id", value: "focus_area" }, wanted);
}

/** A flag that is as wanted. */
export function isFlag(alias: string, columnName: string, wanted: boolean | null | undefined): Sql[] {
  return wanted === null || wanted === undefined ? [] : [sql`${column(alias, columnName)} = ${wanted ? 1 : 0}`];
}

/**
 * A partial date that may lie in the period; what has no date lies in none.
 * @param name of the date: `begin` stands for the columns `begin_first` and `begin_last`
 */
export function mayLieIn(
  alias: string,
  name: string,
  from: string | null | undefined,
  to: string | null | undefined,
): Sql[] {
  const [begin, end] = [from, to].map((text) => (text ? parsePartialDate(text) : undefined));
  const first = column(alias, `${name}_first`);
  return [
    ...(begin ? [sql`${column(alias, `${name}_last`)} >= ${begin.first}`] : []),
    ...(end ? [sql`(${first} <= ${end.last} AND ${first} <> '')`] : []),
  ];
}
