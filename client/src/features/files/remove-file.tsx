import { useApolloClient } from "@apollo/client/react";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconTrash } from "@tabler/icons-react";
import { type AttachmentFieldsFragment, RemoveFileDocument } from "../../generated/graphql.ts";
import { QuestionDialog } from "../../ui/question-dialog.tsx";
import { writeAndForget } from "../../ui/write.ts";

interface RemoveFileProps {
  readonly file: Pick<AttachmentFieldsFragment, "id" | "name">;
  readonly onChanged: () => void;
}

/** Removes a file from its record, after a question. */
export function RemoveFile({ file, onChanged }: RemoveFileProps) {
  const { name } = file;
  const client = useApolloClient();
  const [asking, ask] = useDisclosure(false);
  return (
    <>
      <ActionIcon variant="subtle" color="gray" onClick={ask.open} aria-label={t`Remove ${name}`}>
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
      <QuestionDialog
        opened={asking}
        title={t`Remove ${name}?`}
        keepLabel={t`Keep it`}
        onKeep={ask.close}
        doLabel={t`Remove it for good`}
        onDo={async () => {
          await writeAndForget(client, RemoveFileDocument, { id: file.id });
          ask.close();
          onChanged();
        }}
      >
        <Trans>Nobody can bring it back afterwards, not even an administrator.</Trans>
      </QuestionDialog>
    </>
  );
}
