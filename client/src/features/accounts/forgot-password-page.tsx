import { useApolloClient, useQuery } from "@apollo/client/react";
import { passwordResetRule } from "@concord/shared/rules/accounts";
import { checkInput } from "@concord/shared/rules/check";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { RequestPasswordResetDocument, SessionDocument } from "../../generated/graphql.ts";
import { useFocusOnMount } from "../../ui/focus-on-mount.ts";
import { ShortFormFrame } from "../../ui/short-form.tsx";
import { useShortForm } from "../../ui/use-short-form.ts";
import { sendAndKeepNothing } from "../../ui/write.ts";
import { OutsidePage } from "./outside-page.tsx";

/** Asks for a link with which one chooses a new password; whether the address is a user's, nobody is told. */
export function ForgotPasswordPage() {
  const client = useApolloClient();
  const { data } = useQuery(SessionDocument);
  const [isAsked, setIsAsked] = useState(false);
  const short = useShortForm({
    initial: { email: "" },
    check: (values) => checkInput(passwordResetRule, values),
    send: async ({ email }) => {
      await sendAndKeepNothing(client, RequestPasswordResetDocument, { email });
      setIsAsked(true);
    },
  });
  return (
    <OutsidePage
      title={t`A new password`}
      below={
        <Anchor component={Link} to="/sign-in">
          <Trans>Back to the sign-in</Trans>
        </Anchor>
      }
    >
      {isAsked ? (
        <Asked email={short.form.values.email} />
      ) : data?.installation.sendsMail === false ? (
        <Text>
          <Trans>
            No e-mail is sent from here. An administrator gives you a link with which you choose a new password.
          </Trans>
        </Text>
      ) : (
        <ShortFormFrame short={short} submitLabel={t`Send the link`}>
          <Text>
            <Trans>You get a link by e-mail with which you choose a new password.</Trans>
          </Text>
          <TextInput label={t`E-mail`} type="email" autoComplete="username" {...short.form.getInputProps("email")} />
        </ShortFormFrame>
      )}
    </OutsidePage>
  );
}

function Asked({ email }: { readonly email: string }) {
  const answer = useFocusOnMount<HTMLParagraphElement>();
  return (
    <Stack>
      <Text ref={answer} tabIndex={-1}>
        <Trans>If {email} is a user's address, a message is on its way. The link in it works for one hour.</Trans>
      </Text>
      <Text c="dimmed">
        <Trans>
          If nothing comes within a few minutes, look where your e-mail program puts unwanted messages, and check the
          address.
        </Trans>
      </Text>
    </Stack>
  );
}
