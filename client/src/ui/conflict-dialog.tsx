import { Box, Button, Group, Modal, Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { differences, mergeVersions } from "./conflict.ts";
import { valueText } from "./value-text.ts";

interface ConflictDialogProps<Values extends Record<string, unknown>> {
  readonly labels: Readonly<Record<string, string>>;
  readonly base: Values;
  readonly mine: Values;
  readonly theirs: Values;
  readonly onResolve: (merged: Values) => void;
  readonly onClose: () => void;
}

/** Two people changed one record: both versions side by side, and for each field the choice between them. */
export function ConflictDialog<Values extends Record<string, unknown>>(props: ConflictDialogProps<Values>) {
  const rows = differences(props.base, props.mine, props.theirs);
  const [choices, setChoices] = useState<Record<string, "mine" | "theirs">>(() =>
    Object.fromEntries(rows.map((row) => [row.field, row.proposal])),
  );
  return (
    <Modal opened onClose={props.onClose} size="xl" title="Somebody else changed this in the meantime">
      <Stack>
        <Text>Nothing is lost. Choose for each field which version is right, and save again.</Text>
        {rows.length === 0 && <Text>Both versions say the same.</Text>}
        {rows.map((row) => (
          <Radio.Group
            key={row.field}
            label={props.labels[row.field] ?? row.field}
            value={choices[row.field] ?? row.proposal}
            onChange={(choice) => setChoices({ ...choices, [row.field]: choice === "theirs" ? "theirs" : "mine" })}
          >
            <Group grow align="stretch" mt={4}>
              <Version name="mine" title="Yours" value={row.mine} />
              <Version name="theirs" title="Theirs, as it is now" value={row.theirs} />
            </Group>
          </Radio.Group>
        ))}
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            Back to the form
          </Button>
          <Button onClick={() => props.onResolve(mergeVersions(props.mine, props.theirs, choices))}>
            Save what is chosen
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Version({ name, title, value }: { readonly name: string; readonly title: string; readonly value: unknown }) {
  return (
    <Box className="surface" p="sm">
      <Radio value={name} label={title} />
      <Text mt="xs" className="prose" lineClamp={12}>
        {valueText(value) || "(empty)"}
      </Text>
    </Box>
  );
}
