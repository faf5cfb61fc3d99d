import { QUIET_MONTHS } from "@concord/shared/lists-behind";
import { quietMonthsRule } from "@concord/shared/rules/dashboards";
import { codesOf, PARTNER_BALANCE_LABELS, PARTNER_RHYTHM_LABELS } from "@concord/shared/vocabularies";
import { pageArguments, parseInput } from "../../records/input.ts";
import { lastDayBefore, longestQuiet } from "../sums/known-relations.ts";
import { type NumbersBy, numbersBy } from "./numbers.ts";
import type { DashboardRequest } from "./request.ts";

/** Active partners by how it stands between us and each of them, which is of today, whatever the period. */

/** For how many months partners are counted as gone quiet. */
const QUIET_STEPS: readonly number[] = [3, 6, 12, 24];

export async function countActive(request: DashboardRequest): Promise<number> {
  return (await numbersBy(request, "PARTNER", "STATUS")).at("ACTIVE").total;
}

function relationsBy(
  { viewing, filter: { office, country, focusArea } }: DashboardRequest,
  by: "NOTHING" | "OFFICE" | "RHYTHM" | "BALANCE",
  to: string | null,
): Promise<NumbersBy> {
  return numbersBy({ viewing, filter: { office, country, focusArea, to } }, "RELATION", by);
}

export async function countQuiet(request: DashboardRequest) {
  return Promise.all(
    QUIET_STEPS.map(async (months) => {
      const quiet = await relationsBy(request, "NOTHING", lastDayBefore(months));
      return { months, partners: quiet.at("").total };
    }),
  );
}

/** How many partners of each office have gone quiet for so many months, by the office's id. */
export function countQuietByOffice(request: DashboardRequest, months: number): Promise<NumbersBy> {
  return relationsBy(request, "OFFICE", lastDayBefore(months));
}

export async function countRhythms(request: DashboardRequest) {
  const relations = await relationsBy(request, "RHYTHM", null);
  return inOrder(codesOf(PARTNER_RHYTHM_LABELS), relations).map(([rhythm, partners]) => ({ rhythm, partners }));
}

export async function countBalances(request: DashboardRequest) {
  const relations = await relationsBy(request, "BALANCE", null);
  return inOrder(codesOf(PARTNER_BALANCE_LABELS), relations).map(([balance, partners]) => ({ balance, partners }));
}

function inOrder<Code extends string>(codes: readonly Code[], relations: NumbersBy): [Code, number][] {
  return codes
    .toSorted()
    .map((code): [Code, number] => [code, relations.at(code).total])
    .filter(([, partners]) => partners > 0);
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
  { viewing, filter }: DashboardRequest,
  { first, ...args }: { readonly first?: number | null | undefined },
): Promise<QuietPartner[]> {
  const { quietMonths } = parseInput(quietMonthsRule, args);
  const limit = pageArguments({ first }).first;
  const partners = await longestQuiet(viewing, quietMonths ?? QUIET_MONTHS, filter, limit);
  return partners.map(({ partnerId, lastContact, span, gaps }) => ({
    partnerId,
    lastContact: lastContact || null,
    gapMonths: gaps > 0 ? span / gaps : null,
  }));
}
