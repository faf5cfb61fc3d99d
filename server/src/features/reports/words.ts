import { countryName } from "@concord/shared/countries";
import { formatPartialInterval } from "@concord/shared/partial-date";
import type { OutcomeValues } from "@concord/shared/rules/collaborations";
import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import { FOCUS_AREA_LABELS, OUTCOME_MEASURE_LABELS } from "@concord/shared/vocabularies";
import type { Viewing } from "../../records/viewing.ts";
import { officeById } from "../offices/offices.service.ts";

/** What reports and their e-mails say, which is in English. */

const NUMBERS = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });
const INSTANTS = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });

export function numberText(value: number): string {
  return NUMBERS.format(value);
}

/** "28 November 2026 at 16:20 UTC" */
export function instantText(at: Date): string {
  return `${INSTANTS.format(at)} UTC`;
}

/** "94 people rescued, 3 convictions" */
export function outcomesText(outcomes: readonly OutcomeValues[]): string {
  return outcomes
    .map(({ measure, count }) => `${numberText(count)} ${OUTCOME_MEASURE_LABELS[measure].toLowerCase()}`)
    .join(", ");
}

/** "2024 to 2025" */
export function periodText({ from, to }: Pick<DashboardFilter, "from" | "to">): string {
  return formatPartialInterval(from, to) || "All time";
}

/** A dashboard's filter in words; an id that no office has is left as it is. */
export async function filterText(viewing: Viewing, filter: DashboardFilter): Promise<string> {
  const offices = await Promise.all(
    (filter.office ?? []).map(async (id) => (await officeById(viewing, id))?.name ?? id),
  );
  return [
    periodText(filter),
    offices.join(", ") || "all offices",
    (filter.country ?? []).map(countryName).join(", ") || "all countries",
    (filter.focusArea ?? []).map((code) => FOCUS_AREA_LABELS[code]).join(", ") || "all focus areas",
  ].join(" · ");
}
