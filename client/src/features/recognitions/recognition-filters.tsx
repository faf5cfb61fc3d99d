import type { RecognitionFilter } from "@concord/shared/rules/recognitions";
import {
  CONFIDENTIALITY_LABELS,
  DATE_PRECISION_LABELS,
  DIRECTION_LABELS,
  FOCUS_AREA_LABELS,
  RECOGNITION_KIND_LABELS,
  RECOGNITION_STAGE_LABELS,
} from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { CodeMultiSelect } from "../../ui/code-select.tsx";
import type { FilterFieldsProps } from "../../ui/filter-bar.tsx";
import { someOf } from "../../ui/filter-bar.tsx";
import { PeriodFilter } from "../../ui/period-filter.tsx";
import { CountryMultiSelect } from "../../ui/place-selects.tsx";
import { OfficeMultiSelect } from "../offices/office-select.tsx";
import { PartnerMultiSelect } from "../partners/partner-select.tsx";

/** The fields behind the button "Filters", fetched when they are first wanted. */
export function RecognitionFilters({ filter, setFilter }: FilterFieldsProps<RecognitionFilter>) {
  return (
    <>
      <CodeMultiSelect label={t`Kind`} labels={RECOGNITION_KIND_LABELS} {...someOf(filter, setFilter, "kind")} />
      <CodeMultiSelect label={t`Direction`} labels={DIRECTION_LABELS} {...someOf(filter, setFilter, "direction")} />
      <PartnerMultiSelect label={t`Partner`} {...someOf(filter, setFilter, "partner")} />
      <CountryMultiSelect label={t`Country`} {...someOf(filter, setFilter, "country")} />
      <CodeMultiSelect label={t`Focus area`} labels={FOCUS_AREA_LABELS} {...someOf(filter, setFilter, "focusArea")} />
      <OfficeMultiSelect {...someOf(filter, setFilter, "office")} />
      <CodeMultiSelect
        label={t`Confidentiality`}
        labels={CONFIDENTIALITY_LABELS}
        {...someOf(filter, setFilter, "confidentiality")}
      />
      <CodeMultiSelect
        label={t`How far it is`}
        labels={RECOGNITION_STAGE_LABELS}
        {...someOf(filter, setFilter, "stage")}
      />
      <PeriodFilter filter={filter} setFilter={setFilter} />
      <CodeMultiSelect
        label={t`Date known to`}
        labels={DATE_PRECISION_LABELS}
        {...someOf(filter, setFilter, "precision")}
      />
    </>
  );
}
