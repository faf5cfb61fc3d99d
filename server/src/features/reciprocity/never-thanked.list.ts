import type { PartnerFilter } from "@concord/shared/rules/partners";
import type { NeverThankedFilter } from "@concord/shared/rules/reciprocity";
import type { ThankedKind } from "@concord/shared/vocabularies";
import sql, { join, type Sql } from "sql-template-tag";
import type { Viewer } from "../../access/viewer.ts";
import { numberOf, type RawRow, textOf } from "../../database/rows.ts";
import type { ComputedList } from "../../records/computed-list.ts";
import { partnerList } from "../partners/partners.list.ts";
import { personList } from "../people/people.list.ts";
import { statementList } from "../statements/statements.list.ts";
import { recognised, whatCounts } from "./what-counts.ts";

/** A partner or person who gave us something, and whom we never recognised. */
export interface NeverThankedRow {
  readonly id: string;
  readonly nameSort: string;
  readonly kind: ThankedKind;
  readonly received: number;
  readonly statements: number;
  readonly collaborations: number;
  readonly deeds: number;
}

export type NeverThankedOrderField = "DEEDS" | "NAME";

/** Who deserves thanks and was never thanked; docs/reciprocity.md has the rule in words. */
export const neverThankedList: ComputedList<NeverThankedRow, NeverThankedFilter, NeverThankedOrderField> = {
  alias: "n",
  rows: (viewer, filter) => sql`${partners(viewer, filter)} UNION ALL ${people(viewer, filter)}`,
  decode: (row: RawRow) => ({
    id: textOf(row, "id"),
    nameSort: textOf(row, "name_sort"),
    kind: textOf(row, "kind") === "PERSON" ? "PERSON" : "PARTNER",
    received: numberOf(row, "received"),
    statements: numberOf(row, "statements"),
    collaborations: numberOf(row, "collaborations"),
    deeds: numberOf(row, "deeds"),
  }),
  order: { DEEDS: "deeds", NAME: "nameSort" },
  defaultOrder: { field: "DEEDS", direction: "DESC" },
  numbers: ["DEEDS"],
};

function partners(viewer: Viewer, { who, ...filter }: NeverThankedFilter): Sql {
  const given = [
    received(viewer, sql`t.partner_id`),
    said(viewer, sql`s.partner_id`),
    sql`SELECT l.partner_id AS id, 0 AS received, 0 AS statements, COUNT(DISTINCT c.id) AS collaborations
      FROM collaborations c JOIN participants l ON l.collaboration_id = c.id
      WHERE ${whatCounts.deservesRecognition(viewer)} GROUP BY l.partner_id`,
  ];
  return sql`SELECT p.id, p.name_sort, 'PARTNER' AS kind, ${SUMS}
    FROM (${summed(given)}) a JOIN partners p ON p.id = a.id
    WHERE ${isWanted(who, "PARTNER")} AND ${isNotAmong(sql`p.id`, recognised(viewer, sql`t.partner_id`))}
      AND ${join([...partnerList.conditions(viewer, filter)], " AND ")}`;
}

function people(viewer: Viewer, { who, office, ...ofPartner }: NeverThankedFilter): Sql {
  const given = [received(viewer, sql`t.person_id`), said(viewer, sql`s.person_id`)];
  return sql`SELECT h.id, h.name_sort, 'PERSON' AS kind, ${SUMS}
    FROM (${summed(given)}) a JOIN people h ON h.id = a.id
    WHERE ${isWanted(who, "PERSON")} AND ${isNotAmong(sql`h.id`, recognised(viewer, sql`t.person_id`))}
      AND ${join([...personList.conditions(viewer, { office }), ...holdsPositionAt(viewer, ofPartner)], " AND ")}`;
}

const SUMS = sql`a.received, a.statements, a.collaborations, a.received + a.statements + a.collaborations AS deeds`;

function summed(given: readonly Sql[]): Sql {
  return sql`SELECT id, SUM(received) AS received, SUM(statements) AS statements, SUM(collaborations) AS collaborations
    FROM (${join([...given], " UNION ALL ")}) each_of GROUP BY id`;
}

function received(viewer: Viewer, subject: Sql): Sql {
  return sql`SELECT ${subject} AS id, COUNT(DISTINCT r.id) AS received, 0 AS statements, 0 AS collaborations
    FROM recognitions r JOIN recognition_parties t ON t.recognition_id = r.id
    WHERE ${subject} IS NOT NULL AND ${whatCounts.recognitions(viewer, "RECEIVED")} GROUP BY ${subject}`;
}

function said(viewer: Viewer, subject: Sql): Sql {
  return sql`SELECT ${subject} AS id, 0 AS received, COUNT(*) AS statements, 0 AS collaborations FROM statements s
    WHERE ${subject} IS NOT NULL AND ${join([...statementList.conditions(viewer, {})], " AND ")} GROUP BY ${subject}`;
}

function isWanted(who: readonly ThankedKind[] | null | undefined, kind: ThankedKind): Sql {
  return who && !who.includes(kind) ? sql`1 = 0` : sql`1 = 1`;
}

function isNotAmong(id: Sql, recognisedOnes: Sql): Sql {
  return sql`${id} NOT IN (SELECT subject FROM (${recognisedOnes}) g)`;
}

/** A person has neither country nor kind: those of the partners where they hold or held a position count. */
function holdsPositionAt(viewer: Viewer, filter: PartnerFilter): Sql[] {
  if (Object.values(filter).every((value) => value === null || value === undefined)) return [];
  return [
    sql`h.id IN (SELECT o.person_id FROM positions o JOIN partners p ON p.id = o.partner_id
        WHERE ${join([...partnerList.conditions(viewer, filter)], " AND ")})`,
  ];
}
