import { useApolloClient } from "@apollo/client/react";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconArrowsSplit2 } from "@tabler/icons-react";
import { UnmergeDocument } from "../../generated/graphql.ts";
import { notify } from "../../ui/notices.tsx";
import { QuestionDialog } from "../../ui/question-dialog.tsx";
import { writeAndForget } from "../../ui/write.ts";
import { fieldLabel } from "../history/field-labels.ts";
import { forgetAddress } from "./old-addresses.ts";

interface UndoMergeProps {
  readonly merged: { readonly id: string; readonly name: string };
  readonly onUndone?: () => void;
}

/** Undoes a merge, once somebody has said that they mean it. */
export function UndoMerge({ merged, onUndone }: UndoMergeProps) {
  const { name } = merged;
  const client = useApolloClient();
  const [asking, ask] = useDisclosure(false);

  async function undo() {
    const { unmerge } = await writeAndForget(client, UnmergeDocument, { merged: merged.id });
    forgetAddress(client, merged.id);
    await client.refetchQueries({ include: "active" });
    ask.close();
    notify({
      title: t`${name} is a record of its own again`,
      message: changedSinceText(unmerge.changedSince),
    });
    onUndone?.();
  }

  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconArrowsSplit2 size={14} aria-hidden />}
        onClick={ask.open}
        aria-label={t`Undo this merge with ${name}`}
      >
        <Trans>Undo this merge</Trans>
      </Button>
      <QuestionDialog
        opened={asking}
        title={t`Undo this merge?`}
        keepLabel={t`Leave them merged`}
        onKeep={ask.close}
        doLabel={t`Undo the merge`}
        onDo={undo}
      >
        {t`${name} comes out of the trash with everything that was its own, and this record becomes what it was before. What somebody changed since stays as they left it.`}
      </QuestionDialog>
    </>
  );
}

function changedSinceText(fields: readonly string[]): string {
  if (fields.length === 0) return t`Both are as they were before.`;
  const names = fields.map(fieldLabel).join(", ");
  return t`Changed since, and so left as they are: ${names}.`;
}
