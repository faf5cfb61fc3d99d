import sql, { join, raw, type Sql } from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import type { Viewer } from "../../access/viewer.ts";
import { numberOf, optionalTextOf, type RawRow, textOf } from "../../database/rows.ts";
import { today } from "../../records/days.ts";
import { isIssued } from "../../records/recognised.ts";
import { type Counted, maskIn } from "./counted.ts";
import type { RelationRow } from "./sums.entity.ts";

/**
 * How it stands between us and each active partner: its rhythm, its balance, and since when it is quiet. The rules, in
 * words, are in docs/dashboard.md and docs/offices.md; `partners/quiet.ts` and `partners/relationship.ts` say them as
 * conditions of a list.
 *
 * What is restricted makes a partner look different to those who may read it. So there are layers: the empty one is of what
 * is not restricted, that of an office knows its restricted records besides, and that of EVERYTHING all of them. A partner
 * has a row in an office's layer where the office has restricted records of it, and in EVERYTHING where any has.
 */
export const EVERYTHING = "*";

/** How the numbers of several rows make one: of several kinds of records, or of all that a viewer may read. */
const TOGETHER = {
  /** The last day on which something is known to have been done, to be planned, or to have been recognised. */
  last_day: "MAX",
  /** How much is under way without an end. */
  under_way: "SUM",
  first_day: "MIN",
  /** How many collaborations have begun by today, and in which months, counted from the year 0. */
  begun: "SUM",
  first_begun: "MIN",
  last_begun: "MAX",
  /** The first day after today on which another one begins. */
  next_begin: "MIN",
  received: "SUM",
  given: "SUM",
  /** EDTF. */
  last_contact: "MAX",
} as const;

const together = join(Object.entries(TOGETHER).map(([column, sum]) => raw(`${sum}(${column}) AS ${column}`)));

/** Which of the records, as `x`, are looked at. */
type Among = (kind: "COLLABORATION" | "RECOGNITION") => Sql;

/** `(partner_id, office_id, …)` from the records of partners; the office is empty for what is not restricted. */
function known(partners: Sql, among: Among): Sql {
  const office = sql`CASE WHEN x.confidentiality = 'RESTRICTED' THEN x.office_id ELSE '' END`;
  const hasBegun = sql`x.begin_first <> '' AND x.begin_first <= ${today()}`;
  const month = sql`(SUBSTR(x.begin_first, 1, 4) * 12 + SUBSTR(x.begin_first, 6, 2))`;
  const lastOfEnd = sql`CONCAT(x.end_edtf, SUBSTR('-12-31', LENGTH(x.end_edtf) - 3))`;
  const collaborations = sql`SELECT l.partner_id, ${office} AS office_id,
      MAX(CASE WHEN x.end_edtf IS NULL THEN NULLIF(x.begin_last, '') ELSE ${lastOfEnd} END) AS last_day,
      SUM(CASE WHEN x.end_edtf IS NULL AND x.stage = 'UNDER_WAY' THEN 1 ELSE 0 END) AS under_way,
      MIN(NULLIF(x.begin_first, '')) AS first_day, SUM(CASE WHEN ${hasBegun} THEN 1 ELSE 0 END) AS begun,
      MIN(CASE WHEN ${hasBegun} THEN ${month} END) AS first_begun,
      MAX(CASE WHEN ${hasBegun} THEN ${month} END) AS last_begun,
      MIN(CASE WHEN x.begin_first > ${today()} THEN x.begin_first END) AS next_begin,
      0 AS received, 0 AS given, MAX(COALESCE(x.end_edtf, x.begin_edtf)) AS last_contact
    FROM (SELECT DISTINCT partner_id, collaboration_id FROM participants WHERE ${partners}) l
    JOIN collaborations x ON x.id = l.collaboration_id
    WHERE x.deleted_at IS NULL AND x.stage <> 'CANCELLED' AND ${among("COLLABORATION")}
    GROUP BY l.partner_id, ${office}`;
  const recognitions = sql`SELECT l.partner_id, ${office} AS office_id, MAX(NULLIF(x.date_last, '')) AS last_day,
      0 AS under_way, MIN(NULLIF(x.date_first, '')) AS first_day, 0 AS begun, NULL AS first_begun, NULL AS last_begun,
      NULL AS next_begin, SUM(CASE WHEN x.direction = 'RECEIVED' THEN 1 ELSE 0 END) AS received,
      SUM(CASE WHEN x.direction = 'GIVEN' THEN 1 ELSE 0 END) AS given, MAX(x.date_edtf) AS last_contact
    FROM (SELECT DISTINCT partner_id, recognition_id FROM recognition_parties
          WHERE partner_id IS NOT NULL AND ${partners}) l
    JOIN recognitions x ON x.id = l.recognition_id
    WHERE x.deleted_at IS NULL AND ${isIssued("x")} AND ${among("RECOGNITION")}
    GROUP BY l.partner_id, ${office}`;
  return sql`SELECT partner_id, office_id, ${together} FROM (${collaborations} UNION ALL ${recognitions}) each_kind
    GROUP BY partner_id, office_id`;
}

// Multiplied rather than divided: whole numbers compare the same in both dialects.
const [SPAN, GAPS] = [sql`(k.last_begun - k.first_begun)`, sql`(k.begun - 1)`];
const RHYTHM = sql`CASE WHEN COALESCE(k.begun, 0) < 2 THEN 'NONE' WHEN ${SPAN} <= 3 * ${GAPS} THEN 'QUARTERLY'
  WHEN ${SPAN} <= 6 * ${GAPS} THEN 'HALF_YEARLY' WHEN ${SPAN} <= 12 * ${GAPS} THEN 'YEARLY' ELSE 'SELDOM' END`;
const BALANCE = sql`CASE WHEN COALESCE(k.received + k.given, 0) = 0 THEN 'NONE'
  WHEN k.received > k.given THEN 'RECEIVED_MORE' WHEN k.received < k.given THEN 'GIVEN_MORE' ELSE 'EVEN' END`;
const later = (one: Sql, other: Sql) => sql`CASE WHEN ${one} > ${other} THEN ${one} ELSE ${other} END`;
const earlier = (one: Sql, other: Sql) => sql`CASE WHEN ${one} < ${other} THEN ${one} ELSE ${other} END`;
const CAME = sql`SUBSTR(p.created_at, 1, 10)`;
// Quiet since a day is who was a partner before, and of whom nothing lasted until then: so both of these come before it.
const QUIET_DAY = sql`CASE WHEN COALESCE(k.under_way, 0) > 0 THEN ''
  ELSE ${later(sql`COALESCE(k.last_day, '')`, sql`(${earlier(sql`COALESCE(k.first_day, '9999-99-99')`, CAME)})`)} END`;

/** Rows of `relations`, of active partners `p` of whom `k` is known. */
const stateOf = (layer: Sql) => sql`p.id AS partner_id, ${layer} AS layer, p.office_id, p.country,
  ${maskIn(sql`p.id`)} AS focus_areas, p.name_sort, ${QUIET_DAY} AS quiet_day, ${RHYTHM} AS rhythm, ${BALANCE} AS balance,
  COALESCE(k.last_contact, '') AS last_contact, COALESCE(${SPAN}, 0) AS span,
  CASE WHEN k.begun > 0 THEN ${GAPS} ELSE 0 END AS gaps, k.next_begin`;
const isActive = sql`p.deleted_at IS NULL AND p.status = 'ACTIVE'`;

const oneOf = (column: string, ids: readonly string[]) => sql`${raw(column)} IN (${join([...ids])})`;

/** SELECTs the rows of these partners in all layers, as they should be. */
export function statesFromScratch(partnerIds: readonly string[]): Sql {
  const layers = sql`SELECT id AS partner_id, '' AS layer FROM partners WHERE ${oneOf("id", partnerIds)}
    UNION SELECT partner_id, office_id FROM known WHERE office_id <> ''
    UNION SELECT partner_id, ${EVERYTHING} FROM known WHERE office_id <> ''`;
  return sql`WITH known AS (${known(oneOf("partner_id", partnerIds), () => sql`1 = 1`)}), layers AS (${layers})
    SELECT ${stateOf(sql`k.layer`)} FROM partners p JOIN (
      SELECT l.partner_id, l.layer, ${together} FROM layers l
      LEFT JOIN known ON known.partner_id = l.partner_id
        AND (known.office_id = '' OR known.office_id = l.layer OR l.layer = ${EVERYTHING})
      GROUP BY l.partner_id, l.layer
    ) k ON k.partner_id = p.id WHERE ${isActive}`;
}

/** SELECTs a row of each active partner as a viewer knows it, of these partners or all, from the records themselves. */
export function statesKnownTo(viewer: Viewer, partnerIds: readonly string[] | null): Sql {
  const [links, partners] = partnerIds
    ? [oneOf("partner_id", partnerIds), oneOf("p.id", partnerIds)]
    : [sql`1 = 1`, sql`1 = 1`];
  const readable = known(links, (kind) => policies[kind].policy.read.where(viewer, "x"));
  return sql`SELECT ${stateOf(sql`''`)} FROM partners p
    LEFT JOIN (SELECT partner_id, ${together} FROM (${readable}) readable GROUP BY partner_id) k ON k.partner_id = p.id
    WHERE ${isActive} AND ${partners}`;
}

/** A row of `relations`, kept or counted: a driver answers sums as text. */
export function relationOf(row: RawRow): RelationRow {
  return {
    partnerId: textOf(row, "partner_id"),
    layer: textOf(row, "layer"),
    officeId: textOf(row, "office_id"),
    country: textOf(row, "country"),
    focusAreas: numberOf(row, "focus_areas"),
    nameSort: textOf(row, "name_sort"),
    isUnderWay: textOf(row, "quiet_day") === "",
    quietDay: textOf(row, "quiet_day"),
    rhythm: textOf(row, "rhythm"),
    balance: textOf(row, "balance"),
    lastContact: textOf(row, "last_contact"),
    span: numberOf(row, "span"),
    gaps: numberOf(row, "gaps"),
    nextBegin: optionalTextOf(row, "next_begin"),
  };
}

/** What a partner counts for. */
export function countedOfState(state: RelationRow): Counted {
  return {
    restricted: state.layer !== "",
    officeId: state.officeId,
    countries: state.country ? [state.country] : [],
    subdivision: "",
    focusAreas: state.focusAreas,
    date: state.quietDay,
    details: [`RHYTHM ${state.rhythm}`, `BALANCE ${state.balance}`],
    partners: [],
    measures: [],
  };
}
