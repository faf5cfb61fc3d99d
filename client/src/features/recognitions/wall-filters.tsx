import type { RecognitionFilter } from "@concord/shared/rules/recognitions";
import { DIRECTION_LABELS, RECOGNITION_KIND_LABELS } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { CodeMultiSelect } from "../../ui/code-select.tsx";
import type { FilterFieldsProps } from "../../ui/filter-bar.tsx";
import { someOf } from "../../ui/filter-bar.tsx";
import { CountryMultiSelect } from "../../ui/place-selects.tsx";
import { PartnerMultiSelect } from "../partners/partner-select.tsx";

/** The fields behind the wall's button "Filters". */
export function WallFilters({ filter, setFilter }: FilterFieldsProps<RecognitionFilter>) {
  return (
    <>
      <CodeMultiSelect label={t`Direction`} labels={DIRECTION_LABELS} {...someOf(filter, setFilter, "direction")} />
      <CodeMultiSelect label={t`Kind`} labels={RECOGNITION_KIND_LABELS} {...someOf(filter, setFilter, "kind")} />
      <PartnerMultiSelect label={t`Partner`} {...someOf(filter, setFilter, "partner")} />
      <CountryMultiSelect label={t`Country`} {...someOf(filter, setFilter, "country")} />
      <YearFilter filter={filter} setFilter={setFilter} />
    </>
  );
}

/** One year, as a period that begins and ends with it; it counts as soon as it has four digits. */
function YearFilter({ filter, setFilter }: FilterFieldsProps<RecognitionFilter>) {
  const [draft, setDraft] = useState<string | null>(null);
  const year = filter.from === filter.to ? filter.from : null;
  return (
    <TextInput
      label={t`Year`}
      inputMode="numeric"
      maxLength={4}
      value={draft ?? year ?? ""}
      onChange={(event) => {
        const typed = event.currentTarget.value.trim();
        const isYear = /^[1-9]\d{3}$/.test(typed);
        setDraft(typed === "" || isYear ? null : typed);
        if (typed === "") setFilter({ ...filter, from: undefined, to: undefined });
        else if (isYear) setFilter({ ...filter, from: typed, to: typed });
      }}
    />
  );
}
