import { codesOf, FOCUS_AREA_LABELS, OUTCOME_MEASURE_LABELS, type RecordKind } from "@concord/shared/vocabularies";
import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Reader } from "../../database/database.ts";
import { type RawRow, textOf } from "../../database/rows.ts";
import { isIssued } from "../../records/recognised.ts";

/** The kinds of records that are counted. */
export type SumKind = Exclude<RecordKind, "PERSON">;

/** Of what sums are kept: of records, and of how it stands between us and each active partner. */
export type SummedKind = SumKind | "RELATION";

/** What of a record the sums depend on. */
export interface Counted {
  readonly restricted: boolean;
  readonly officeId: string;
  /** Of the record or, for recognitions and statements, of the partners in it; sorted. */
  readonly countries: readonly string[];
  /** ISO 3166-2, empty where there is none. */
  readonly subdivision: string;
  /** A bit for each focus area. */
  readonly focusAreas: number;
  /** EDTF, empty where there is no date. */
  readonly date: string;
  /** Each of which is counted by itself: a direction, or a kind and a status. */
  readonly details: readonly string[];
  /** By measure, in the order of the vocabulary; empty where there is no outcome. */
  readonly measures: readonly number[];
  /** With whom it was done, or who gave or received; sorted. */
  readonly partners: readonly string[];
}

const FOCUS_AREAS = codesOf(FOCUS_AREA_LABELS);
export const MEASURES = codesOf(OUTCOME_MEASURE_LABELS);

/** The focus areas as a number with a bit for each. */
export function maskOf(areas: readonly string[]): number {
  return FOCUS_AREAS.reduce((mask, area, index) => (areas.includes(area) ? mask | (1 << index) : mask), 0);
}

/** The same of what has focus areas, in SQL. */
export function maskIn(owner: Sql): Sql {
  const bits = FOCUS_AREAS.map((area, index) => sql`WHEN ${area} THEN ${raw(String(1 << index))}`);
  return sql`(SELECT COALESCE(SUM(CASE fa.focus_area ${join(bits, " ")} ELSE 0 END), 0)
    FROM record_focus_areas fa WHERE fa.record_id = ${owner})`;
}

export function focusAreasIn(mask: number) {
  return FOCUS_AREAS.filter((_area, index) => (mask & (1 << index)) !== 0);
}

const focusAreas = (owner: Sql) =>
  sql`(SELECT GROUP_CONCAT(fa.focus_area) FROM record_focus_areas fa WHERE fa.record_id = ${owner}) AS focus_areas`;

/** What counts of each kind, whoever reads it: what its list shows where nothing is asked for. */
const READS: Readonly<Record<SumKind, (ids: Sql) => Sql>> = {
  PARTNER: (ids) =>
    sql`SELECT p.id, p.office_id, p.country AS countries, p.subdivision, p.kind, p.status, ${focusAreas(sql`p.id`)}
        FROM partners p WHERE p.id IN (${ids}) AND p.deleted_at IS NULL`,
  COLLABORATION: (ids) =>
    sql`SELECT c.id, c.office_id, c.confidentiality, c.country AS countries, c.subdivision, c.begin_edtf AS date_edtf,
          ${focusAreas(sql`c.id`)},
          (SELECT GROUP_CONCAT(CONCAT(o.measure, ' ', o.amount)) FROM outcomes o WHERE o.collaboration_id = c.id) AS outcomes
        FROM collaborations c WHERE c.id IN (${ids}) AND c.deleted_at IS NULL`,
  RECOGNITION: (ids) =>
    sql`SELECT r.id, r.office_id, r.confidentiality, r.date_edtf, r.direction, ${focusAreas(sql`r.id`)},
          (SELECT GROUP_CONCAT(DISTINCT p.country) FROM recognition_parties rp JOIN partners p ON p.id = rp.partner_id
            WHERE rp.recognition_id = r.id AND p.deleted_at IS NULL AND p.country <> '') AS countries
        FROM recognitions r WHERE r.id IN (${ids}) AND r.deleted_at IS NULL AND ${isIssued("r")}`,
  STATEMENT: (ids) =>
    sql`SELECT s.id, s.office_id, s.confidentiality, s.date_edtf, ${focusAreas(sql`s.id`)},
          (SELECT p.country FROM partners p WHERE p.id = s.partner_id AND p.deleted_at IS NULL) AS countries
        FROM statements s WHERE s.id IN (${ids}) AND s.deleted_at IS NULL`,
};

/** What these records count for, by their id; what is in the trash, or not there, counts for nothing. */
export async function readCounted(
  reader: Reader,
  kind: SumKind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Counted>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.raw(READS[kind](join([...ids])));
  const links = LINKS[kind];
  const linked = links ? await reader.raw(sql`SELECT DISTINCT ${links} IN (${join([...ids])})`) : [];
  const partners = Map.groupBy(linked, (row) => textOf(row, "id"));
  return new Map(
    rows.map((row) => {
      const id = textOf(row, "id");
      const ofRecord = (partners.get(id) ?? []).map((link) => textOf(link, "partner_id"));
      return [id, countedOf(row, ofRecord.toSorted())];
    }),
  );
}

/** By which a kind of record is linked to partners: `(id, partner_id)`, up to its last condition. */
const LINKS: Readonly<Partial<Record<SumKind, Sql>>> = {
  COLLABORATION: sql`collaboration_id AS id, partner_id FROM participants WHERE collaboration_id`,
  RECOGNITION: sql`recognition_id AS id, partner_id FROM recognition_parties WHERE partner_id IS NOT NULL AND recognition_id`,
};

const partsOf = (text: string) => text.split(",").filter(Boolean);

function countedOf(row: RawRow, partners: readonly string[]): Counted {
  const outcomes = partsOf(textOf(row, "outcomes")).map((outcome) => outcome.split(" "));
  const amounts = new Map(outcomes.map(([measure, amount]) => [measure, Number(amount)]));
  const [kind, status] = [textOf(row, "kind"), textOf(row, "status")];
  return {
    restricted: textOf(row, "confidentiality") === "RESTRICTED",
    officeId: textOf(row, "office_id"),
    countries: partsOf(textOf(row, "countries")).toSorted(),
    subdivision: textOf(row, "subdivision"),
    focusAreas: maskOf(partsOf(textOf(row, "focus_areas"))),
    date: textOf(row, "date_edtf"),
    details: kind ? [kindDetail(kind), statusDetail(status)] : partsOf(textOf(row, "direction")),
    partners,
    measures: amounts.size === 0 ? [] : MEASURES.map((measure) => amounts.get(measure) ?? 0),
  };
}

const kindDetail = (kind: string) => `KIND ${kind}`;
const statusDetail = (status: string) => `STATUS ${status}`;
