import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { type Failure, failureOf } from "./failure.ts";
import { FailureAlert } from "./failure-alert.tsx";

interface QuestionDialogProps {
  readonly opened: boolean;
  readonly title: string;
  /** What follows from doing it. */
  readonly children: ReactNode;
  readonly keepLabel: string;
  readonly onKeep: () => void;
  readonly doLabel: string;
  /** What it throws is shown in the dialog, which stays. */
  readonly onDo: () => void | Promise<void>;
}

/** Asks before something is lost. */
export function QuestionDialog(props: QuestionDialogProps) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function run() {
    setBusy(true);
    setFailure(null);
    try {
      await props.onDo();
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Modal
      opened={props.opened}
      onClose={props.onKeep}
      onExitTransitionEnd={() => setFailure(null)}
      title={props.title}
      centered
    >
      <Stack>
        {failure && <FailureAlert failure={failure} />}
        <Text>{props.children}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onKeep}>
            {props.keepLabel}
          </Button>
          <Button color="red" loading={busy} onClick={() => void run()}>
            {props.doLabel}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
