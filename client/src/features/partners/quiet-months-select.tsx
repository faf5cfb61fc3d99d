import { plural, t } from "@lingui/core/macro";
import { Select } from "@mantine/core";

const CHOICES = [3, 6, 12, 24, 60];

interface QuietMonthsSelectProps {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (months: number | undefined) => void;
  readonly clearable?: boolean;
}

/** How long nothing was done with partners, so that they count as gone quiet; months that an address names stay. */
export function QuietMonthsSelect({ label, value, onChange, clearable = false }: QuietMonthsSelectProps) {
  const choices = value === null || CHOICES.includes(value) ? CHOICES : [...CHOICES, value].toSorted((a, b) => a - b);
  return (
    <Select
      label={label}
      data={choices.map((months) => ({
        value: String(months),
        label: plural(months, { one: "# month", other: "# months" }),
      }))}
      value={value === null ? null : String(value)}
      onChange={(months) => onChange(months === null ? undefined : Number(months))}
      allowDeselect={false}
      clearable={clearable}
      clearButtonProps={{ "aria-label": t`Empty: ${label}` }}
    />
  );
}
