import type { NeverThankedFilter } from "@concord/shared/rules/reciprocity";
import { FOCUS_AREA_LABELS, PARTNER_KIND_LABELS } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { CodeMultiSelect } from "../../ui/code-select.tsx";
import { type FilterFieldsProps, someOf } from "../../ui/filter-bar.tsx";
import { CountryMultiSelect } from "../../ui/place-selects.tsx";
import { OfficeMultiSelect } from "../offices/office-select.tsx";

type OfPartners = Pick<NeverThankedFilter, "country" | "office" | "focusArea" | "kind">;

/** What narrows partners, or people by theirs, in both lists. */
export function OfPartnersFilters<Filter extends OfPartners>({ filter, setFilter }: FilterFieldsProps<Filter>) {
  const setOfPartners = (next: OfPartners) => setFilter({ ...filter, ...next });
  const ofPartners: OfPartners = filter;
  return (
    <>
      <CodeMultiSelect
        label={t`Kind of partner`}
        labels={PARTNER_KIND_LABELS}
        {...someOf(ofPartners, setOfPartners, "kind")}
      />
      <CountryMultiSelect label={t`Country`} {...someOf(ofPartners, setOfPartners, "country")} />
      <CodeMultiSelect
        label={t`Focus area`}
        labels={FOCUS_AREA_LABELS}
        {...someOf(ofPartners, setOfPartners, "focusArea")}
      />
      <OfficeMultiSelect {...someOf(ofPartners, setOfPartners, "office")} />
    </>
  );
}
