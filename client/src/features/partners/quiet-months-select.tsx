import { MonthsSelect } from "../../ui/number-select.tsx";

const CHOICES = [3, 6, 12, 24, 60];

interface QuietMonthsSelectProps {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (months: number | undefined) => void;
  readonly clearable?: boolean;
}

/** How long nothing was done with partners, so that they count as gone quiet. */
export function QuietMonthsSelect(props: QuietMonthsSelectProps) {
  return <MonthsSelect choices={CHOICES} {...props} />;
}
