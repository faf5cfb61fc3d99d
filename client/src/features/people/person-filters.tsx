import type { PersonFilter } from "@concord/shared/rules/people";
import { t } from "@lingui/core/macro";
import { Checkbox } from "@mantine/core";
import type { FilterFieldsProps } from "../../ui/filter-bar.tsx";
import { someOf } from "../../ui/filter-bar.tsx";
import { OfficeMultiSelect } from "../offices/office-select.tsx";
import { PartnerMultiSelect } from "../partners/partner-select.tsx";

/** The fields behind the button "Filters", fetched when they are first wanted. */
export function PersonFilters({ filter, setFilter }: FilterFieldsProps<PersonFilter>) {
  return (
    <>
      <PartnerMultiSelect label={t`Partner`} {...someOf(filter, setFilter, "partner")} />
      <OfficeMultiSelect {...someOf(filter, setFilter, "office")} />
      <Checkbox
        label={t`Holds a position now`}
        checked={filter.current === true}
        onChange={(event) => setFilter({ ...filter, current: event.currentTarget.checked ? true : undefined })}
        mt="lg"
      />
    </>
  );
}
