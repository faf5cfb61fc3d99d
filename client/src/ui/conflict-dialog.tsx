import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { Choice } from "./choice.tsx";
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
    <Modal opened onClose={props.onClose} size="xl" title={t`Somebody else changed this in the meantime`}>
      <Stack>
        <Text>
          <Trans>Nothing is lost. Choose for each field which version is right, and save again.</Trans>
        </Text>
        {rows.length === 0 && (
          <Text>
            <Trans>Both versions say the same.</Trans>
          </Text>
        )}
        {rows.map((row) => (
          <Choice
            key={row.field}
            label={props.labels[row.field] ?? row.field}
            value={choices[row.field] ?? row.proposal}
            onChange={(choice) => setChoices({ ...choices, [row.field]: choice })}
            options={[
              { value: "mine", title: t`Yours`, shown: valueText(row.mine) },
              { value: "theirs", title: t`Theirs, as it is now`, shown: valueText(row.theirs) },
            ]}
          />
        ))}
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            <Trans>Back to the form</Trans>
          </Button>
          <Button onClick={() => props.onResolve(mergeVersions(props.mine, props.theirs, choices))}>
            <Trans>Save what is chosen</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
