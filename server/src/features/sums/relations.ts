import sql, { join, raw, type Sql } from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import type { Viewer } from "../../access/viewer.ts";
import type { Database, Transaction } from "../../database/database.ts";
import { numberOf, textOf } from "../../database/rows.ts";
import { today } from "../../records/days.ts";
import { isIssued } from "../../records/recognised.ts";
import type { Viewing } from "../../records/viewing.ts";
import { lockSums } from "./lock.ts";
import { partsOf } from "./parts.ts";
import { SUMS_VERSION } from "./version.ts";

/**
 * What is known between us and each partner, from which its rhythm, balance and whether it has gone quiet follow: a row of
 * what is not restricted, and one for each office of what is. The rules, in words, are in docs/dashboard.md and
 * docs/offices.md; `partners/quiet.ts` and `partners/relationship.ts` say them of the records themselves.
 */

/** How the numbers of several rows make one: of several kinds of records, or of all that a viewer may read. */
const TOGETHER = {
  /** The last day on which something is known to have been done, to be planned, or to have been recognised. */
  last_day: "MAX",
  /** How much is under way without an end. */
  under_way: "SUM",
  first_day: "MIN",
  /** How many collaborations had begun when this was counted, and in which months, counted from the year 0. */
  begun: "SUM",
  first_begun: "MIN",
  last_begun: "MAX",
  /** The first day after that on which another one begins: from then on it has to be counted anew. */
  next_begin: "MIN",
  received: "SUM",
  given: "SUM",
  /** EDTF. */
  last_contact: "MAX",
} as const;

export const RELATION_COLUMNS = Object.keys(TOGETHER);
const together = join(Object.entries(TOGETHER).map(([column, sum]) => raw(`${sum}(${column}) AS ${column}`)));

/** Which links of partners to records are looked at, and which of the records. */
interface Among {
  /** Holds for the links, in which the record's id is in this column. */
  links(record: Sql): Sql;
  /** Holds for the records, as `x`. */
  records(kind: "COLLABORATION" | "RECOGNITION"): Sql;
}

const ANY = () => sql`1 = 1`;

/** `(partner_id, office_id, …)` from the records themselves; the office is empty for what is not restricted. */
function counted({ links, records }: Among): Sql {
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
    FROM (SELECT DISTINCT partner_id, collaboration_id FROM participants WHERE ${links(sql`collaboration_id`)}) l
    JOIN collaborations x ON x.id = l.collaboration_id
    WHERE x.deleted_at IS NULL AND x.stage <> 'CANCELLED' AND ${records("COLLABORATION")}
    GROUP BY l.partner_id, ${office}`;
  const recognitions = sql`SELECT l.partner_id, ${office} AS office_id, MAX(NULLIF(x.date_last, '')) AS last_day,
      0 AS under_way, MIN(NULLIF(x.date_first, '')) AS first_day, 0 AS begun, NULL AS first_begun, NULL AS last_begun,
      NULL AS next_begin, SUM(CASE WHEN x.direction = 'RECEIVED' THEN 1 ELSE 0 END) AS received,
      SUM(CASE WHEN x.direction = 'GIVEN' THEN 1 ELSE 0 END) AS given, MAX(x.date_edtf) AS last_contact
    FROM (SELECT DISTINCT partner_id, recognition_id FROM recognition_parties
          WHERE partner_id IS NOT NULL AND ${links(sql`recognition_id`)}) l
    JOIN recognitions x ON x.id = l.recognition_id
    WHERE x.deleted_at IS NULL AND ${isIssued("x")} AND ${records("RECOGNITION")}
    GROUP BY l.partner_id, ${office}`;
  return sql`SELECT partner_id, office_id, ${together} FROM (${collaborations} UNION ALL ${recognitions}) each_kind
    GROUP BY partner_id, office_id`;
}

/** The rows of these partners as they should be. */
export function relationsFromScratch(partnerIds: readonly string[]): Sql {
  return counted({ links: () => sql`partner_id IN (${join([...partnerIds])})`, records: ANY });
}

const BATCH = 500;

/** Counts these partners' relations anew. */
export async function recountRelations(transaction: Transaction, partnerIds: readonly string[]): Promise<void> {
  for (let start = 0; start < partnerIds.length; start += BATCH) {
    const ids = partnerIds.slice(start, start + BATCH);
    await transaction.execute(sql`DELETE FROM relations WHERE partner_id IN (${join(ids)})`);
    const columns = raw(["partner_id", "office_id", ...RELATION_COLUMNS].join());
    await transaction.execute(
      sql`INSERT INTO relations (${columns}) SELECT ${columns} FROM (${relationsFromScratch(ids)}) anew`,
    );
  }
}

/** Counts those relations anew in which something planned has begun since. */
export async function bringRelationsUpToToday(database: Database): Promise<void> {
  for (;;) {
    const rows = await database.raw(
      sql`SELECT DISTINCT partner_id FROM relations WHERE next_begin <= ${today()} LIMIT ${BATCH}`,
    );
    if (rows.length === 0) return;
    const ids = rows.map((row) => textOf(row, "partner_id"));
    await database.transaction(async (transaction) => {
      await lockSums(transaction);
      await recountRelations(transaction, ids);
    });
  }
}

/** `(partner_id, …)` of partners with whom the viewer knows of something, as far as they may know. */
export async function relationsKnownTo({ viewer, database }: Viewing): Promise<Sql> {
  const [state] = await database.raw(sql`SELECT version FROM sums_state WHERE id = 1`);
  if (numberOf(state, "version") !== SUMS_VERSION) {
    const readable = counted({ links: ANY, records: (kind) => policies[kind].policy.read.where(viewer, "x") });
    return sql`SELECT partner_id, ${together} FROM (${readable}) known GROUP BY partner_id`;
  }
  await bringRelationsUpToToday(database);
  const [named] = await database.raw(
    sql`SELECT k.record_id FROM record_members m JOIN counted k ON k.record_id = m.record_id
        WHERE m.user_id = ${viewer.id} AND k.restricted = 1 LIMIT 1`,
  );
  return keptFor(viewer, named !== undefined);
}

/** What is kept of what is not restricted and of the restricted of their office; and what they read as a named member. */
function keptFor(viewer: Viewer, isNamed: boolean): Sql {
  const { parts, asMember } = partsOf("COLLABORATION", viewer);
  const restricted = parts.find((part) => part.restricted === 1);
  const own = restricted?.officeId;
  const offices = own ? sql`office_id IN ('', ${own})` : restricted ? sql`1 = 1` : sql`office_id = ''`;
  if (!asMember || !isNamed) {
    return sql`SELECT partner_id, ${together} FROM relations WHERE ${offices} GROUP BY partner_id`;
  }
  const columns = raw(["partner_id", ...RELATION_COLUMNS].join());
  const named = counted({
    links: (record) => sql`${record} IN (SELECT record_id FROM record_members WHERE user_id = ${viewer.id})`,
    records: () => sql`x.confidentiality = 'RESTRICTED' AND ${own ? sql`x.office_id <> ${own}` : sql`1 = 1`}`,
  });
  return sql`SELECT partner_id, ${together} FROM (
      SELECT ${columns} FROM relations WHERE ${offices} UNION ALL SELECT ${columns} FROM (${named}) named
    ) known GROUP BY partner_id`;
}
