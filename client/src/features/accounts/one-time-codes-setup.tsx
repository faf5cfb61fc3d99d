import { useApolloClient } from "@apollo/client/react";
import { codeRule, passwordRule } from "@concord/shared/rules/accounts";
import { checkInput } from "@concord/shared/rules/check";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Box, Code, Group, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { encode } from "uqr";
import {
  BeginOneTimeCodesDocument,
  type BeginOneTimeCodesMutation,
  ConfirmOneTimeCodesDocument,
} from "../../generated/graphql.ts";
import { CopyTextButton } from "../../ui/copy-text-button.tsx";
import { ShortFormFrame } from "../../ui/short-form.tsx";
import { StepTitle } from "../../ui/step-title.tsx";
import { useShortForm } from "../../ui/use-short-form.ts";
import { sendAndKeepNothing } from "../../ui/write.ts";
import { PasswordField } from "./secret-fields.tsx";

type Secret = BeginOneTimeCodesMutation["beginOneTimeCodes"];

interface OneTimeCodesSetupProps {
  readonly hasPassword: boolean;
  readonly onDone: (recoveryCodes: readonly string[]) => void;
  readonly onCancel: () => void;
}

/** First the password, then the secret for the app, then a code that shows that the app has it. */
export function OneTimeCodesSetup({ hasPassword, onDone, onCancel }: OneTimeCodesSetupProps) {
  const [secret, setSecret] = useState<Secret | null>(null);
  return secret ? (
    <ConfirmStep secret={secret} onDone={onDone} onCancel={onCancel} />
  ) : (
    <BeginStep hasPassword={hasPassword} onBegun={setSecret} onCancel={onCancel} />
  );
}

interface BeginStepProps {
  readonly hasPassword: boolean;
  readonly onBegun: (secret: Secret) => void;
  readonly onCancel: () => void;
}

function BeginStep({ hasPassword, onBegun, onCancel }: BeginStepProps) {
  const client = useApolloClient();
  const short = useShortForm({
    initial: { password: "" },
    check: (values) => (hasPassword ? checkInput(passwordRule, values) : { ok: true, value: values }),
    send: async ({ password }) => {
      const variables = hasPassword ? { password } : {};
      onBegun((await sendAndKeepNothing(client, BeginOneTimeCodesDocument, variables)).beginOneTimeCodes);
    },
  });
  return (
    <Stack gap="xs" maw={440}>
      <StepTitle title={t`First step: an app`} />
      <ShortFormFrame short={short} submitLabel={t`Go on`} onCancel={onCancel}>
        <Text>
          <Trans>
            You need an authenticator app on your phone, as Aegis, Google Authenticator, Microsoft Authenticator or a
            password manager that shows one-time codes.
          </Trans>
        </Text>
        {hasPassword && <PasswordField form={short.form} path="password" label={t`Your password`} />}
      </ShortFormFrame>
    </Stack>
  );
}

interface ConfirmStepProps {
  readonly secret: Secret;
  readonly onDone: (recoveryCodes: readonly string[]) => void;
  readonly onCancel: () => void;
}

function ConfirmStep({ secret, onDone, onCancel }: ConfirmStepProps) {
  const client = useApolloClient();
  const short = useShortForm({
    initial: { code: "" },
    check: (values) => checkInput(codeRule, values),
    send: async ({ code }) => {
      onDone((await sendAndKeepNothing(client, ConfirmOneTimeCodesDocument, { code })).confirmOneTimeCodes);
    },
  });
  return (
    <Stack gap="xs" maw={440}>
      <StepTitle title={t`Second step: scan, and type a code`} />
      <ShortFormFrame short={short} submitLabel={t`Switch codes on`} onCancel={onCancel}>
        <Text>
          <Trans>Scan this with the app, or type the secret into it.</Trans>
        </Text>
        <QrCode text={secret.uri} />
        <Group gap="xs">
          <Code fz="sm" aria-label={t`Secret`}>
            {secret.secret.match(/.{1,4}/g)?.join(" ")}
          </Code>
          <CopyTextButton text={secret.secret} label={t`Copy the secret`} />
        </Group>
        <TextInput
          label={t`Code that the app shows now`}
          inputMode="numeric"
          autoComplete="one-time-code"
          {...short.form.getInputProps("code")}
        />
      </ShortFormFrame>
    </Stack>
  );
}

/** Dark on light in either colour scheme, with the margin of four that readers look for. */
function QrCode({ text }: { readonly text: string }) {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <Box w={224} maw="100%">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t`QR code of the secret`} shapeRendering="crispEdges">
        <rect width={size} height={size} fill="#ffffff" />
        <path d={dark.join("")} fill="#000000" />
      </svg>
    </Box>
  );
}
