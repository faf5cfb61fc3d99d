import { codesOf, FOCUS_AREA_LABELS, type FocusArea, isCode } from "@concord/shared/vocabularies";
import { Chip, Group, Input } from "@mantine/core";
import type { ReactNode } from "react";

interface FocusAreaChipsProps {
  readonly value: readonly FocusArea[];
  readonly onChange: (value: FocusArea[]) => void;
  readonly error?: ReactNode;
}

/** Focus areas to choose from, all in sight. */
export function FocusAreaChips({ value, onChange, error }: FocusAreaChipsProps) {
  return (
    <Input.Wrapper label="Focus areas" error={error} labelElement="div">
      <Chip.Group
        multiple
        value={[...value]}
        onChange={(codes) => onChange(codes.filter((code) => isCode(FOCUS_AREA_LABELS, code)))}
      >
        <Group gap="xs" mt={4} role="group" aria-label="Focus areas">
          {codesOf(FOCUS_AREA_LABELS).map((code) => (
            <Chip key={code} value={code} size="sm">
              {FOCUS_AREA_LABELS[code]}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  );
}
