import { LIMITS } from "@concord/shared/limits";
import { periodNamed } from "@concord/shared/periods";
import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import { saveDashboardRule, updateSavedDashboardRule } from "@concord/shared/rules/saved-dashboards";
import sql from "sql-template-tag";
import { v7 } from "uuid";
import type { Reader } from "../../database/database.ts";
import { badInput, forbidden, notFound } from "../../errors.ts";
import { today } from "../../records/days.ts";
import { parseInput } from "../../records/input.ts";
import { countRows } from "../../records/list.ts";
import type { Viewing } from "../../records/viewing.ts";
import { dashboardRequest } from "../dashboards/request.ts";
import { type SavedDashboard, savedDashboardEntity } from "./saved-dashboards.entity.ts";

/** A user's saved dashboards, by their names. */
export async function savedDashboardsOf({ viewer, database }: Viewing): Promise<SavedDashboard[]> {
  const saved = await database.find(
    savedDashboardEntity,
    sql`SELECT * FROM saved_dashboards WHERE user_id = ${viewer.id}`,
  );
  return saved.toSorted((a, b) => a.name.localeCompare(b.name, "en") || a.id.localeCompare(b.id));
}

/** The filter as it is on a day. */
export function filterOn({ filter, period }: Pick<SavedDashboard, "filter" | "period">, day: string): DashboardFilter {
  return period ? { ...filter, ...periodNamed(period, day) } : filter;
}

/** @throws BAD_USER_INPUT, FORBIDDEN where it is to be mailed and the installation sends no e-mail */
export async function saveDashboard(viewing: Viewing, sendsMail: boolean, input: unknown): Promise<SavedDashboard> {
  const { name, period = null, monthly, filter: given } = parseInput(saveDashboardRule, input);
  const { filter } = dashboardRequest(viewing, given);
  refuseWithoutMail(sendsMail, monthly);
  const { from: _from, to: _to, ...rest } = filter;
  const saved: SavedDashboard = {
    id: v7(),
    userId: viewing.viewer.id,
    name,
    filter: period ? rest : filter,
    period,
    monthly: monthly ?? false,
    lastMonth: today().slice(0, 7),
    createdAt: new Date().toISOString(),
  };
  await viewing.database.transaction(async (transaction) => {
    const before = await countRows(transaction, sql`saved_dashboards WHERE user_id = ${viewing.viewer.id}`);
    if (before >= LIMITS.savedDashboards) {
      const message = `You keep ${before} dashboards already, which is as many as there may be. Delete one first.`;
      throw badInput([{ path: "name", message }]);
    }
    await transaction.insert(savedDashboardEntity, [saved]);
  });
  return saved;
}

/**
 * Renames it, or begins or ends to mail it; what is mailed begins with the next month.
 * @throws BAD_USER_INPUT, NOT_FOUND, FORBIDDEN where it is to be mailed and the installation sends no e-mail
 */
export async function updateSavedDashboard(
  viewing: Viewing,
  sendsMail: boolean,
  id: string,
  input: unknown,
): Promise<SavedDashboard> {
  const { name, monthly } = parseInput(updateSavedDashboardRule, input);
  refuseWithoutMail(sendsMail, monthly);
  return viewing.database.transaction(async (transaction) => {
    const before = await ownDashboard(transaction, viewing, id);
    const begins = monthly === true && !before.monthly;
    const after = {
      ...before,
      name: name ?? before.name,
      monthly: monthly ?? before.monthly,
      lastMonth: begins ? today().slice(0, 7) : before.lastMonth,
    };
    await transaction.execute(
      sql`UPDATE saved_dashboards SET name = ${after.name}, monthly = ${after.monthly ? 1 : 0}, last_month = ${after.lastMonth}
          WHERE id = ${before.id}`,
    );
    return after;
  });
}

/** @throws NOT_FOUND */
export async function deleteSavedDashboard(viewing: Viewing, id: string): Promise<void> {
  await viewing.database.transaction(async (transaction) => {
    const { id: own } = await ownDashboard(transaction, viewing, id);
    await transaction.execute(sql`DELETE FROM saved_dashboards WHERE id = ${own}`);
  });
}

async function ownDashboard(reader: Reader, { viewer }: Viewing, id: string): Promise<SavedDashboard> {
  const [saved] = await reader.find(
    savedDashboardEntity,
    sql`SELECT * FROM saved_dashboards WHERE id = ${id} AND user_id = ${viewer.id}`,
  );
  if (!saved) throw notFound("saved dashboard", id);
  return saved;
}

function refuseWithoutMail(sendsMail: boolean, monthly: boolean | null | undefined): void {
  if (monthly && !sendsMail) throw forbidden("This installation sends no e-mail. Ask an administrator to set that up.");
}
