import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconArrowBackUp, IconPencil, IconTrash } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { Link, useNavigate } from "react-router";
import { failureOf } from "./failure.ts";
import { notify } from "./notices.tsx";
import { QuestionDialog } from "./question-dialog.tsx";

interface RecordActionsProps {
  /** "Move this partner to the trash?" */
  readonly question: string;
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
  const { name } = props;
  const navigate = useNavigate();
  const [asking, ask] = useDisclosure(false);
  const [busy, setBusy] = useState(false);

  async function restore() {
    setBusy(true);
    try {
      await props.onRestore();
      notify({ message: t`${name} is restored.` });
    } catch (error) {
      notify({ color: "red", title: t`That did not work`, message: failureOf(error).message });
    } finally {
      setBusy(false);
    }
  }

  async function remove() {
    await props.onDelete();
    ask.close();
    notify({
      title: t`${name} is in the trash`,
      message: (
        <Button size="compact-sm" variant="light" onClick={() => void restore()}>
          <Trans>Undo</Trans>
        </Button>
      ),
    });
    navigate(props.listPath);
  }

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
          <Trans>Edit</Trans>
        </Button>
      )}
      {props.abilities.delete && (
        <Button variant="default" leftSection={<IconTrash size={16} aria-hidden />} onClick={ask.open}>
          <Trans>Delete</Trans>
        </Button>
      )}
      {props.abilities.restore && (
        <Button loading={busy} leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={() => void restore()}>
          <Trans>Restore</Trans>
        </Button>
      )}
      <QuestionDialog
        opened={asking}
        title={props.question}
        keepLabel={t`Keep it`}
        onKeep={ask.close}
        doLabel={t`Move to the trash`}
        onDo={remove}
      >
        {t`${name} can be restored from the trash, with everything that belongs to it.`}
      </QuestionDialog>
    </Group>
  );
}
