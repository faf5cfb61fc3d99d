import type { CollaborationFilter } from "@concord/shared/rules/collaborations";
import {
  COLLABORATION_DUE_LABELS,
  COLLABORATION_KIND_LABELS,
  CONFIDENTIALITY_LABELS,
  DATE_PRECISION_LABELS,
  FOCUS_AREA_LABELS,
  OUTCOME_MEASURE_LABELS,
  STAGE_LABELS,
} from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { CodeMultiSelect } from "../../ui/code-select.tsx";
import type { FilterFieldsProps } from "../../ui/filter-bar.tsx";
import { someOf } from "../../ui/filter-bar.tsx";
import { PeriodFilter } from "../../ui/period-filter.tsx";
import { PlaceFilters } from "../../ui/place-filters.tsx";
import { CountryMultiSelect } from "../../ui/place-selects.tsx";
import { OfficeMultiSelect } from "../offices/office-select.tsx";
import { PartnerMultiSelect } from "../partners/partner-select.tsx";

/** The fields behind the button "Filters", fetched when they are first wanted. */
export function CollaborationFilters({ filter, setFilter }: FilterFieldsProps<CollaborationFilter>) {
  return (
    <>
      <CodeMultiSelect label={t`Kind`} labels={COLLABORATION_KIND_LABELS} {...someOf(filter, setFilter, "kind")} />
      <CodeMultiSelect label={t`Stage`} labels={STAGE_LABELS} {...someOf(filter, setFilter, "stage")} />
      <PartnerMultiSelect label={t`Partner`} {...someOf(filter, setFilter, "partner")} />
      <CountryMultiSelect label={t`Country`} {...someOf(filter, setFilter, "country")} />
      <PlaceFilters filter={filter} setFilter={setFilter} />
      <CodeMultiSelect label={t`Focus area`} labels={FOCUS_AREA_LABELS} {...someOf(filter, setFilter, "focusArea")} />
      <OfficeMultiSelect {...someOf(filter, setFilter, "office")} />
      <CodeMultiSelect label={t`Outcome`} labels={OUTCOME_MEASURE_LABELS} {...someOf(filter, setFilter, "measure")} />
      <CodeMultiSelect
        label={t`Confidentiality`}
        labels={CONFIDENTIALITY_LABELS}
        {...someOf(filter, setFilter, "confidentiality")}
      />
      <CodeMultiSelect label={t`Due`} labels={COLLABORATION_DUE_LABELS} {...someOf(filter, setFilter, "due")} />
      <PeriodFilter filter={filter} setFilter={setFilter} />
      <CodeMultiSelect
        label={t`Date known to`}
        labels={DATE_PRECISION_LABELS}
        {...someOf(filter, setFilter, "precision")}
      />
    </>
  );
}
