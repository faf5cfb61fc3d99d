import { useApolloClient } from "@apollo/client/react";
import { changePasswordRule } from "@concord/shared/rules/accounts";
import { checkInput } from "@concord/shared/rules/check";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Modal, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { ChangePasswordDocument } from "../../generated/graphql.ts";
import { notify } from "../../ui/notices.tsx";
import { Section } from "../../ui/section.tsx";
import { useSession } from "../../ui/session.ts";
import { ShortFormFrame } from "../../ui/short-form.tsx";
import { useShortForm } from "../../ui/use-short-form.ts";
import { sendAndKeepNothing } from "../../ui/write.ts";
import type { AccountSectionProps } from "./own-account.ts";
import { NewPasswordField, PasswordField } from "./secret-fields.tsx";

/** The password, where there is one. */
export function PasswordSection({ account, onChanged }: AccountSectionProps) {
  const { installation } = useSession();
  const [opened, dialog] = useDisclosure(false);
  if (!account.hasPassword) {
    const provider = installation.identityProvider ?? t`the organisation's provider`;
    return (
      <Section title={t`Password`}>
        <Text>
          <Trans>You have none here: you sign in with {provider}, and change your password there.</Trans>
        </Text>
      </Section>
    );
  }
  return (
    <Section title={t`Password`}>
      <Stack align="flex-start">
        <Text>
          <Trans>
            Change it when somebody may have seen it. You stay signed in here, and are signed out everywhere else.
          </Trans>
        </Text>
        <Button variant="default" onClick={dialog.open}>
          <Trans>Change the password</Trans>
        </Button>
      </Stack>
      <Modal opened={opened} onClose={dialog.close} title={t`Change the password`} centered>
        <ChangePasswordForm
          onCancel={dialog.close}
          onDone={() => {
            dialog.close();
            onChanged();
          }}
        />
      </Modal>
    </Section>
  );
}

interface ChangePasswordFormProps {
  readonly onCancel: () => void;
  readonly onDone: () => void;
}

function ChangePasswordForm({ onCancel, onDone }: ChangePasswordFormProps) {
  const client = useApolloClient();
  const { viewer } = useSession();
  const short = useShortForm({
    initial: { current: "", password: "" },
    check: (values) => checkInput(changePasswordRule, values),
    send: async (input) => {
      await sendAndKeepNothing(client, ChangePasswordDocument, { input });
      notify({ message: t`Your password is changed.` });
      onDone();
    },
  });
  return (
    <ShortFormFrame short={short} submitLabel={t`Change it`} onCancel={onCancel}>
      {/* By this a password manager knows whose password it is. */}
      <input type="email" autoComplete="username" value={viewer.email} readOnly hidden />
      <PasswordField form={short.form} path="current" label={t`Present password`} first />
      <NewPasswordField form={short.form} path="password" label={t`New password`} />
    </ShortFormFrame>
  );
}
