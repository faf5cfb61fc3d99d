import { useApolloClient, useQuery } from "@apollo/client/react";
import { signInRule } from "@concord/shared/rules/accounts";
import { checkInput } from "@concord/shared/rules/check";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Anchor, Button, Divider, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { Link, useLocation, useSearchParams } from "react-router";
import * as z from "zod";
import { SessionDocument, SignInDocument } from "../../generated/graphql.ts";
import { failureOf } from "../../ui/failure.ts";
import { FailureAlert } from "../../ui/failure-alert.tsx";
import { ShortFormFrame } from "../../ui/short-form.tsx";
import { useShortForm } from "../../ui/use-short-form.ts";
import { sendAndKeepNothing } from "../../ui/write.ts";
import { DemoUsers } from "./demo-users.tsx";
import { OutsidePage } from "./outside-page.tsx";
import { CodeField, PasswordField } from "./secret-fields.tsx";

/** Only a path of this site; an address elsewhere would make the sign-in page a tool for others. */
function safePath(to: string | null): string {
  return to?.startsWith("/") && !to.startsWith("//") && !to.includes("\\") ? to : "/";
}

/** What the page where a password was set hands over. */
const arrivalRule = z.object({ email: z.string() });

function useArrival(): string | null {
  const { state } = useLocation();
  const arrival = arrivalRule.safeParse(state);
  return arrival.success ? arrival.data.email : null;
}

function useSignIn(email: string) {
  const client = useApolloClient();
  const [params] = useSearchParams();
  const [asksCode, setAsksCode] = useState(false);
  const short = useShortForm({
    initial: { email, password: "", code: "" },
    check: (values) => checkInput(signInRule, values),
    send: async (input) => {
      try {
        await sendAndKeepNothing(client, SignInDocument, { input });
        window.location.assign(safePath(params.get("to")));
      } catch (error) {
        // The password is right, and a code is asked for: that is no failure yet.
        if (asksCode || !failureOf(error).wantsCode) throw error;
        setAsksCode(true);
      }
    },
  });
  const startAgain = () => {
    short.form.setFieldValue("code", "");
    setAsksCode(false);
  };
  return { ...short, asksCode, startAgain };
}

export function SignInPage() {
  const { data } = useQuery(SessionDocument);
  const arrived = useArrival();
  const signIn = useSignIn(arrived ?? "");
  const { form } = signIn;

  function signInAs({ email, password }: { readonly email: string; readonly password: string }) {
    const values = { email, password, code: "" };
    form.setValues(values);
    void signIn.submit(values);
  }

  if (signIn.asksCode) {
    const { email } = form.values;
    return (
      <OutsidePage title={t`One-time code`}>
        <ShortFormFrame short={signIn} submitLabel={t`Sign in`} onCancel={signIn.startAgain}>
          <Text>
            <Trans>Your password is right. To sign in as {email}, type a code as well.</Trans>
          </Text>
          <CodeField form={form} path="code" label={t`One-time code`} first />
        </ShortFormFrame>
      </OutsidePage>
    );
  }
  return (
    <OutsidePage
      title={t`Sign in to Concord`}
      below={data && <DemoUsers users={data.installation.demoUsers} onChoose={signInAs} />}
    >
      <Stack>
        {arrived !== null && !signIn.failure && (
          <Alert color="teal" variant="outline" role="status" title={t`Your password is set`}>
            <Trans>Sign in with it.</Trans>
          </Alert>
        )}
        <ProviderFailure provider={data?.installation.identityProvider ?? t`the OpenID provider`} />
        <ShortFormFrame short={signIn} submitLabel={t`Sign in`}>
          <TextInput label={t`E-mail`} type="email" autoComplete="username" {...form.getInputProps("email")} />
          <PasswordField form={form} path="password" label={t`Password`} />
        </ShortFormFrame>
        {data && <ForgottenPassword sendsMail={data.installation.sendsMail} />}
        {data?.installation.identityProvider && (
          <>
            <Divider label={t`or`} />
            <Button component="a" href="/auth/oidc" variant="default">
              <Trans>Sign in with {{ provider: data.installation.identityProvider }}</Trans>
            </Button>
          </>
        )}
      </Stack>
    </OutsidePage>
  );
}

/** What the server says by the address with which it sends the browser back from the provider. */
function ProviderFailure({ provider }: { readonly provider: string }) {
  const [params] = useSearchParams();
  const failure = params.get("failure");
  if (failure === "no-account") {
    return (
      <FailureAlert
        failure={{
          message: t`Nobody is known here by the address that ${provider} gave, or it has not verified the address. Ask an administrator to invite you with that address.`,
        }}
      />
    );
  }
  if (failure === "failed") {
    return (
      <FailureAlert
        failure={{
          message: t`The sign-in with ${provider} did not come to its end. Begin it again; if it fails again, tell an administrator.`,
        }}
      />
    );
  }
  return null;
}

function ForgottenPassword({ sendsMail }: { readonly sendsMail: boolean }) {
  if (sendsMail) {
    return (
      <Anchor component={Link} to="/forgot-password">
        <Trans>Forgot your password?</Trans>
      </Anchor>
    );
  }
  return (
    <Text size="sm" c="dimmed">
      <Trans>Forgot your password? An administrator gives you a link with which you choose a new one.</Trans>
    </Text>
  );
}
