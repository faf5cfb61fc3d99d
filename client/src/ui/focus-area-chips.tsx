import { codesOf, FOCUS_AREA_LABELS, type FocusArea, isCode } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Chip, Group, Input } from "@mantine/core";
import type { ReactNode } from "react";
import { wordsOf } from "./words.ts";

interface FocusAreaChipsProps {
  readonly value: readonly FocusArea[];
  readonly onChange: (value: FocusArea[]) => void;
  readonly error?: ReactNode;
}

/** Focus areas to choose from, all in sight. */
export function FocusAreaChips({ value, onChange, error }: FocusAreaChipsProps) {
  return (
    <Input.Wrapper label={t`Focus areas`} error={error} labelElement="div">
      <Chip.Group
        multiple
        value={[...value]}
        onChange={(codes) => onChange(codes.filter((code) => isCode(FOCUS_AREA_LABELS, code)))}
      >
        <Group gap="xs" mt={4} role="group" aria-label={t`Focus areas`}>
          {codesOf(FOCUS_AREA_LABELS).map((code) => (
            <Chip key={code} value={code} size="sm">
              {wordsOf(FOCUS_AREA_LABELS)[code]}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  );
}
