import { parsePartialDate } from "@concord/shared/partial-date";
import { t } from "@lingui/core/macro";
import { useState } from "react";
import { PartialDateInput } from "./partial-date-input.tsx";

interface Period {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

interface PeriodFilterProps<Filter extends Period> {
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
}

/** A period of a filter; it counts as soon as it can be read as a date. */
export function PeriodFilter<Filter extends Period>({ filter, setFilter }: PeriodFilterProps<Filter>) {
  return (
    <>
      <PeriodEnd label={t`From`} value={filter.from} onDate={(from) => setFilter({ ...filter, from })} />
      <PeriodEnd label={t`To`} value={filter.to} onDate={(to) => setFilter({ ...filter, to })} />
    </>
  );
}

interface PeriodEndProps {
  readonly label: string;
  readonly value: string | null | undefined;
  readonly onDate: (value: string | undefined) => void;
}

function PeriodEnd({ label, value, onDate }: PeriodEndProps) {
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <PartialDateInput
      label={label}
      withoutHint
      value={draft ?? value ?? null}
      onChange={(typed) => {
        const isDate = typed !== null && parsePartialDate(typed) !== undefined;
        setDraft(typed === null || isDate ? null : typed);
        if (typed === null || isDate) onDate(typed ?? undefined);
      }}
    />
  );
}
