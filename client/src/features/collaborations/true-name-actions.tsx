import { useApolloClient } from "@apollo/client/react";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconTrash } from "@tabler/icons-react";
import { type CollaborationFieldsFragment, RemoveTrueNameDocument } from "../../generated/graphql.ts";
import { QuestionDialog } from "../../ui/question-dialog.tsx";
import { writeAndForget } from "../../ui/write.ts";
import { KeepTrueName } from "./keep-true-name.tsx";
import { RevealTrueName } from "./reveal-true-name.tsx";
import type { Whose } from "./whose.ts";

interface TrueNameActionsProps {
  readonly collaborationId: string;
  readonly appearance: CollaborationFieldsFragment["appearances"][number];
  readonly onChanged: () => void;
}

/** What the viewer may do with the true name of a protected person, as the server says; nothing else is shown. */
export function TrueNameActions({ collaborationId, appearance, onChanged }: TrueNameActionsProps) {
  const { id, name, hasTrueName, trueNameAbilities } = appearance;
  const { reveal, keep } = trueNameAbilities;
  if (!keep && !(reveal && hasTrueName)) return null;
  const person = { whose: { collaboration: collaborationId, appearance: id }, pseudonym: name };
  return (
    <Group gap="xs" mt={6} role="group" aria-label={t`The true name of ${name}`}>
      {reveal && hasTrueName && <RevealTrueName {...person} />}
      {keep && <KeepTrueName {...person} replaces={hasTrueName} onChanged={onChanged} />}
      {keep && hasTrueName && <RemoveTrueName {...person} onChanged={onChanged} />}
    </Group>
  );
}

interface RemoveTrueNameProps {
  readonly whose: Whose;
  readonly pseudonym: string;
  readonly onChanged: () => void;
}

function RemoveTrueName({ whose, pseudonym, onChanged }: RemoveTrueNameProps) {
  const client = useApolloClient();
  const [asking, ask] = useDisclosure(false);
  return (
    <>
      <Button size="xs" variant="default" leftSection={<IconTrash size={14} aria-hidden />} onClick={ask.open}>
        <Trans>Remove it…</Trans>
      </Button>
      <QuestionDialog
        opened={asking}
        title={t`Remove the true name of ${pseudonym}?`}
        keepLabel={t`Keep it`}
        onKeep={ask.close}
        doLabel={t`Remove it for good`}
        onDo={async () => {
          await writeAndForget(client, RemoveTrueNameDocument, { ...whose });
          ask.close();
          onChanged();
        }}
      >
        <Trans>Nobody can bring it back afterwards, not even an administrator.</Trans>
      </QuestionDialog>
    </>
  );
}
