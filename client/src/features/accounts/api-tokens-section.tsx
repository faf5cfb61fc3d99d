import { useApolloClient } from "@apollo/client/react";
import { apiTokenRule } from "@concord/shared/rules/accounts";
import { checkInput } from "@concord/shared/rules/check";
import { API_TOKEN_SCOPE_LABELS, type ApiTokenScope } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Box, Button, Code, Group, Modal, NumberInput, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import { CreateApiTokenDocument, RevokeApiTokenDocument } from "../../generated/graphql.ts";
import { CodeSelect } from "../../ui/code-select.tsx";
import { CopyTextButton } from "../../ui/copy-text-button.tsx";
import { InstantText } from "../../ui/dates.tsx";
import { bound } from "../../ui/form-fields.tsx";
import { notify } from "../../ui/notices.tsx";
import { Section } from "../../ui/section.tsx";
import { ShortFormFrame } from "../../ui/short-form.tsx";
import { StepTitle } from "../../ui/step-title.tsx";
import { tryTo } from "../../ui/try-to.ts";
import { useShortForm } from "../../ui/use-short-form.ts";
import { wordsOf } from "../../ui/words.ts";
import { sendAndKeepNothing } from "../../ui/write.ts";
import { ListedItem } from "./listed-item.tsx";
import type { AccountSectionProps, OwnAccount } from "./own-account.ts";

/** A token that was just made. */
interface NewToken {
  readonly name: string;
  readonly token: string;
}

/** What lets scripts act in the viewer's name. */
export function ApiTokensSection({ account, onChanged }: AccountSectionProps) {
  const [opened, dialog] = useDisclosure(false);
  const [created, setCreated] = useState<NewToken | null>(null);
  return (
    <Section title={t`API tokens`}>
      <Stack>
        <Text>
          <Trans>
            A token lets a script read, or write, what you may, without your password. It does not reach your account,
            other users or true names. Give each script its own, for no longer than it is needed.
          </Trans>
        </Text>
        {created && <CreatedToken {...created} onKept={() => setCreated(null)} />}
        {account.apiTokens.length === 0 ? (
          <Text c="dimmed">
            <Trans>No script has a token of yours.</Trans>
          </Text>
        ) : (
          <Stack component="ul" gap="xs" p={0} m={0}>
            {account.apiTokens.map((token) => (
              <TokenItem key={token.id} token={token} onChanged={onChanged} />
            ))}
          </Stack>
        )}
        <Group>
          <Button variant="default" onClick={dialog.open}>
            <Trans>New token</Trans>
          </Button>
        </Group>
      </Stack>
      {/* The token that was made has the focus until it is kept. */}
      <Modal opened={opened} onClose={dialog.close} returnFocus={created === null} title={t`New API token`} centered>
        <NewTokenForm
          onCancel={dialog.close}
          onCreated={(token) => {
            dialog.close();
            setCreated(token);
            onChanged();
          }}
        />
      </Modal>
    </Section>
  );
}

interface NewTokenFormProps {
  readonly onCancel: () => void;
  readonly onCreated: (created: NewToken) => void;
}

interface NewTokenValues extends Record<string, unknown> {
  readonly name: string;
  readonly scope: ApiTokenScope;
  readonly days: number | string;
}

function NewTokenForm({ onCancel, onCreated }: NewTokenFormProps) {
  const client = useApolloClient();
  const initial: NewTokenValues = { name: "", scope: "READ", days: 90 };
  const short = useShortForm({
    initial,
    check: (values) => checkInput(apiTokenRule, values),
    send: async (input) => {
      const { createApiToken } = await sendAndKeepNothing(client, CreateApiTokenDocument, { input });
      onCreated({ name: input.name, token: createApiToken.token });
    },
  });
  return (
    <ShortFormFrame short={short} submitLabel={t`Make the token`} onCancel={onCancel}>
      <TextInput label={t`What it is for`} data-autofocus {...short.form.getInputProps("name")} />
      <CodeSelect label={t`It may`} labels={API_TOKEN_SCOPE_LABELS} {...bound(short.form, "scope")} />
      <NumberInput label={t`For how many days`} min={1} max={365} clampBehavior="none" {...bound(short.form, "days")} />
    </ShortFormFrame>
  );
}

function CreatedToken({ name, token, onKept }: NewToken & { readonly onKept: () => void }) {
  return (
    <Box className="surface" p="md">
      <Stack gap="sm">
        <StepTitle title={t`The token for ${name}`} />
        <Text size="sm">
          <Trans>
            It is shown only now. A script sends it to /graphql in the header <Code>Authorization: Bearer …</Code>.
          </Trans>
        </Text>
        <Code block aria-label={t`Token`} style={{ whiteSpace: "pre-wrap" }}>
          {token}
        </Code>
        <Group>
          <CopyTextButton text={token} label={t`Copy the token`} />
          <Button onClick={onKept}>
            <Trans>I have kept it</Trans>
          </Button>
        </Group>
      </Stack>
    </Box>
  );
}

interface TokenItemProps {
  readonly token: OwnAccount["apiTokens"][number];
  readonly onChanged: () => void;
}

function TokenItem({ token, onChanged }: TokenItemProps) {
  const client = useApolloClient();
  const { name } = token;
  const [asking, ask] = useDisclosure(false);
  const revoke = () =>
    tryTo(async () => {
      ask.close();
      await sendAndKeepNothing(client, RevokeApiTokenDocument, { id: token.id });
      notify({ message: t`The token “${name}” is revoked.` });
      onChanged();
    });
  return (
    <ListedItem
      title={name}
      action={
        <Button variant="default" size="xs" onClick={ask.open}>
          <Trans>Revoke</Trans>
        </Button>
      }
    >
      {wordsOf(API_TOKEN_SCOPE_LABELS)[token.scope]} ·{" "}
      <Trans>
        until <InstantText value={token.expiresAt} />
      </Trans>{" "}
      ·{" "}
      {token.lastUsedAt === null ? (
        <Trans>never used</Trans>
      ) : (
        <Trans>
          last used <InstantText value={token.lastUsedAt} />
        </Trans>
      )}
      <Modal opened={asking} onClose={ask.close} title={t`Revoke this token?`} centered>
        <Stack>
          <Text>
            <Trans>The script that has “{name}” is refused from now on. This cannot be undone.</Trans>
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={ask.close}>
              <Trans>Keep it</Trans>
            </Button>
            <Button color="red" onClick={() => void revoke()}>
              <Trans>Revoke it</Trans>
            </Button>
          </Group>
        </Stack>
      </Modal>
    </ListedItem>
  );
}
