import { partialDateOf } from "@concord/shared/partial-date";
import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import { t } from "@lingui/core/macro";
import { Select } from "@mantine/core";

interface Preset {
  readonly value: string;
  readonly label: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

const OWN = "OWN";

/** Periods that are asked for again and again, as they are on a day. */
function presetsOn(day: string): Preset[] {
  const year = Number(day.slice(0, 4));
  const month = day.slice(0, 7);
  // Twelve months with the one that we are in: from the same month of last year, but one later.
  const begun = new Date(Date.UTC(year, Number(day.slice(5, 7)) - 12, 1)).toISOString().slice(0, 7);
  const [thisYear, lastYear] = [String(year), String(year - 1)];
  return [
    { value: "ALL", label: t`All time`, from: undefined, to: undefined },
    { value: "THIS_YEAR", label: t`This year (${thisYear})`, from: thisYear, to: thisYear },
    { value: "LAST_12_MONTHS", label: t`Last 12 months`, from: begun, to: month },
    { value: "LAST_YEAR", label: t`Last year (${lastYear})`, from: lastYear, to: lastYear },
  ];
}

interface PeriodSelectProps {
  readonly filter: DashboardFilter;
  readonly setFilter: (filter: DashboardFilter) => void;
}

/** Chooses a period by its name; one's own is written in the fields beside it. */
export function PeriodSelect({ filter, setFilter }: PeriodSelectProps) {
  const presets = presetsOn(partialDateOf(new Date()));
  const [from, to] = [filter.from ?? undefined, filter.to ?? undefined];
  const chosen = presets.find((preset) => preset.from === from && preset.to === to);
  return (
    <Select
      label={t`Period`}
      value={chosen?.value ?? OWN}
      data={[
        ...presets.map(({ value, label }) => ({ value, label })),
        ...(chosen ? [] : [{ value: OWN, label: t`Own dates` }]),
      ]}
      onChange={(value) => {
        const preset = presets.find((candidate) => candidate.value === value);
        if (preset) setFilter({ ...filter, from: preset.from, to: preset.to });
      }}
      allowDeselect={false}
    />
  );
}
