import { codesOf, OUTCOME_MEASURE_LABELS, type OutcomeMeasure } from "@concord/shared/vocabularies";
import sql, { join, raw, type Sql } from "sql-template-tag";
import { numberOf, textOf } from "../../database/rows.ts";
import { isIn } from "../../records/conditions.ts";
import { defineLoader } from "../../records/loader.ts";
import type { Viewing } from "../../records/viewing.ts";
import { readSums, type SumsBy, type SumsQuestion } from "../sums/read-sums.ts";
import { statesKnownTo } from "../sums/relation-states.ts";
import type { NumbersRow } from "../sums/remembered-sums.ts";
import { type DashboardRequest, scopesOf } from "./request.ts";

/** Numbers of one value, as a year, a place or an office. */
export interface Numbers {
  readonly total: number;
  measure(measure: OutcomeMeasure): number;
}

const MEASURES = codesOf(OUTCOME_MEASURE_LABELS);
const NONE: Numbers = { total: 0, measure: () => 0 };

/** Numbers by their value. */
export interface NumbersBy {
  /** Those of which there is something. */
  readonly values: readonly string[];
  at(value: string): Numbers;
}

type Narrowing = Pick<SumsQuestion, "year"> & { readonly direction?: "RECEIVED" | "GIVEN" };

/**
 * The numbers of what the viewer may read under the dashboard's filter, told apart by something: from the sums, or counted
 * where no sums are kept of what is asked.
 */
export async function numbersBy(
  { viewing, filter }: DashboardRequest,
  kind: SumsQuestion["kind"],
  by: SumsBy,
  { year, direction }: Narrowing = {},
): Promise<NumbersBy> {
  const question = { kind, by, filter, year: year ?? null };
  const rows = (await readSums(viewing, question)) ?? (await countRows(viewing, question));
  const wanted = rows.filter((row) => direction === undefined || row.direction === direction);
  const numbers = new Map(wanted.map((row) => [row.value, numbersOf(row)]));
  return { values: [...numbers.keys()].toSorted(), at: (value) => numbers.get(value) ?? NONE };
}

function numbersOf({ total, measures }: NumbersRow): Numbers {
  return { total, measure: (measure) => measures[MEASURES.indexOf(measure)] ?? 0 };
}

/** The number of what the viewer may read under the dashboard's filter. */
export async function numbers(
  request: DashboardRequest,
  kind: SumsQuestion["kind"],
  narrowing: Narrowing = {},
): Promise<Numbers> {
  return (await numbersBy(request, kind, "NOTHING", narrowing)).at("");
}

/** What is counted, and the columns by which it is told apart. */
interface Countable {
  /** What is counted, under its alias. */
  readonly from: (viewing: Viewing) => Sql;
  readonly alias: string;
  readonly direction: Sql;
  readonly date: string | null;
}

const COUNTABLES: Readonly<Record<SumsQuestion["kind"], Countable>> = {
  PARTNER: { from: () => sql`partners p`, alias: "p", direction: sql`''`, date: null },
  COLLABORATION: { from: () => sql`collaborations c`, alias: "c", direction: sql`''`, date: "begin" },
  RECOGNITION: { from: () => sql`recognitions r`, alias: "r", direction: sql`r.direction`, date: "date" },
  STATEMENT: { from: () => sql`statements s`, alias: "s", direction: sql`''`, date: "date" },
  RELATION: {
    from: ({ viewer }) => sql`partners p JOIN (${statesKnownTo(viewer, null)}) s ON s.partner_id = p.id`,
    alias: "p",
    direction: sql`''`,
    date: null,
  },
};

/** The same numbers, counted: once a request, since several of them are told of the same. */
const countRows = defineLoader<SumsQuestion, NumbersRow[]>(
  (viewing, questions) => Promise.all(questions.map((question) => count(viewing, question))),
  ({ kind, by, filter, year }) => JSON.stringify([kind, by, filter, year]),
);

async function count(viewing: Viewing, question: SumsQuestion): Promise<NumbersRow[]> {
  const { kind, by, filter } = question;
  const { from: counted, alias, direction } = COUNTABLES[kind];
  const value = expressionOf(question);
  const areas = sql`JOIN record_focus_areas f ON f.record_id = ${raw(alias)}.id`;
  const from = sql`${counted(viewing)} ${by === "FOCUS_AREA" ? areas : sql``}`;
  const conditions = [
    scopesOf(kind, { viewing, filter }),
    ...yearCondition(question),
    ...(by === "NOTHING" ? [] : [sql`${value} <> ''`]),
    ...(by === "FOCUS_AREA" && filter.focusArea ? [isIn(sql`f.focus_area`, filter.focusArea)] : []),
  ];
  const where = join(conditions, " AND ");
  const [rows, outcomes] = await Promise.all([
    viewing.database.raw(
      sql`SELECT ${value} AS value, ${direction} AS direction, COUNT(*) AS total FROM ${from} WHERE ${where}
          GROUP BY ${value}, ${direction}`,
    ),
    kind === "COLLABORATION"
      ? viewing.database.raw(
          sql`SELECT ${value} AS value, o.measure, SUM(o.amount) AS amount FROM ${from}
              JOIN outcomes o ON o.collaboration_id = c.id WHERE ${where} GROUP BY ${value}, o.measure`,
        )
      : [],
  ]);
  const amounts = new Map(outcomes.map((row) => [`${textOf(row, "value")} ${textOf(row, "measure")}`, row]));
  return rows.map((row) => ({
    value: textOf(row, "value"),
    direction: textOf(row, "direction"),
    total: numberOf(row, "total"),
    measures: MEASURES.map((measure) => numberOf(amounts.get(`${textOf(row, "value")} ${measure}`), "amount")),
  }));
}

function expressionOf({ kind, by }: SumsQuestion): Sql {
  const { alias, date } = COUNTABLES[kind];
  const column = (name: string) => raw(`${alias}.${name}`);
  return {
    NOTHING: sql`''`,
    YEAR: sql`SUBSTR(${column(`${date}_first`)}, 1, 4)`,
    MONTH: sql`SUBSTR(${column(`${date}_edtf`)}, 1, 7)`,
    COUNTRY: column("country"),
    SUBDIVISION: column("subdivision"),
    OFFICE: column("office_id"),
    FOCUS_AREA: sql`f.focus_area`,
    KIND: column("kind"),
    STATUS: column("status"),
    RHYTHM: sql`s.rhythm`,
    BALANCE: sql`s.balance`,
  }[by];
}

function yearCondition({ kind, year }: SumsQuestion): Sql[] {
  const { alias, date } = COUNTABLES[kind];
  return year ? [sql`SUBSTR(${raw(`${alias}.${date}_first`)}, 1, 4) = ${String(year).padStart(4, "0")}`] : [];
}
