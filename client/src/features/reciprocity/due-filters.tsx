import { RECOGNITION_DUE } from "@concord/shared/reciprocity";
import type { RecognitionDueFilter } from "@concord/shared/rules/reciprocity";
import { plural, t } from "@lingui/core/macro";
import type { FilterFieldsProps } from "../../ui/filter-bar.tsx";
import { MonthsSelect, NumberSelect } from "../../ui/number-select.tsx";
import { OfPartnersFilters } from "./of-partners-filters.tsx";

/** The fields behind the button "Filters", fetched when they are first wanted. */
export function DueFilters({ filter, setFilter }: FilterFieldsProps<RecognitionDueFilter>) {
  return (
    <>
      <NumberSelect
        label={t`Collaborations since, at least`}
        choices={[1, 2, 3, 5, 10, 20]}
        words={(count) => plural(count, { one: "# collaboration", other: "# collaborations" })}
        value={filter.collaborations ?? RECOGNITION_DUE.collaborations}
        onChange={(collaborations) => setFilter({ ...filter, collaborations })}
      />
      <MonthsSelect
        label={t`Not recognised for`}
        choices={[1, 6, 12, 24, 36, 60]}
        value={filter.months ?? RECOGNITION_DUE.months}
        onChange={(months) => setFilter({ ...filter, months })}
      />
      <OfPartnersFilters filter={filter} setFilter={setFilter} />
    </>
  );
}
