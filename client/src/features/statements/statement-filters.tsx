import type { StatementFilter } from "@concord/shared/rules/statements";
import { CONFIDENTIALITY_LABELS, FOCUS_AREA_LABELS, PERMISSION_STATUS_LABELS } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { CodeMultiSelect } from "../../ui/code-select.tsx";
import type { FilterFieldsProps } from "../../ui/filter-bar.tsx";
import { someOf } from "../../ui/filter-bar.tsx";
import { LanguageMultiSelect } from "../../ui/language-multi-select.tsx";
import { PeriodFilter } from "../../ui/period-filter.tsx";
import { CountryMultiSelect } from "../../ui/place-selects.tsx";
import { OfficeMultiSelect } from "../offices/office-select.tsx";
import { PartnerMultiSelect } from "../partners/partner-select.tsx";

/** The fields behind the button "Filters", fetched when they are first wanted. */
export function StatementFilters({ filter, setFilter }: FilterFieldsProps<StatementFilter>) {
  return (
    <>
      <CodeMultiSelect
        label={t`Permission to publish`}
        labels={PERMISSION_STATUS_LABELS}
        {...someOf(filter, setFilter, "permission")}
      />
      <LanguageMultiSelect label={t`Language`} {...someOf(filter, setFilter, "language")} />
      <PartnerMultiSelect label={t`Partner`} {...someOf(filter, setFilter, "partner")} />
      <CountryMultiSelect label={t`Country`} {...someOf(filter, setFilter, "country")} />
      <CodeMultiSelect label={t`Focus area`} labels={FOCUS_AREA_LABELS} {...someOf(filter, setFilter, "focusArea")} />
      <OfficeMultiSelect {...someOf(filter, setFilter, "office")} />
      <CodeMultiSelect
        label={t`Confidentiality`}
        labels={CONFIDENTIALITY_LABELS}
        {...someOf(filter, setFilter, "confidentiality")}
      />
      <PeriodFilter filter={filter} setFilter={setFilter} />
    </>
  );
}
