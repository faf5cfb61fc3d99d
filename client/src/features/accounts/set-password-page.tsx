import { useApolloClient } from "@apollo/client/react";
import { setPasswordRule } from "@concord/shared/rules/accounts";
import { checkInput } from "@concord/shared/rules/check";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { Link, useLocation, useNavigate } from "react-router";
import { SetPasswordDocument } from "../../generated/graphql.ts";
import { ShortFormFrame } from "../../ui/short-form.tsx";
import { useShortForm } from "../../ui/use-short-form.ts";
import { sendAndKeepNothing } from "../../ui/write.ts";
import { OutsidePage } from "./outside-page.tsx";
import { NewPasswordField } from "./secret-fields.tsx";

/** The token behind the # of a link, which is taken out of the address and the history at once, and kept nowhere. */
function useTokenOfLink(): string {
  const { hash, pathname } = useLocation();
  const navigate = useNavigate();
  const [token, setToken] = useState(hash.slice(1));
  useEffect(() => {
    if (hash === "") return;
    setToken(hash.slice(1));
    void navigate(pathname, { replace: true });
  }, [hash, pathname, navigate]);
  return token;
}

/** Where links of invitations and of messages about a new password lead. */
export function SetPasswordPage() {
  const token = useTokenOfLink();
  return (
    <OutsidePage
      title={t`Choose your password`}
      below={
        <Anchor component={Link} to="/sign-in">
          <Trans>Go to the sign-in</Trans>
        </Anchor>
      }
    >
      {token === "" ? (
        <Text>
          <Trans>
            This address is not whole, or was used in this window already. Open the link again from the message, or ask
            an administrator for a new one.
          </Trans>
        </Text>
      ) : (
        <SetPasswordForm token={token} />
      )}
    </OutsidePage>
  );
}

function SetPasswordForm({ token }: { readonly token: string }) {
  const client = useApolloClient();
  const navigate = useNavigate();
  const short = useShortForm({
    initial: { password: "" },
    check: ({ password }) => checkInput(setPasswordRule, { token, password }),
    send: async (input) => {
      const { setPassword: email } = await sendAndKeepNothing(client, SetPasswordDocument, { input });
      await navigate("/sign-in", { replace: true, state: { email } });
    },
  });
  return (
    <ShortFormFrame short={short} submitLabel={t`Set the password`}>
      <NewPasswordField form={short.form} path="password" label={t`New password`} />
    </ShortFormFrame>
  );
}
