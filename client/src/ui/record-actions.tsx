import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { IconArrowBackUp, IconPencil, IconTrash } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { Link, useNavigate } from "react-router";
import { failureOf } from "./failure.ts";

interface RecordActionsProps {
  readonly noun: string;
  readonly name: string;
  readonly abilities: { readonly update: boolean; readonly delete: boolean; readonly restore: boolean };
  readonly editPath: string;
  readonly listPath: string;
  readonly onDelete: () => Promise<unknown>;
  readonly onRestore: () => Promise<unknown>;
  readonly children?: ReactNode;
}

/** What the viewer may do with a record, as the server says; nothing else is shown. */
export function RecordActions(props: RecordActionsProps) {
  const navigate = useNavigate();
  const [asking, ask] = useDisclosure(false);
  const [busy, setBusy] = useState(false);

  async function run(work: () => Promise<unknown>, done: () => void) {
    setBusy(true);
    try {
      await work();
      done();
    } catch (error) {
      notifications.show({ color: "red", title: "That did not work", message: failureOf(error).message });
    } finally {
      setBusy(false);
    }
  }

  const restore = () => run(props.onRestore, () => notifications.show({ message: `${props.name} is restored.` }));
  const remove = () =>
    run(props.onDelete, () => {
      ask.close();
      notifications.show({
        title: `${props.name} is in the trash`,
        message: (
          <Button size="compact-sm" variant="light" onClick={() => void restore()}>
            Undo
          </Button>
        ),
      });
      navigate(props.listPath);
    });

  return (
    <Group gap="xs">
      {props.children}
      {props.abilities.update && (
        <Button
          component={Link}
          to={props.editPath}
          variant="default"
          leftSection={<IconPencil size={16} aria-hidden />}
        >
          Edit
        </Button>
      )}
      {props.abilities.delete && (
        <Button variant="default" leftSection={<IconTrash size={16} aria-hidden />} onClick={ask.open}>
          Delete
        </Button>
      )}
      {props.abilities.restore && (
        <Button loading={busy} leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={() => void restore()}>
          Restore
        </Button>
      )}
      <Modal opened={asking} onClose={ask.close} title={`Move this ${props.noun} to the trash?`} centered>
        <Stack>
          <Text>{props.name} can be restored from the trash, with everything that belongs to it.</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={ask.close}>
              Keep it
            </Button>
            <Button color="red" loading={busy} onClick={() => void remove()}>
              Move to the trash
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Group>
  );
}
