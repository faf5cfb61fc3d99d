import { plural, t } from "@lingui/core/macro";
import { Select } from "@mantine/core";

interface MonthsSelectProps {
  readonly label: string;
  readonly choices: readonly number[];
  readonly value: number | null;
  readonly onChange: (value: number | undefined) => void;
  readonly clearable?: boolean;
}

interface NumberSelectProps extends MonthsSelectProps {
  /** "3 collaborations" */
  readonly words: (value: number) => string;
}

/** One of some numbers, in words; a number that an address names stays, though it is none of them. */
export function NumberSelect({ label, choices, words, value, onChange, clearable = false }: NumberSelectProps) {
  const all = value === null || choices.includes(value) ? choices : [...choices, value].toSorted((a, b) => a - b);
  return (
    <Select
      label={label}
      data={all.map((number) => ({ value: String(number), label: words(number) }))}
      value={value === null ? null : String(value)}
      onChange={(number) => onChange(number === null ? undefined : Number(number))}
      allowDeselect={false}
      clearable={clearable}
      clearButtonProps={{ "aria-label": t`Empty: ${label}` }}
    />
  );
}

export function MonthsSelect(props: MonthsSelectProps) {
  return <NumberSelect {...props} words={(months) => plural(months, { one: "# month", other: "# months" })} />;
}
