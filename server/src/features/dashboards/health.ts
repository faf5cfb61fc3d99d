import { QUIET_MONTHS } from "@concord/shared/lists-behind";
import { quietMonthsRule } from "@concord/shared/rules/dashboards";
import { codesOf, PARTNER_BALANCE_LABELS, PARTNER_RHYTHM_LABELS } from "@concord/shared/vocabularies";
import sql, { join, raw, type Sql } from "sql-template-tag";
import { numberOf, optionalTextOf, type RawRow, textOf } from "../../database/rows.ts";
import { monthsBefore, today } from "../../records/days.ts";
import { pageArguments, parseInput } from "../../records/input.ts";
import { defineLoader } from "../../records/loader.ts";
import { relationsKnownTo } from "../sums/relations.ts";
import { numbersBy } from "./numbers.ts";
import { type DashboardRequest, scopesOf } from "./request.ts";

/**
 * Active partners by what is known between us and them. The rules are those of the filters of their list, in
 * `partners/quiet.ts` and `partners/relationship.ts`, said of what is kept of each partner instead of its records.
 */

/** For how many months partners are counted as gone quiet. */
const QUIET_STEPS: readonly number[] = [3, 6, 12, 24];

/** Partners `p` of whom `k` is known, gone quiet for so many months. */
function isQuiet(months: number): Sql {
  const since = monthsBefore(today(), months);
  return sql`(COALESCE(k.last_day, '') < ${since} AND COALESCE(k.under_way, 0) = 0
    AND (p.created_at < ${since} OR k.first_day < ${since}))`;
}

// Multiplied rather than divided: whole numbers compare the same in both dialects.
const [SPAN, GAPS] = [sql`(k.last_begun - k.first_begun)`, sql`(k.begun - 1)`];
const RHYTHM = sql`CASE WHEN COALESCE(k.begun, 0) < 2 THEN 'NONE' WHEN ${SPAN} <= 3 * ${GAPS} THEN 'QUARTERLY'
  WHEN ${SPAN} <= 6 * ${GAPS} THEN 'HALF_YEARLY' WHEN ${SPAN} <= 12 * ${GAPS} THEN 'YEARLY' ELSE 'SELDOM' END`;
const BALANCE = sql`CASE WHEN COALESCE(k.received + k.given, 0) = 0 THEN 'NONE'
  WHEN k.received > k.given THEN 'RECEIVED_MORE' WHEN k.received < k.given THEN 'GIVEN_MORE' ELSE 'EVEN' END`;

/** `FROM … WHERE` active partners `p` of the dashboard, and what is known of each as `k`. */
async function active(request: DashboardRequest): Promise<Sql> {
  const known = await relationsKnownTo(request.viewing);
  return sql`FROM partners p LEFT JOIN (${known}) k ON k.partner_id = p.id
    WHERE ${scopesOf("PARTNER", request)} AND p.status = 'ACTIVE'`;
}

const countOf = (condition: Sql, name: string) => sql`SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END) AS ${raw(name)}`;
const [RHYTHMS, BALANCES] = [codesOf(PARTNER_RHYTHM_LABELS), codesOf(PARTNER_BALANCE_LABELS)];

/** All that is counted of active partners: once a request, in one pass over them. */
const healthOf = defineLoader<DashboardRequest, RawRow>(
  (_viewing, requests) => Promise.all(requests.map(readHealth)),
  ({ filter }) => JSON.stringify(filter),
);

async function readHealth(request: DashboardRequest): Promise<RawRow> {
  const counts = [
    ...QUIET_STEPS.map((months) => countOf(isQuiet(months), `quiet_${months}`)),
    ...RHYTHMS.map((rhythm) => countOf(sql`${RHYTHM} = ${rhythm}`, `rhythm_${rhythm}`)),
    ...BALANCES.map((balance) => countOf(sql`${BALANCE} = ${balance}`, `balance_${balance}`)),
  ];
  const [row = {}] = await request.viewing.database.raw(sql`SELECT ${join(counts)} ${await active(request)}`);
  return row;
}

export async function countActive(request: DashboardRequest): Promise<number> {
  return (await numbersBy(request, "PARTNER", "STATUS")).at("ACTIVE").total;
}

export async function countQuiet(request: DashboardRequest) {
  const row = await healthOf(request.viewing, request);
  return QUIET_STEPS.map((months) => ({ months, partners: numberOf(row, `quiet_${months}`) }));
}

export async function countRhythms(request: DashboardRequest) {
  const row = await healthOf(request.viewing, request);
  return RHYTHMS.map((rhythm) => ({ rhythm, partners: numberOf(row, `rhythm_${rhythm}`) }))
    .filter(({ partners }) => partners > 0)
    .toSorted((one, other) => (one.rhythm < other.rhythm ? -1 : 1));
}

export async function countBalances(request: DashboardRequest) {
  const row = await healthOf(request.viewing, request);
  return BALANCES.map((balance) => ({ balance, partners: numberOf(row, `balance_${balance}`) }))
    .filter(({ partners }) => partners > 0)
    .toSorted((one, other) => (one.balance < other.balance ? -1 : 1));
}

/** How many partners of each office have gone quiet for so many months, by the office's id. */
export async function countQuietByOffice(
  request: DashboardRequest,
  months: number,
): Promise<ReadonlyMap<string, number>> {
  const rows = await request.viewing.database.raw(
    sql`SELECT p.office_id, COUNT(*) AS total ${await active(request)} AND ${isQuiet(months)} GROUP BY p.office_id`,
  );
  return new Map(rows.map((row) => [textOf(row, "office_id"), numberOf(row, "total")]));
}

/** A partner that has gone quiet. */
export interface QuietPartner {
  readonly partnerId: string;
  /** EDTF. */
  readonly lastContact: string | null;
  readonly gapMonths: number | null;
}

/**
 * Partners gone quiet, with whom the last contact is longest ago first; those of whom nothing is dated come before.
 * @throws BAD_USER_INPUT
 */
export async function goneQuiet(
  request: DashboardRequest,
  { first, ...args }: { readonly first?: number | null | undefined },
): Promise<QuietPartner[]> {
  const { quietMonths } = parseInput(quietMonthsRule, args);
  const limit = pageArguments({ first }).first;
  const rows = await request.viewing.database.raw(
    sql`SELECT p.id, k.last_contact, CASE WHEN k.begun > 1 THEN ${SPAN} / (${GAPS} * 1.0) END AS gap_months
        ${await active(request)} AND ${isQuiet(quietMonths ?? QUIET_MONTHS)}
        ORDER BY COALESCE(k.last_contact, ''), p.name_sort, p.id LIMIT ${limit}`,
  );
  return rows.map((row) => ({
    partnerId: textOf(row, "id"),
    lastContact: optionalTextOf(row, "last_contact"),
    gapMonths: row["gap_months"] === null ? null : numberOf(row, "gap_months"),
  }));
}
