import type { FieldIssue } from "@concord/shared/rules/check";
import type { Side } from "@concord/shared/rules/merging";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Checkbox, SimpleGrid, Stack, Text } from "@mantine/core";
import { Choice } from "../../ui/choice.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Section } from "../../ui/section.tsx";
import type { MergeChoice, MergeList, Sides } from "./two-records.ts";

interface ChoicesProps {
  readonly choices: readonly MergeChoice[];
  readonly sides: Sides;
  readonly faults: readonly FieldIssue[];
  readonly onChoose: (choice: string, side: Side) => void;
}

/** What the two say differently, and the choice between them. */
export function Choices({ choices, sides, faults, onChoose }: ChoicesProps) {
  const differing = choices.filter(({ differs }) => differs);
  return (
    <Section title={t`2. Which is right`}>
      <Stack gap="lg">
        <Text c="dimmed">
          {differing.length === 0
            ? t`Both say the same in every field.`
            : t`Here the two differ. The one that stays will say what is marked.`}
        </Text>
        {differing.map(({ choice, label, fields, proposed, keep, merge }) => (
          <Choice
            key={choice}
            label={label}
            value={sides[choice] ?? proposed}
            onChange={(side) => onChoose(choice, side)}
            error={faults.find(({ path }) => fields.includes(path.split(".")[0] ?? ""))?.message}
            options={[
              { value: "keep", title: t`From the one that stays`, shown: keep },
              { value: "merge", title: t`From the one that goes`, shown: merge },
            ]}
          />
        ))}
      </Stack>
    </Section>
  );
}

interface ListsProps {
  readonly lists: readonly MergeList[];
  readonly leftOut: ReadonlySet<string>;
  readonly onLeaveOut: (list: string, item: string, isOut: boolean) => void;
}

/** What is kept of both. */
export function Lists({ lists, leftOut, onLeaveOut }: ListsProps) {
  const filled = lists.filter(({ items }) => items.length > 0);
  if (filled.length === 0) return null;
  return (
    <Section title={t`3. What is kept of both`}>
      <Stack>
        <Text c="dimmed">
          <Trans>Take away what is wrong.</Trans>
        </Text>
        <SimpleGrid cols={{ base: 1, md: Math.min(filled.length, 3) }} spacing="lg">
          {filled.map(({ list, label, items }) => (
            <Checkbox.Group
              key={list}
              label={label}
              value={items.map(({ key }) => key).filter((key) => !leftOut.has(`${list} ${key}`))}
            >
              <Stack gap="xs" mt="xs">
                {items.map(({ key, text }) => (
                  <Checkbox
                    key={key}
                    value={key}
                    label={text}
                    onChange={(event) => onLeaveOut(list, key, !event.currentTarget.checked)}
                  />
                ))}
              </Stack>
            </Checkbox.Group>
          ))}
        </SimpleGrid>
      </Stack>
    </Section>
  );
}

/** What need not be chosen. */
export function SameInBoth({ choices }: Pick<ChoicesProps, "choices">) {
  const same = choices.filter(({ differs, keep }) => !differs && keep);
  if (same.length === 0) return null;
  return (
    <Section title={t`The same in both`}>
      <Facts facts={same.map(({ label, keep }) => [label, keep] as const)} />
    </Section>
  );
}
