import { ActionIcon, Button, Fieldset, Group, Stack, Text } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";

/** What is said of the rows, each in one piece. */
export interface RowTexts {
  /** "Add source" */
  readonly add: string;
  /** "Source 2" */
  readonly row: (number: number) => string;
  /** "Remove source 2" */
  readonly remove: (number: number) => string;
}

interface RowsInputProps<Row> {
  readonly legend: string;
  readonly texts: RowTexts;
  readonly rows: readonly Row[];
  readonly onAdd: () => void;
  readonly onRemove: (index: number) => void;
  readonly error?: ReactNode;
  readonly children: (row: Row, index: number) => ReactNode;
}

/** A list within a form: rows of fields, one to be added, each to be removed. */
export function RowsInput<Row>({ legend, texts, rows, onAdd, onRemove, error, children }: RowsInputProps<Row>) {
  return (
    <Fieldset legend={legend} variant="unstyled">
      <Stack gap="sm" mt={4}>
        {rows.map((row, index) => (
          <Group
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own; the form holds their values
            key={index}
            gap="xs"
            align="flex-start"
            wrap="nowrap"
            className="surface"
            p="sm"
            role="group"
            aria-label={texts.row(index + 1)}
          >
            <Stack gap="xs" flex={1} miw={0}>
              {children(row, index)}
            </Stack>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              mt={22}
              onClick={() => onRemove(index)}
              aria-label={texts.remove(index + 1)}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        {error && (
          <Text c="var(--mantine-color-error)" size="sm" role="alert">
            {error}
          </Text>
        )}
        <Group>
          <Button variant="default" size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={onAdd}>
            {texts.add}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}
