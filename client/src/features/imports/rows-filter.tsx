import { codesOf } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Chip, Group } from "@mantine/core";
import { numberText } from "../../ui/number-text.ts";
import { wordsOf } from "../../ui/words.ts";

interface RowsFilterProps<Code extends string> {
  readonly labels: Readonly<Record<Code, string>>;
  readonly countOf: (code: Code) => number;
  readonly total: number;
  readonly value: Code | null;
  readonly onChange: (value: Code | null) => void;
}

/** Which rows are shown: all, or those of one verdict or result, each with how many there are. */
export function RowsFilter<Code extends string>({ labels, countOf, total, value, onChange }: RowsFilterProps<Code>) {
  const codes = codesOf(labels).filter((code) => countOf(code) > 0);
  return (
    <Chip.Group value={value ?? "ALL"} onChange={(chosen) => onChange(codes.find((code) => code === chosen) ?? null)}>
      <Group gap="xs" role="radiogroup" aria-label={t`Rows to show`}>
        <Chip value="ALL">{t`All ${{ count: numberText(total) }}`}</Chip>
        {codes.map((code) => (
          <Chip key={code} value={code}>
            {`${wordsOf(labels)[code]} ${numberText(countOf(code))}`}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}
