import { MAX_PAGE_SIZE } from "@concord/shared/limits";
import { QUIET_MONTHS } from "@concord/shared/lists-behind";
import { quietMonthsRule } from "@concord/shared/rules/dashboards";
import sql, { join } from "sql-template-tag";
import { textOf } from "../../database/rows.ts";
import { isOneOf } from "../../records/conditions.ts";
import { parseInput } from "../../records/input.ts";
import { datedBy } from "./grouping.ts";
import { countQuietByOffice } from "./health.ts";
import { numbersBy } from "./numbers.ts";
import type { DashboardRequest } from "./request.ts";

/** The numbers of one office. */
export interface OfficeNumbers {
  readonly officeId: string;
  readonly partners: number;
  readonly collaborations: number;
  readonly peopleRescued: number;
  readonly recognitionsReceived: number;
  readonly recognitionsGiven: number;
  readonly quietPartners: number;
}

/**
 * Every office of the filter, also where nothing is done there, by its name.
 * @throws BAD_USER_INPUT
 */
export async function byOffice(request: DashboardRequest, args: unknown): Promise<OfficeNumbers[]> {
  const { quietMonths } = parseInput(quietMonthsRule, args);
  const { database } = request.viewing;
  const [offices, partners, dated, quiet] = await Promise.all([
    database.raw(
      sql`SELECT o.id FROM offices o WHERE ${join([sql`1 = 1`, ...isOneOf("o", "id", request.filter.office)], " AND ")}
          ORDER BY o.name_sort, o.id LIMIT ${MAX_PAGE_SIZE}`,
    ),
    numbersBy(request, "PARTNER", "OFFICE"),
    datedBy(request, "OFFICE"),
    countQuietByOffice(request, quietMonths ?? QUIET_MONTHS),
  ]);
  return offices.map((row) => {
    const officeId = textOf(row, "id");
    return {
      officeId,
      partners: partners.at(officeId).total,
      ...dated.at(officeId),
      quietPartners: quiet.at(officeId).total,
    };
  });
}
