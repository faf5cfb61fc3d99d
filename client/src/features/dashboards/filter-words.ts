import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import { FOCUS_AREA_LABELS } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { createContext } from "react";
import { countryName } from "../../ui/country-names.ts";
import { intervalText } from "../../ui/date-texts.ts";
import { nameOf } from "../../ui/known-names.ts";
import { wordsOf } from "../../ui/words.ts";

/** The dashboard's filter in words, as it stands on what is taken along. */
export const FilterWords = createContext("");

/** "2024 · Manila · Philippines · bonded labour"; of what nothing is said, everything counts. A period may have a name. */
export function filterWords({ from, to, office, country, focusArea }: DashboardFilter, period?: string): string {
  return [
    period ?? (intervalText(from, to) || t`All time`),
    listed(office, (id) => nameOf(id) ?? id) || t`all offices`,
    listed(country, countryName) || t`all countries`,
    listed(focusArea, (code) => wordsOf(FOCUS_AREA_LABELS)[code]) || t`all focus areas`,
  ].join(" · ");
}

function listed<Value>(values: readonly Value[] | null | undefined, words: (value: Value) => string): string {
  return (values ?? []).map(words).join(", ");
}
