import { Trans } from "@lingui/react/macro";
import { Box, Button, Group, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { FailureAlert } from "./failure-alert.tsx";

interface ShortFormFrameProps {
  readonly short: {
    readonly busy: boolean;
    readonly failure: { readonly message: string } | null;
    readonly submit: () => Promise<void>;
  };
  readonly submitLabel: string;
  /** Of a dialog or a step that one may leave. */
  readonly onCancel?: () => void;
  readonly children: ReactNode;
}

/** The frame of a short form: what did not work, the fields, and the button that sends them. */
export function ShortFormFrame({ short, submitLabel, onCancel, children }: ShortFormFrameProps) {
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void short.submit();
      }}
    >
      <Stack>
        {short.failure && <FailureAlert failure={short.failure} />}
        {children}
        <Group justify="flex-end">
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              <Trans>Cancel</Trans>
            </Button>
          )}
          <Button type="submit" loading={short.busy} flex={onCancel ? "none" : 1}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </Box>
  );
}
