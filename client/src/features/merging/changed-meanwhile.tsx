import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Box, Button, Group, Modal, SimpleGrid, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { Compared, MergeChoice, MergeList } from "./two-records.ts";

interface ChangedMeanwhileProps {
  /** The two as they were shown, and as they are. */
  readonly before: Compared;
  readonly now: Compared;
  readonly onClose: () => void;
  readonly onMerge: () => void;
}

/** Somebody changed one of the two while they were compared: what it said, and what it says now. */
export function ChangedMeanwhile({ before, now, onClose, onMerge }: ChangedMeanwhileProps) {
  const changes = [
    ...before.choices.flatMap((was) => changesOfChoice(was, now)),
    ...before.listsUnder({}).flatMap((was) => changesOfList(was, now.listsUnder({}))),
  ];
  return (
    <Modal opened onClose={onClose} size="xl" title={t`Somebody changed one of the two in the meantime`}>
      <Stack>
        <Text>
          <Trans>
            Nothing has been merged yet, and what you chose stays chosen. This is what changed while you looked at it.
          </Trans>
        </Text>
        {changes.length === 0 && (
          <Text>
            <Trans>Both say what they said before.</Trans>
          </Text>
        )}
        {changes.map(({ key, label, was, is }) => (
          <Box key={key}>
            <Text fw={600} size="sm">
              {label}
            </Text>
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" mt={4}>
              <Version title={t`Before`} shown={was} />
              <Version title={t`Now`} shown={is} />
            </SimpleGrid>
          </Box>
        ))}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Look at both again</Trans>
          </Button>
          <Button onClick={onMerge}>
            <Trans>Merge them as they are now</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Version({ title, shown }: { readonly title: string; readonly shown: ReactNode }) {
  return (
    <Box className="surface" p="sm">
      <Text size="sm" c="dimmed">
        {title}
      </Text>
      <Text component="div" className="prose" lineClamp={12}>
        {shown || t`(empty)`}
      </Text>
    </Box>
  );
}

interface Change {
  readonly key: string;
  readonly label: string;
  readonly was: ReactNode;
  readonly is: ReactNode;
}

function changesOfChoice(was: MergeChoice, now: Compared): Change[] {
  const is = now.choices.find(({ choice }) => choice === was.choice);
  if (!is) return [];
  return (["keep", "merge"] as const)
    .filter((side) => was.said[side] !== is.said[side])
    .map((side) => ({
      key: `${was.choice} ${side}`,
      label: `${was.label} · ${now[side].name}`,
      was: was[side],
      is: is[side],
    }));
}

function changesOfList(was: MergeList, now: readonly MergeList[]): Change[] {
  const is = now.find(({ list }) => list === was.list);
  const textOf = (list: MergeList | undefined) => list?.items.map(({ text }) => text).join("; ") ?? "";
  const [old, current] = [textOf(was), textOf(is)];
  return old === current ? [] : [{ key: was.list, label: was.label, was: old, is: current }];
}
