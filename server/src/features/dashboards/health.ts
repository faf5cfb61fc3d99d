import { QUIET_MONTHS } from "@concord/shared/lists-behind";
import { quietMonthsRule } from "@concord/shared/rules/dashboards";
import { isCode, PARTNER_BALANCE_LABELS, PARTNER_RHYTHM_LABELS } from "@concord/shared/vocabularies";
import sql, { join, raw, type Sql } from "sql-template-tag";
import { numberOf, optionalTextOf, textOf } from "../../database/rows.ts";
import { pageArguments, parseInput } from "../../records/input.ts";
import { countRows } from "../../records/list.ts";
import { isQuietFor } from "../partners/quiet.ts";
import { balances, contacts, rhythms } from "../partners/relationship.ts";
import { numbersBy } from "./numbers.ts";
import { type DashboardRequest, scopesOf } from "./request.ts";

/** For how many months partners are counted as gone quiet. */
const QUIET_STEPS: readonly number[] = [3, 6, 12, 24];

function quiet(request: DashboardRequest, months: number): Sql {
  return sql`${scopesOf("PARTNER", request)} AND ${join(isQuietFor(request.viewing.viewer, months), " AND ")}`;
}

export async function countActive(request: DashboardRequest): Promise<number> {
  return (await numbersBy(request, "PARTNER", "STATUS")).at("ACTIVE").total;
}

export function countQuiet(request: DashboardRequest) {
  return Promise.all(
    QUIET_STEPS.map(async (months) => ({
      months,
      partners: await countRows(request.viewing.database, sql`partners p WHERE ${quiet(request, months)}`),
    })),
  );
}

/** How many partners of the dashboard, under a condition besides, have each value of an expression. */
export async function countPartnersBy(
  request: DashboardRequest,
  value: Sql,
  condition: Sql,
  joined: Sql = sql``,
): Promise<ReadonlyMap<string, number>> {
  const rows = await request.viewing.database.raw(
    sql`SELECT ${value} AS value, COUNT(*) AS total FROM partners p ${joined}
        WHERE ${scopesOf("PARTNER", request)} AND ${condition} GROUP BY ${value} ORDER BY value`,
  );
  return new Map(rows.map((row) => [textOf(row, "value"), numberOf(row, "total")]));
}

/** Active partners by what a SELECT says of them, and NONE where it does not have them. */
function activeBy(request: DashboardRequest, column: "rhythm" | "balance", of: Sql) {
  const joined = sql`LEFT JOIN (${of}) h ON h.partner_id = p.id`;
  return countPartnersBy(request, sql`COALESCE(h.${raw(column)}, 'NONE')`, sql`p.status = 'ACTIVE'`, joined);
}

export async function countRhythms(request: DashboardRequest) {
  const counts = await activeBy(request, "rhythm", rhythms(request.viewing.viewer));
  return [...counts].flatMap(([rhythm, partners]) =>
    isCode(PARTNER_RHYTHM_LABELS, rhythm) ? [{ rhythm, partners }] : [],
  );
}

export async function countBalances(request: DashboardRequest) {
  const counts = await activeBy(request, "balance", balances(request.viewing.viewer));
  return [...counts].flatMap(([balance, partners]) =>
    isCode(PARTNER_BALANCE_LABELS, balance) ? [{ balance, partners }] : [],
  );
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
  const { viewer, database } = request.viewing;
  const rows = await database.raw(
    sql`SELECT p.id, lc.last_contact, rh.gap_months FROM partners p
        LEFT JOIN (${contacts(viewer)}) lc ON lc.partner_id = p.id
        LEFT JOIN (${rhythms(viewer)}) rh ON rh.partner_id = p.id
        WHERE ${quiet(request, quietMonths ?? QUIET_MONTHS)}
        ORDER BY COALESCE(lc.last_contact, ''), p.name_sort, p.id LIMIT ${pageArguments({ first }).first}`,
  );
  return rows.map((row) => ({
    partnerId: textOf(row, "id"),
    lastContact: optionalTextOf(row, "last_contact"),
    gapMonths: row["gap_months"] === null ? null : numberOf(row, "gap_months"),
  }));
}
