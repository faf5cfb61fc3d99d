import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import { DASHBOARD_PERIOD_LABELS } from "@concord/shared/vocabularies";
import type { SavedDashboardFieldsFragment } from "../../generated/graphql.ts";
import { wordsOf } from "../../ui/words.ts";
import { filterWords } from "../dashboards/filter-words.ts";

export const SAVED_PATH = "/saved-dashboards";

export type Saved = SavedDashboardFieldsFragment;

/** The filter as the page of the dashboard takes it: what is empty narrows nothing. */
export function filterOf({ filter }: Saved): DashboardFilter {
  const some = <Value>(values: readonly Value[]) => (values.length === 0 ? undefined : [...values]);
  return {
    from: filter.from ?? undefined,
    to: filter.to ?? undefined,
    office: some(filter.office),
    country: some(filter.country),
    focusArea: some(filter.focusArea),
  };
}

/** The filter in words; a period that goes along with time by its name. */
export function wordsOfSaved(saved: Saved): string {
  return filterWords(filterOf(saved), saved.period ? wordsOf(DASHBOARD_PERIOD_LABELS)[saved.period] : undefined);
}
