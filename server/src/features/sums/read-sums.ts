import { parsePartialDate } from "@concord/shared/partial-date";
import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Viewer } from "../../access/viewer.ts";
import { numberOf, type RawRow, textOf } from "../../database/rows.ts";
import { isIn } from "../../records/conditions.ts";
import { defineLoader } from "../../records/loader.ts";
import type { Viewing } from "../../records/viewing.ts";
import { type Counted, focusAreasIn, MEASURES, maskOf, type SummedKind } from "./counted.ts";
import { upToToday } from "./known-relations.ts";
import { relationsOfMember, restrictedOfMember } from "./named-member.ts";
import { type Part, partsOf } from "./parts.ts";
import { segmentsOf } from "./periods.ts";
import { countedOfState } from "./relation-states.ts";
import { type NumbersRow, RememberedSums, readState } from "./remembered-sums.ts";
import { type Dims, hasGrain, inLayer, isKept, placeOf } from "./rollup.ts";
import { MEASURE_COLUMNS } from "./sums.entity.ts";
import { SUMS_VERSION } from "./version.ts";

/**
 * By what the numbers are told apart. Those by focus area overlap; by a kind or status are partners alone, by a rhythm or
 * balance relations.
 */
export type SumsBy =
  | "NOTHING"
  | "YEAR"
  | "MONTH"
  | "COUNTRY"
  | "SUBDIVISION"
  | "OFFICE"
  | "FOCUS_AREA"
  | "KIND"
  | "STATUS"
  | "RHYTHM"
  | "BALANCE";

/**
 * A question that sums may answer. Partners have no date: a period does not narrow them. The date of a relation is the last
 * day on which the partner was not quiet.
 */
export interface SumsQuestion {
  readonly kind: SummedKind;
  readonly by: SumsBy;
  readonly filter: DashboardFilter;
  /** Narrows a period further. */
  readonly year?: number | null;
}

/** The numbers, from sums; null where none are kept that could answer, and while they are made anew. */
export const readSums = defineLoader<SumsQuestion, NumbersRow[] | null>(answerAll, ({ kind, by, filter, year }) =>
  JSON.stringify([kind, by, year, filter.from, filter.to, filter.office, filter.country, filter.focusArea]),
);

async function answerAll(viewing: Viewing, questions: readonly SumsQuestion[]): Promise<(NumbersRow[] | null)[]> {
  const answers = await readRows(viewing, questions);
  return Promise.all(
    questions.map(async (question, index) => {
      const sums = answers?.[index];
      if (!sums) return null;
      const { asMember } = partsOf(question.kind, viewing.viewer);
      const changes = asMember ? await changesAsMember(viewing, question.kind) : [];
      return changes.length === 0 ? answerOf(question, sums) : changed(question, sums, changes);
    }),
  );
}

/** The answer to each question by the sums alone, null where none are kept; null where the sums are not whole. */
async function readRows(
  viewing: Viewing,
  questions: readonly SumsQuestion[],
): Promise<(readonly NumbersRow[] | null)[] | null> {
  if (questions.some(({ kind }) => kind === "RELATION")) await upToToday(viewing);
  const now = await readState(viewing.database);
  if (now.version !== SUMS_VERSION) return null;
  const remembered = RememberedSums.of(viewing.database);
  const keys = questions.map((question) => keyOf(question, viewing.viewer));
  const known = keys.map((key) => remembered.find(now.writes, key));
  if (known.every((rows) => rows !== undefined)) return known;
  // All of them, so that nobody writes between two numbers of a page.
  const plans = questions.map((question) => planOf(question, viewing.viewer));
  const found = await readSelects(
    viewing,
    plans.flatMap((selects, index) => (selects ?? []).map((select) => select(index))),
  );
  if (!found) return null;
  return questions.map((question, index) => {
    if (!plans[index]) return null;
    const sums = addedUp(question, found.rows.get(index) ?? []);
    const key = keys[index];
    if (found.writes !== null && key !== undefined) remembered.remember(found.writes, key, sums);
    return sums;
  });
}

/** The same text for two questions to which the sums have the same answer. */
function keyOf({ kind, by, filter, year }: SumsQuestion, viewer: Viewer): string {
  const { from, to, office, country, focusArea } = filter;
  return JSON.stringify([kind, by, year, from, to, office, country, focusArea, partsOf(kind, viewer).parts]);
}

interface Change {
  readonly counted: Counted;
  readonly sign: 1 | -1;
}

/** What the viewer reads as a named member and not for their office, or as what relations look because of it. */
async function changesAsMember(viewing: Viewing, kind: SummedKind): Promise<Change[]> {
  if (kind !== "RELATION") {
    return (await restrictedOfMember(viewing, kind)).map((counted): Change => ({ counted, sign: 1 }));
  }
  const { kept, known } = await relationsOfMember(viewing);
  return [
    ...kept.map((state): Change => ({ counted: countedOfState(state), sign: -1 })),
    ...known.map((state): Change => ({ counted: countedOfState(state), sign: 1 })),
  ];
}

function addedUp(question: SumsQuestion, rows: readonly RawRow[]): NumbersRow[] {
  const numbers = new Numbers(question, []);
  for (const row of rows) numbers.addSum(row);
  return numbers.sums;
}

function changed(question: SumsQuestion, sums: readonly NumbersRow[], changes: readonly Change[]): NumbersRow[] {
  const numbers = new Numbers(question, sums);
  for (const { counted, sign } of changes) numbers.addRecord(counted, sign);
  return answerOf(question, numbers.sums);
}

/** Those of which there is something, somewhere. */
function answerOf({ by }: SumsQuestion, sums: readonly NumbersRow[]): NumbersRow[] {
  return sums.filter(({ total, value }) => total > 0 && (value !== "" || by === "NOTHING"));
}

type Select = (question: number) => Sql;

/** The parts of one statement: each a SELECT from the sums of one key but for its end. */
const SELECTS = 100;

/** What the statements of a page found. */
interface Found {
  readonly rows: ReadonlyMap<number, readonly RawRow[]>;
  /** How often the sums had been changed; null where that was more often for some of them than for others. */
  readonly writes: number | null;
}

/** All with one statement, as far as one may be as long; null where the sums are not whole. */
async function readSelects(viewing: Viewing, selects: readonly Sql[]): Promise<Found | null> {
  const rows: RawRow[] = [];
  const writes = new Set<number>();
  for (let start = 0; start < Math.max(1, selects.length); start += SELECTS) {
    const none = join(Object.values(MEASURE_COLUMNS).map((name) => raw(`0 AS ${name}`)));
    const state = sql`SELECT -1 AS question, version AS total, '' AS value, '' AS detail, writes AS focus_areas, ${none}
        FROM sums_state WHERE id = 1`;
    const read = await viewing.database.raw(join([state, ...selects.slice(start, start + SELECTS)], " UNION ALL "));
    const said = read.find((row) => numberOf(row, "question") === -1);
    if (numberOf(said, "total") !== SUMS_VERSION) return null;
    writes.add(numberOf(said, "focus_areas"));
    rows.push(...read);
  }
  const [once, ...others] = writes;
  return {
    rows: Map.groupBy(rows, (row) => numberOf(row, "question")),
    writes: others.length === 0 ? (once ?? null) : null,
  };
}

/** The SELECTs that answer a question to a viewer; null where sums do not tell what is asked. */
function planOf(question: SumsQuestion, viewer: Viewer): Select[] | null {
  const { kind, by, filter, year } = question;
  const exactness = kind === "RELATION" && filter.to ? "MONTH" : by === "YEAR" || by === "MONTH" ? by : "NONE";
  const period = kind === "PARTNER" ? {} : { from: filter.from, to: filter.to, year: year ?? null };
  const segments = segmentsOf(period, exactness)?.filter(({ grain }) => hasGrain(kind, grain));
  if (!segments) return null;
  const selects: Select[] = [];
  for (const part of partsOf(question.kind, viewer).parts) {
    const dims = dimsOf(question, part);
    if (!segments.every(({ grain }) => isKept(kind, dims, grain, part.restricted))) return null;
    const conditions = conditionsOf(question, part, dims);
    for (const { grain, from, to } of segments) {
      const where = sql`kind = ${kind} AND dims = ${dims} AND restricted = ${part.restricted} AND grain = ${grain}
        AND ${conditions} AND time >= ${from} AND time <= ${to}`;
      selects.push((index) => selectOf(index, question, where));
    }
  }
  return selects;
}

function dimsOf({ by, filter }: SumsQuestion, part: Part): Dims {
  const office = filter.office || part.officeId !== null || by === "OFFICE" ? "O" : "";
  const place = by === "SUBDIVISION" ? "S" : filter.country || by === "COUNTRY" ? "P" : "";
  return `${office}${place}${filter.focusArea || by === "FOCUS_AREA" ? "F" : ""}`;
}

/** Every column of the key that comes before the time, as far as it can be said, so that the index is read in one piece. */
function conditionsOf({ kind, by, filter }: SumsQuestion, part: Part, dims: Dims): Sql {
  const offices =
    part.officeId === null ? filter.office : [part.officeId].filter((id) => filter.office?.includes(id) ?? true);
  const detail = (name: string) => inLayer(part.layer, name);
  return join(
    [
      !dims.includes("O") ? sql`office_id = ''` : offices ? isIn(sql`office_id`, offices) : sql`1 = 1`,
      placeCondition(kind, dims, filter.country),
      dims.includes("F")
        ? sql`${filter.focusArea ? sql`(focus_areas & ${maskOf(filter.focusArea)}) <> 0` : sql`1 = 1`}`
        : sql`focus_areas = 0`,
      isByDetail(by)
        ? sql`detail >= ${detail(`${by} `)} AND detail < ${detail(`${by}!`)}`
        : kind === "RECOGNITION"
          ? sql`1 = 1`
          : sql`detail = ${detail("")}`,
    ],
    " AND ",
  );
}

/** Whether they are told apart by what is counted as a detail. */
function isByDetail(by: SumsBy): boolean {
  return by === "KIND" || by === "STATUS" || by === "RHYTHM" || by === "BALANCE";
}

function placeCondition(kind: SummedKind, dims: Dims, countries: readonly string[] | null | undefined): Sql {
  if (!dims.includes("P") && !dims.includes("S")) return sql`place = ''`;
  if (!countries) return sql`1 = 1`;
  if (countries.length === 0) return sql`1 = 0`;
  if (dims.includes("S")) {
    return anyOf(countries.map((country) => sql`(place >= ${`${country}-`} AND place < ${`${country}.`})`));
  }
  if (kind !== "RECOGNITION") return isIn(sql`place`, countries);
  return anyOf(countries.map((country) => sql`CONCAT('+', place, '+') LIKE ${`%+${country}+%`}`));
}

const anyOf = (conditions: readonly Sql[]) => sql`(${join([...conditions], " OR ")})`;

/** What the sums are told apart by; those of several grains, or of several focus areas, are added up afterwards. */
const COLUMNS: Readonly<Record<SumsBy, Sql | null>> = {
  NOTHING: null,
  YEAR: sql`SUBSTR(time, 1, 4)`,
  MONTH: sql`SUBSTR(time, 1, 7)`,
  COUNTRY: sql`place`,
  SUBDIVISION: sql`place`,
  OFFICE: sql`office_id`,
  FOCUS_AREA: sql`focus_areas`,
  KIND: sql`detail`,
  STATUS: sql`detail`,
  RHYTHM: sql`detail`,
  BALANCE: sql`detail`,
};

function selectOf(question: number, { kind, by }: SumsQuestion, where: Sql): Sql {
  const value = COLUMNS[by];
  const isOfDirections = kind === "RECOGNITION";
  const measures = Object.values(MEASURE_COLUMNS).map((name) =>
    kind === "COLLABORATION" ? sql`SUM(${raw(name)}) AS ${raw(name)}` : sql`0 AS ${raw(name)}`,
  );
  const groups = [sql`grain`, ...(value ? [value] : []), ...(isOfDirections ? [sql`detail`] : [])];
  return sql`SELECT ${question} AS question, SUM(total) AS total, ${by === "FOCUS_AREA" ? sql`''` : (value ?? sql`''`)} AS value,
      ${isOfDirections ? sql`detail` : sql`''`} AS detail, ${by === "FOCUS_AREA" ? sql`focus_areas` : sql`0`} AS focus_areas,
      ${join(measures)}
    FROM sums WHERE ${where} GROUP BY ${join(groups)}`;
}

/** Adds up the answer to a question, to what is there of it. */
class Numbers {
  private readonly question: SumsQuestion;
  private readonly found = new Map<string, { value: string; direction: string; total: number; measures: number[] }>();

  constructor(question: SumsQuestion, sums: readonly NumbersRow[]) {
    this.question = question;
    for (const { value, direction, total, measures } of sums) this.add(value, direction, total, measures);
  }

  addSum(row: RawRow): void {
    const measures = MEASURES.map((measure) => numberOf(row, MEASURE_COLUMNS[measure]));
    const total = numberOf(row, "total");
    for (const value of this.valuesOf(textOf(row, "value"), numberOf(row, "focus_areas"))) {
      this.add(value, textOf(row, "detail"), total, measures);
    }
  }

  addRecord(counted: Counted, sign: 1 | -1): void {
    const { kind, by } = this.question;
    if (!this.isMeant(counted)) return;
    const detail = counted.details.find((each) => each.startsWith(`${by} `)) ?? "";
    const value = {
      NOTHING: "",
      YEAR: counted.date.slice(0, 4),
      MONTH: counted.date.slice(0, 7),
      COUNTRY: placeOf(counted.countries),
      SUBDIVISION: counted.subdivision,
      OFFICE: counted.officeId,
      FOCUS_AREA: "",
      KIND: detail,
      STATUS: detail,
      RHYTHM: detail,
      BALANCE: detail,
    }[by];
    const direction = kind === "RECOGNITION" ? (counted.details[0] ?? "") : "";
    for (const each of this.valuesOf(value, counted.focusAreas)) this.add(each, direction, sign, counted.measures);
  }

  get sums(): NumbersRow[] {
    return [...this.found.values()];
  }

  private valuesOf(value: string, mask: number): readonly string[] {
    const { by, filter } = this.question;
    if (isByDetail(by)) return [value.slice(value.lastIndexOf(" ") + 1)];
    if (by !== "FOCUS_AREA") return [value];
    return focusAreasIn(mask).filter((area) => filter.focusArea?.includes(area) ?? true);
  }

  private add(value: string, direction: string, total: number, measures: readonly number[]): void {
    const key = `${value} ${direction}`;
    const row = this.found.get(key) ?? { value, direction, total: 0, measures: MEASURES.map(() => 0) };
    this.found.set(key, row);
    row.total += total;
    for (const [index, amount] of measures.entries()) row.measures[index] = (row.measures[index] ?? 0) + amount;
  }

  /** Whether a record is one of those that are asked for. */
  private isMeant({ officeId, countries, focusAreas, date }: Counted): boolean {
    const { kind, filter, year } = this.question;
    const { office, country, focusArea, from, to } = filter;
    if (office && !office.includes(officeId)) return false;
    if (country && !countries.some((each) => country.includes(each))) return false;
    if (focusArea && (focusAreas & maskOf(focusArea)) === 0) return false;
    if (year && Number(date.slice(0, 4)) !== year) return false;
    return kind === "RELATION" ? isQuietUntil(date, to) : mayLieIn(date, from, to);
  }
}

/** As days compare in a list, of which one may be the 31st of any month. */
const isQuietUntil = (day: string, to: string | null | undefined) => !to || (day !== "" && day <= to);

function mayLieIn(date: string, from: string | null | undefined, to: string | null | undefined): boolean {
  const [begin, end, on] = [from, to, date].map((text) => (text ? parsePartialDate(text) : undefined));
  if (!begin && !end) return true;
  return on !== undefined && (!begin || on.last >= begin.first) && (!end || on.first <= end.last);
}
