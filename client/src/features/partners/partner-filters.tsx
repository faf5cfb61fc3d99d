import type { PartnerFilter } from "@concord/shared/rules/partners";
import {
  FOCUS_AREA_LABELS,
  PARTNER_BALANCE_LABELS,
  PARTNER_KIND_LABELS,
  PARTNER_RHYTHM_LABELS,
  PARTNER_STATUS_LABELS,
} from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { CodeMultiSelect } from "../../ui/code-select.tsx";
import type { FilterFieldsProps } from "../../ui/filter-bar.tsx";
import { someOf } from "../../ui/filter-bar.tsx";
import { PlaceFilters } from "../../ui/place-filters.tsx";
import { CountryMultiSelect } from "../../ui/place-selects.tsx";
import { OfficeMultiSelect } from "../offices/office-select.tsx";
import { QuietMonthsSelect } from "./quiet-months-select.tsx";

/** The fields behind the button "Filters", fetched when they are first wanted. */
export function PartnerFilters({ filter, setFilter }: FilterFieldsProps<PartnerFilter>) {
  return (
    <>
      <CodeMultiSelect label={t`Kind`} labels={PARTNER_KIND_LABELS} {...someOf(filter, setFilter, "kind")} />
      <CodeMultiSelect label={t`Status`} labels={PARTNER_STATUS_LABELS} {...someOf(filter, setFilter, "status")} />
      <CountryMultiSelect label={t`Country`} {...someOf(filter, setFilter, "country")} />
      <PlaceFilters filter={filter} setFilter={setFilter} />
      <CodeMultiSelect label={t`Focus area`} labels={FOCUS_AREA_LABELS} {...someOf(filter, setFilter, "focusArea")} />
      <QuietMonthsSelect
        label={t`Gone quiet for`}
        clearable
        value={filter.quietMonths ?? null}
        onChange={(quietMonths) => setFilter({ ...filter, quietMonths })}
      />
      <CodeMultiSelect label={t`Rhythm`} labels={PARTNER_RHYTHM_LABELS} {...someOf(filter, setFilter, "rhythm")} />
      <CodeMultiSelect
        label={t`Balance of recognitions`}
        labels={PARTNER_BALANCE_LABELS}
        {...someOf(filter, setFilter, "balance")}
      />
      <OfficeMultiSelect {...someOf(filter, setFilter, "office")} />
    </>
  );
}
