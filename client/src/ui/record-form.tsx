import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Box, Button, Group, List, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconHistory } from "@tabler/icons-react";
import { type ReactNode, useEffect, useEffectEvent } from "react";
import { useLocation, useNavigate } from "react-router";
import { ConflictDialog } from "./conflict-dialog.tsx";
import { InstantText } from "./dates.tsx";
import { useLeaveGuard } from "./leave-guard.ts";
import { notify } from "./notices.tsx";
import { SAVE_AGAIN, UNSENT_PATH } from "./record-paths.ts";
import type { RecordForm } from "./use-record-form.ts";

interface RecordFormFrameProps<Values extends Record<string, unknown>> {
  readonly record: RecordForm<Values>;
  /** Field to its name in words, for the dialog about two versions. */
  readonly labels: Readonly<Record<keyof Values & string, string>>;
  readonly saveLabel: string;
  readonly children: ReactNode;
}

/** The frame of every form: what was put back, its faults in one place, save and cancel. */
export function RecordFormFrame<Values extends Record<string, unknown>>({
  record,
  labels,
  saveLabel,
  children,
}: RecordFormFrameProps<Values>) {
  const navigate = useNavigate();
  useLeaveGuard(record.isUnkept);
  const { state } = useLocation();
  const submitAtOnce = useEffectEvent(() => void record.submit());
  const wantsSubmit = record.isBack && state === SAVE_AGAIN;
  useEffect(() => {
    if (wantsSubmit) submitAtOnce();
  }, [wantsSubmit]);
  useEffect(() => {
    if (record.isWaiting) navigate(UNSENT_PATH, { replace: true });
  }, [record.isWaiting, navigate]);
  function cancel() {
    if (record.isKept) notify({ title: t`Your draft is kept`, message: <DiscardButton discard={record.discard} /> });
    navigate(-1);
  }
  return (
    <Box
      component="form"
      noValidate
      // What is typed here is nothing for the browser to remember and to offer again.
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void record.submit();
      }}
    >
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
        <Restored record={record} />
        {record.failure && <FaultSummary record={record} />}
        {children}
        <Group justify="flex-end" className="surface" p="md" pos="sticky" bottom={0} style={{ zIndex: 2 }}>
          <Button variant="default" onClick={cancel}>
            <Trans>Cancel</Trans>
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
  const { message } = record.failure;
  return (
    <Alert color="red" variant="outline" icon={<IconAlertTriangle aria-hidden />} role="alert" title={t`Not saved yet`}>
      <Text size="sm">{record.failure.fields.length > 0 ? message : t`${message} What you typed is still here.`}</Text>
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

/** Says that an earlier visit's text is back, and lets it go. */
function Restored<Values extends Record<string, unknown>>({ record }: { readonly record: RecordForm<Values> }) {
  if (!record.restored) return null;
  const { keptAt, waiting } = record.restored;
  return (
    <Alert
      color="teal"
      variant="outline"
      icon={<IconHistory aria-hidden />}
      role="status"
      title={waiting ? t`This save has not gone out yet` : t`Your draft is back`}
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          {waiting
            ? t`It is as you saved it; saving it again sends it anew.`
            : t`You had not saved it. It lies in this browser alone, sealed.`}{" "}
          <InstantText value={keptAt} />
        </Text>
        <Button size="xs" variant="default" onClick={record.discard}>
          <Trans>Discard it and begin anew</Trans>
        </Button>
      </Stack>
    </Alert>
  );
}

function DiscardButton({ discard }: { readonly discard: () => void }) {
  return (
    <Button size="compact-sm" variant="light" onClick={discard}>
      <Trans>Discard it</Trans>
    </Button>
  );
}
