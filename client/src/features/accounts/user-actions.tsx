import type { TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconKey, IconPencil, IconShieldOff, IconUserCheck, IconUserOff } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import {
  DeactivateUserDocument,
  ReactivateUserDocument,
  ResetOneTimeCodesDocument,
  SendPasswordLinkDocument,
  type SendPasswordLinkMutation,
  UserDocument,
  type UserFieldsFragment,
} from "../../generated/graphql.ts";
import { failureOf } from "../../ui/failure.ts";
import { notify } from "../../ui/notices.tsx";
import { QuestionDialog } from "../../ui/question-dialog.tsx";
import { useSession } from "../../ui/session.ts";
import { writeAndForget } from "../../ui/write.ts";
import { LinkToHandOver } from "./link-to-hand-over.tsx";
import { userPath } from "./paths.ts";

interface UserProps {
  readonly user: UserFieldsFragment;
}

/** What an administrator may do with a user. */
export function UserActions({ user }: UserProps) {
  const isDeactivated = user.status === "DEACTIVATED";
  return (
    <Group gap="xs">
      <Button
        component={Link}
        to={`${userPath(user.id)}/edit`}
        variant="default"
        leftSection={<IconPencil size={16} aria-hidden />}
      >
        <Trans>Edit</Trans>
      </Button>
      {!isDeactivated && <LinkButton user={user} />}
      {user.account?.oneTimeCodes && <ResetCodesButton user={user} />}
      {isDeactivated ? <ReactivateButton user={user} /> : <DeactivateButton user={user} />}
    </Group>
  );
}

/** Changes a user who is as they are shown; if somebody else was faster, they are shown anew. */
function useChange({ id, version }: UserFieldsFragment) {
  const client = useApolloClient();
  return async <Data,>(mutation: TypedDocumentNode<Data, { id: string; version: number }>) => {
    try {
      return await writeAndForget(client, mutation, { id, version });
    } catch (error) {
      if (failureOf(error).code === "CONFLICT") await client.refetchQueries({ include: [UserDocument] });
      throw error;
    }
  };
}

function tellFailure(error: unknown) {
  notify({ color: "red", title: t`That did not work`, message: failureOf(error).message });
}

function DeactivateButton({ user }: UserProps) {
  const { name } = user;
  const change = useChange(user);
  const [asking, ask] = useDisclosure(false);
  return (
    <>
      <Button variant="default" leftSection={<IconUserOff size={16} aria-hidden />} onClick={ask.open}>
        <Trans>Deactivate</Trans>
      </Button>
      <QuestionDialog
        opened={asking}
        title={t`Deactivate ${name}?`}
        keepLabel={t`Keep them active`}
        onKeep={ask.close}
        doLabel={t`Deactivate`}
        onDo={() => change(DeactivateUserDocument).then(ask.close)}
      >
        <Trans>
          They are signed out everywhere at once, their API tokens and links stop working, and they cannot sign in until
          somebody reactivates them. What they did stays.
        </Trans>
      </QuestionDialog>
    </>
  );
}

function ReactivateButton({ user }: UserProps) {
  const { name } = user;
  const change = useChange(user);
  const [busy, setBusy] = useState(false);
  async function reactivate() {
    setBusy(true);
    try {
      await change(ReactivateUserDocument);
      notify({ message: t`${name} may sign in again.` });
    } catch (error) {
      tellFailure(error);
    } finally {
      setBusy(false);
    }
  }
  return (
    <Button loading={busy} leftSection={<IconUserCheck size={16} aria-hidden />} onClick={() => void reactivate()}>
      <Trans>Reactivate</Trans>
    </Button>
  );
}

function ResetCodesButton({ user }: UserProps) {
  const { name } = user;
  const change = useChange(user);
  const [asking, ask] = useDisclosure(false);
  return (
    <>
      <Button variant="default" leftSection={<IconShieldOff size={16} aria-hidden />} onClick={ask.open}>
        <Trans>Reset one-time codes</Trans>
      </Button>
      <QuestionDialog
        opened={asking}
        title={t`Reset the one-time codes of ${name}?`}
        keepLabel={t`Keep them`}
        onKeep={ask.close}
        doLabel={t`Reset`}
        onDo={() => change(ResetOneTimeCodesDocument).then(ask.close)}
      >
        <Trans>
          This is for somebody who lost their authenticator and their recovery codes: make sure that it is they who ask.
          They are signed out everywhere, and sign in with their password alone until they set codes up again.
        </Trans>
      </QuestionDialog>
    </>
  );
}

function LinkButton({ user }: UserProps) {
  const client = useApolloClient();
  const { name, email } = user;
  const { sendsMail } = useSession().installation;
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<SendPasswordLinkMutation["sendPasswordLink"] | null>(null);
  async function send() {
    setBusy(true);
    try {
      const { sendPasswordLink } = await writeAndForget(client, SendPasswordLinkDocument, { id: user.id });
      if (sendPasswordLink.link === null) notify({ message: t`A link is on its way to ${email}.` });
      else setMade(sendPasswordLink);
    } catch (error) {
      tellFailure(error);
    } finally {
      setBusy(false);
    }
  }
  return (
    <>
      <Button
        variant="default"
        loading={busy}
        leftSection={<IconKey size={16} aria-hidden />}
        onClick={() => void send()}
      >
        {linkLabel(user.status === "INVITED", sendsMail)}
      </Button>
      <Modal opened={made !== null} onClose={() => setMade(null)} title={t`A link for ${name}`} size="lg" centered>
        {made?.link && <LinkToHandOver name={name} link={made.link} worksUntil={made.worksUntil} />}
      </Modal>
    </>
  );
}

function linkLabel(isInvited: boolean, sendsMail: boolean): string {
  if (isInvited) return sendsMail ? t`Send the invitation again` : t`Make a new invitation link`;
  return sendsMail ? t`Send a link for a new password` : t`Make a link for a new password`;
}
