import { parsePartialDate } from "@concord/shared/partial-date";
import type { DatePrecision, RecordKind } from "@concord/shared/vocabularies";
import sql, { join, raw, type Sql } from "sql-template-tag";
import { policies } from "../access/policies.ts";
import { column } from "../access/rule.ts";
import type { Viewer } from "../access/viewer.ts";
import { whereThere } from "./scope.ts";

/** Conditions that the filters of several lists are made of. A filter that is left out is no condition. */

type Wanted = readonly unknown[] | null | undefined;

/** A column that is one of the wanted values; an empty list matches nothing. */
export function isOneOf(alias: string, columnName: string, wanted: Wanted): Sql[] {
  if (wanted === null || wanted === undefined) return [];
  return [isIn(column(alias, columnName), wanted)];
}

/** `expression IN (…)`, which no list of no values can be written as. */
export function isIn(expression: Sql, wanted: readonly unknown[]): Sql {
  return wanted.length === 0 ? sql`1 = 0` : sql`${expression} IN (${join(wanted)})`;
}

/** A child table: its rows belong to the record in the column `owner`, and hold a value. */
interface ChildTable {
  readonly table: string;
  readonly owner: string;
  readonly value: string;
}

/** Has a row in a child table with one of the wanted values. */
export function hasChild(alias: string, child: ChildTable, wanted: Wanted): Sql[] {
  if (wanted === null || wanted === undefined) return [];
  return [hasChildWhere(alias, child, isIn(raw(child.value), wanted))];
}

function hasChildWhere(alias: string, { table, owner }: ChildTable, condition: Sql): Sql {
  return sql`${column(alias, "id")} IN (SELECT ${raw(owner)} FROM ${raw(table)} WHERE ${condition})`;
}

/** A column that names one of the wanted records, as far as they are there for the viewer: others find nothing. */
export function namesOneOf(viewer: Viewer, kind: RecordKind, alias: string, columnName: string, wanted: Wanted): Sql[] {
  if (wanted === null || wanted === undefined) return [];
  return [sql`${column(alias, columnName)} IN ${thereAmong(viewer, kind, wanted)}`];
}

/** The same for a row in a child table. */
export function hasChildNaming(viewer: Viewer, kind: RecordKind, alias: string, child: ChildTable, wanted: Wanted) {
  if (wanted === null || wanted === undefined) return [];
  return [hasChildWhere(alias, child, sql`${raw(child.value)} IN ${thereAmong(viewer, kind, wanted)}`)];
}

function thereAmong(viewer: Viewer, kind: RecordKind, wanted: readonly unknown[]): Sql {
  const { table, policy } = policies[kind];
  return sql`(SELECT named.id FROM ${raw(table)} named
    WHERE ${isIn(sql`named.id`, wanted)} AND ${whereThere(viewer, policy, "named")})`;
}

export function hasFocusArea(alias: string, wanted: readonly string[] | null | undefined): Sql[] {
  return hasChild(alias, { table: "record_focus_areas", owner: "record_id", value: "focus_area" }, wanted);
}

/** A flag that is as wanted. */
export function isFlag(alias: string, columnName: string, wanted: boolean | null | undefined): Sql[] {
  return wanted === null || wanted === undefined ? [] : [sql`${column(alias, columnName)} = ${wanted ? 1 : 0}`];
}

/** A column of text that says something, or does not. */
export function isKnown(alias: string, columnName: string, wanted: boolean | null | undefined): Sql[] {
  if (wanted === null || wanted === undefined) return [];
  return [sql`COALESCE(${column(alias, columnName)}, '') ${raw(wanted ? "<>" : "=")} ''`];
}

const EDTF_LENGTHS: Readonly<Record<DatePrecision, number>> = { NONE: 0, YEAR: 4, MONTH: 7, DAY: 10 };

/** A partial date that is known as exactly as wanted; `begin` stands for the column `begin_edtf`. */
export function isAsExact(alias: string, name: string, wanted: readonly DatePrecision[] | null | undefined): Sql[] {
  if (wanted === null || wanted === undefined) return [];
  const length = sql`LENGTH(COALESCE(${column(alias, `${name}_edtf`)}, ''))`;
  return [
    isIn(
      length,
      wanted.map((precision) => EDTF_LENGTHS[precision]),
    ),
  ];
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
