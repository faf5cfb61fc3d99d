import { useApolloClient } from "@apollo/client/react";
import { codeRule } from "@concord/shared/rules/accounts";
import { checkInput } from "@concord/shared/rules/check";
import { plural, t } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { Alert, Badge, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useState } from "react";
import { RenewRecoveryCodesDocument, SwitchOneTimeCodesOffDocument } from "../../generated/graphql.ts";
import { useFocusOnMount } from "../../ui/focus-on-mount.ts";
import { notify } from "../../ui/notices.tsx";
import { Section } from "../../ui/section.tsx";
import { ShortFormFrame } from "../../ui/short-form.tsx";
import { useShortForm } from "../../ui/use-short-form.ts";
import { sendAndKeepNothing } from "../../ui/write.ts";
import { OneTimeCodesSetup } from "./one-time-codes-setup.tsx";
import type { AccountSectionProps } from "./own-account.ts";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { CodeField } from "./secret-fields.tsx";

/** From so few recovery codes on, a person is told to make new ones. */
const FEW = 3;

/** Whether sign-in asks for one-time codes, how to set them up, and what replaces a lost authenticator app. */
export function OneTimeCodesSection({ account, onChanged }: AccountSectionProps) {
  const [isSettingUp, setIsSettingUp] = useState(false);
  const [recoveryCodes, setRecoveryCodes] = useState<readonly string[] | null>(null);
  // Whoever comes back from a step goes on at the first button, and does not begin at the top of the page.
  const [isBack, setIsBack] = useState(false);
  const show = (codes: readonly string[]) => {
    setRecoveryCodes(codes);
    setIsSettingUp(false);
    onChanged();
  };
  const leave = () => {
    setRecoveryCodes(null);
    setIsSettingUp(false);
    setIsBack(true);
  };
  return (
    <Section
      title={t`One-time codes`}
      actions={
        <Badge variant={account.oneTimeCodes ? "filled" : "outline"} color={account.oneTimeCodes ? "teal" : "gray"}>
          {account.oneTimeCodes ? t`On` : t`Off`}
        </Badge>
      }
    >
      <Stack>
        <Text>
          <Trans>
            An app on your phone shows a new code every half minute. With codes on, nobody signs in as you with your
            password alone, and only then may true names of protected persons be shown to you.
          </Trans>
        </Text>
        {recoveryCodes ? (
          <RecoveryCodes codes={recoveryCodes} onKept={leave} />
        ) : isSettingUp ? (
          <OneTimeCodesSetup hasPassword={account.hasPassword} onDone={show} onCancel={leave} />
        ) : account.oneTimeCodes ? (
          <SwitchedOn
            left={account.recoveryCodesLeft}
            isBack={isBack}
            onNewCodes={show}
            onOff={() => {
              leave();
              onChanged();
            }}
          />
        ) : (
          <SwitchedOff isBack={isBack} onSetUp={() => setIsSettingUp(true)} />
        )}
      </Stack>
    </Section>
  );
}

interface SwitchedOffProps {
  readonly isBack: boolean;
  readonly onSetUp: () => void;
}

function SwitchedOff({ isBack, onSetUp }: SwitchedOffProps) {
  const first = useFocusOnMount<HTMLButtonElement>(isBack);
  return (
    <Group>
      <Button ref={first} onClick={onSetUp}>
        <Trans>Set up one-time codes</Trans>
      </Button>
    </Group>
  );
}

interface SwitchedOnProps {
  readonly left: number;
  readonly isBack: boolean;
  readonly onNewCodes: (codes: readonly string[]) => void;
  readonly onOff: () => void;
}

function SwitchedOn({ left, isBack, onNewCodes, onOff }: SwitchedOnProps) {
  const client = useApolloClient();
  const first = useFocusOnMount<HTMLButtonElement>(isBack);
  const [asking, setAsking] = useState<"renew" | "off" | null>(null);
  const close = () => setAsking(null);
  return (
    <>
      <RecoveryCodesLeft left={left} />
      <Group>
        <Button ref={first} variant="default" onClick={() => setAsking("renew")}>
          <Trans>Make new recovery codes</Trans>
        </Button>
        <Button variant="default" onClick={() => setAsking("off")}>
          <Trans>Switch one-time codes off</Trans>
        </Button>
      </Group>
      <Modal opened={asking === "renew"} onClose={close} title={t`Make new recovery codes`} centered>
        <CodeForm
          text={t`You get ten new ones. The old ones no longer work.`}
          submitLabel={t`Make new ones`}
          onCancel={close}
          send={async (code) => {
            const { renewRecoveryCodes } = await sendAndKeepNothing(client, RenewRecoveryCodesDocument, { code });
            close();
            onNewCodes(renewRecoveryCodes);
          }}
        />
      </Modal>
      <Modal opened={asking === "off"} onClose={close} title={t`Switch one-time codes off`} centered>
        <CodeForm
          text={t`Your password alone will let anybody in who has it, and no true names will be shown to you.`}
          submitLabel={t`Switch them off`}
          onCancel={close}
          send={async (code) => {
            await sendAndKeepNothing(client, SwitchOneTimeCodesOffDocument, { code });
            notify({ message: t`One-time codes are off.` });
            close();
            onOff();
          }}
        />
      </Modal>
    </>
  );
}

function RecoveryCodesLeft({ left }: { readonly left: number }) {
  if (left > FEW) {
    return (
      <Text>
        <Plural
          value={left}
          one="# recovery code is left, for when you do not have your phone at hand."
          other="# recovery codes are left, for when you do not have your phone at hand."
        />
      </Text>
    );
  }
  return (
    <Alert
      color="yellow"
      variant="outline"
      icon={<IconAlertTriangle aria-hidden />}
      title={plural(left, {
        0: "No recovery codes are left",
        one: "One recovery code is left",
        other: "# recovery codes are left",
      })}
    >
      <Trans>Without one and without your phone, only an administrator can let you in. Make new ones now.</Trans>
    </Alert>
  );
}

interface CodeFormProps {
  readonly text: string;
  readonly submitLabel: string;
  readonly send: (code: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** What one does only with a code at hand. */
function CodeForm({ text, submitLabel, send, onCancel }: CodeFormProps) {
  const short = useShortForm({
    initial: { code: "" },
    check: (values) => checkInput(codeRule, values),
    send: ({ code }) => send(code),
  });
  return (
    <ShortFormFrame short={short} submitLabel={submitLabel} onCancel={onCancel}>
      <Text>{text}</Text>
      <CodeField form={short.form} path="code" label={t`One-time code`} first />
    </ShortFormFrame>
  );
}
