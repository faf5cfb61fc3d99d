import { Alert, Box, Button, Group, List, Modal, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { type ReactNode, useEffect } from "react";
import { useBlocker, useNavigate } from "react-router";
import { ConflictDialog } from "./conflict-dialog.tsx";
import type { RecordForm } from "./use-record-form.ts";

interface RecordFormFrameProps<Values extends Record<string, unknown>> {
  readonly record: RecordForm<Values>;
  /** Field to its name in words, for the dialog about two versions. */
  readonly labels: Readonly<Record<keyof Values & string, string>>;
  readonly saveLabel: string;
  readonly children: ReactNode;
}

/** The frame of every form: its faults in one place, save and cancel, and a guard over what is not saved. */
export function RecordFormFrame<Values extends Record<string, unknown>>({
  record,
  labels,
  saveLabel,
  children,
}: RecordFormFrameProps<Values>) {
  const navigate = useNavigate();
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void record.submit();
      }}
    >
      <UnsavedGuard isDirty={record.isDirty} />
      {record.conflict && (
        <ConflictDialog
          labels={labels}
          base={record.base}
          mine={record.form.values}
          theirs={record.conflict.theirs}
          onResolve={record.resolveConflict}
          onClose={record.dismissConflict}
        />
      )}
      <Stack gap="lg">
        {record.failure && <FaultSummary record={record} />}
        {children}
        <Group justify="flex-end" className="surface" p="md" pos="sticky" bottom={0} style={{ zIndex: 2 }}>
          <Button variant="default" onClick={() => navigate(-1)}>
            Cancel
          </Button>
          <Button type="submit" loading={record.saving}>
            {saveLabel}
          </Button>
        </Group>
      </Stack>
    </Box>
  );
}

function FaultSummary<Values extends Record<string, unknown>>({ record }: { readonly record: RecordForm<Values> }) {
  if (!record.failure) return null;
  return (
    <Alert color="red" variant="outline" icon={<IconAlertTriangle aria-hidden />} role="alert" title="Not saved yet">
      <Text size="sm">
        {record.failure.message}
        {record.failure.fields.length === 0 && " What you typed is still here."}
      </Text>
      {record.failure.fields.length > 0 && (
        <List size="sm" mt={4}>
          {record.failure.fields.map((issue) => (
            <List.Item key={issue.path}>{issue.message}</List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}

/** Asks before what was typed is lost, by a link within Concord as by closing the page. */
function UnsavedGuard({ isDirty }: { readonly isDirty: boolean }) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isDirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!isDirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isDirty]);
  return (
    <Modal
      opened={blocker.state === "blocked"}
      onClose={() => blocker.reset?.()}
      title="Leave without saving?"
      centered
    >
      <Stack>
        <Text>What you typed here is not saved. If you leave, it is lost.</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => blocker.reset?.()}>
            Stay here
          </Button>
          <Button color="red" onClick={() => blocker.proceed?.()}>
            Leave without saving
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
