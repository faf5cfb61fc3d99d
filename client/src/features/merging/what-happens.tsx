import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { List, Text } from "@mantine/core";
import { Section } from "../../ui/section.tsx";
import type { MergeSide } from "./two-records.ts";

interface WhatHappensProps {
  readonly keep: MergeSide;
  readonly merge: MergeSide;
  /** What points to the record that goes, as far as the viewer may read it. */
  readonly moves: readonly string[];
}

/** What follows from merging, and how it is undone. */
export function WhatHappens({ keep, merge, moves }: WhatHappensProps) {
  const [kept, gone] = [keep.name, merge.name];
  return (
    <Section title={t`What happens then`}>
      <List spacing="xs">
        <List.Item>
          {moves.length === 0
            ? t`Nothing that you may read has to move from ${gone}.`
            : t`This moves from ${gone} to ${kept}:`}
          {moves.length > 0 && (
            <List withPadding>
              {moves.map((text) => (
                <List.Item key={text}>{text}</List.Item>
              ))}
            </List>
          )}
        </List.Item>
        <List.Item>{t`${gone} goes to the trash, and old links lead to ${kept} instead.`}</List.Item>
        <List.Item>
          {t`You can undo this at any time, in the history of ${kept}: both are then as they were, but for what is changed in the meantime.`}
        </List.Item>
      </List>
      <Text size="sm" c="dimmed" mt="sm">
        <Trans>Only what you may read is counted. Everything else moves, too.</Trans>
      </Text>
    </Section>
  );
}
