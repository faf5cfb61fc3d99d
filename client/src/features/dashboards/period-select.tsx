import { partialDateOf } from "@concord/shared/partial-date";
import { periodNamed } from "@concord/shared/periods";
import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import { codesOf, DASHBOARD_PERIOD_LABELS, type DashboardPeriod } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Select } from "@mantine/core";
import { wordsOf } from "../../ui/words.ts";
import { periodOf } from "./named-period.ts";

const ALL = "ALL";
const OWN = "OWN";

/** A period's name, and of a year which one it is. */
function labelOf(name: DashboardPeriod, { from, to }: ReturnType<typeof periodNamed>): string {
  const words = wordsOf(DASHBOARD_PERIOD_LABELS)[name];
  return from === to && from.length === 4 ? t`${words} (${from})` : words;
}

interface PeriodSelectProps {
  readonly filter: DashboardFilter;
  readonly setFilter: (filter: DashboardFilter) => void;
}

/** Chooses a period by its name; one's own is written in the fields beside it. */
export function PeriodSelect({ filter, setFilter }: PeriodSelectProps) {
  const day = partialDateOf(new Date());
  const presets = codesOf(DASHBOARD_PERIOD_LABELS).map((value) => ({ value, period: periodNamed(value, day) }));
  const value = !(filter.from || filter.to) ? ALL : (periodOf(filter) ?? OWN);
  return (
    <Select
      label={t`Period`}
      value={value}
      data={[
        { value: ALL, label: t`All time` },
        ...presets.map((preset) => ({ value: preset.value, label: labelOf(preset.value, preset.period) })),
        ...(value === OWN ? [{ value: OWN, label: t`Own dates` }] : []),
      ]}
      onChange={(chosen) => {
        const preset = presets.find((candidate) => candidate.value === chosen);
        if (preset) setFilter({ ...filter, ...preset.period });
        else if (chosen === ALL) setFilter({ ...filter, from: undefined, to: undefined });
      }}
      allowDeselect={false}
    />
  );
}
