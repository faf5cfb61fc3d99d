import { useApolloClient, useQuery } from "@apollo/client/react";
import { codeRule } from "@concord/shared/rules/accounts";
import { checkInput } from "@concord/shared/rules/check";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Modal, Stack, Text, TextInput } from "@mantine/core";
import { Link } from "react-router";
import { AccountDocument, ConfirmSessionDocument } from "../../generated/graphql.ts";
import { useFocusOnMount } from "../../ui/focus-on-mount.ts";
import { QueryView } from "../../ui/query-view.tsx";
import { ShortFormFrame } from "../../ui/short-form.tsx";
import { useShortForm } from "../../ui/use-short-form.ts";
import { sendAndKeepNothing } from "../../ui/write.ts";

interface ConfirmSessionDialogProps {
  readonly opened: boolean;
  /** Where it stands among the dialogs of a `Modal.Stack`. */
  readonly stackId: string;
  /** What a confirmed session is needed for. */
  readonly why: string;
  readonly onConfirmed: () => void;
  readonly onClose: () => void;
}

/** Asks for a one-time code where the server wants the session confirmed by one; what was asked for then goes on. */
export function ConfirmSessionDialog({ why, onConfirmed, ...dialog }: ConfirmSessionDialogProps) {
  return (
    <Modal {...dialog} title={t`Confirm that it is you`} centered>
      <Stack>
        <Text>{why}</Text>
        <CodeOrNone onConfirmed={onConfirmed} onCancel={dialog.onClose} />
      </Stack>
    </Modal>
  );
}

interface CodeFormProps {
  readonly onConfirmed: () => void;
  readonly onCancel: () => void;
}

function CodeOrNone(props: CodeFormProps) {
  // Of the account nothing is kept, and what it is like counts as it is now.
  const { data, loading, error, refetch } = useQuery(AccountDocument, { fetchPolicy: "no-cache" });
  return (
    <QueryView data={data?.viewer} loading={loading} error={error} refetch={() => void refetch()}>
      {({ account }) =>
        account.oneTimeCodes ? (
          <CodeForm {...props} />
        ) : (
          <Text>
            <Trans>
              You have no one-time codes yet. Set them up under{" "}
              <Anchor component={Link} to="/account" underline="always">
                Your account
              </Anchor>
              , then come back.
            </Trans>
          </Text>
        )
      }
    </QueryView>
  );
}

function CodeForm({ onConfirmed, onCancel }: CodeFormProps) {
  const client = useApolloClient();
  const code = useFocusOnMount<HTMLInputElement>();
  const short = useShortForm({
    initial: { code: "" },
    check: (values) => checkInput(codeRule, values),
    send: async ({ code }) => {
      await sendAndKeepNothing(client, ConfirmSessionDocument, { code });
      onConfirmed();
    },
  });
  return (
    <ShortFormFrame short={short} submitLabel={t`Confirm`} onCancel={onCancel}>
      <TextInput
        ref={code}
        label={t`One-time code`}
        description={t`The six digits that your authenticator app shows now, or one of your recovery codes.`}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        {...short.form.getInputProps("code")}
      />
    </ShortFormFrame>
  );
}
