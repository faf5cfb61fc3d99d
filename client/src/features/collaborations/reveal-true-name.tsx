import { useApolloClient } from "@apollo/client/react";
import { LIMITS } from "@concord/shared/limits";
import { checkInput } from "@concord/shared/rules/check";
import { revealRule } from "@concord/shared/rules/collaborations";
import { plural, t } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { Button, Group, Modal, Progress, Stack, Text, TextInput, VisuallyHidden } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconEye } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { RevealTrueNameDocument } from "../../generated/graphql.ts";
import { failureOf } from "../../ui/failure.ts";
import { useFocusOnMount } from "../../ui/focus-on-mount.ts";
import { ShortFormFrame } from "../../ui/short-form.tsx";
import { useShortForm } from "../../ui/use-short-form.ts";
import { sendAndKeepNothing } from "../../ui/write.ts";
import { ConfirmSessionDialog } from "../accounts/confirm-session-dialog.tsx";
import { useShownBriefly } from "./use-shown-briefly.ts";
import type { Whose } from "./whose.ts";

interface RevealTrueNameProps {
  readonly whose: Whose;
  readonly pseudonym: string;
}

/** Shows a true name to whoever gives a reason. */
export function RevealTrueName({ whose, pseudonym }: RevealTrueNameProps) {
  const [opened, dialog] = useDisclosure(false);
  const button = useRef<HTMLButtonElement>(null);
  // Each time it begins anew: nothing of the last time is left.
  const [round, setRound] = useState(0);
  const open = () => {
    setRound(round + 1);
    dialog.open();
  };
  return (
    <Modal.Stack>
      <Button ref={button} size="xs" variant="default" leftSection={<IconEye size={14} aria-hidden />} onClick={open}>
        <Trans>Show the true name…</Trans>
      </Button>
      <Modal
        stackId="reveal"
        opened={opened}
        onClose={dialog.close}
        // A dialog that had another one above it no longer knows where the focus came from.
        returnFocus={false}
        onExitTransitionEnd={() => button.current?.focus()}
        title={t`The true name of ${pseudonym}`}
        centered
      >
        <Reveal key={round} whose={whose} opened={opened} onClose={dialog.close} />
      </Modal>
    </Modal.Stack>
  );
}

interface RevealProps {
  readonly whose: Whose;
  /** Whether the dialog is open: it is drawn for a moment longer, without the name. */
  readonly opened: boolean;
  readonly onClose: () => void;
}

function Reveal({ whose, opened, onClose }: RevealProps) {
  const client = useApolloClient();
  const { shown, show } = useShownBriefly(LIMITS.revealSeconds);
  const [step, setStep] = useState<"asking" | "confirming" | "revealed">("asking");
  const short = useShortForm({
    initial: { reason: "" },
    check: (values) => checkInput(revealRule, values),
    send: async ({ reason }) => {
      try {
        const { revealTrueName } = await sendAndKeepNothing(client, RevealTrueNameDocument, { ...whose, reason });
        setStep("revealed");
        show(revealTrueName.trueName);
      } catch (error) {
        if (!failureOf(error).wantsCode) throw error;
        setStep("confirming");
      }
    },
  });
  if (shown) {
    return <RevealedName name={opened ? shown.text : ""} secondsLeft={shown.secondsLeft} onHide={onClose} />;
  }
  if (step === "revealed") return <HiddenAgain onClose={onClose} />;
  return (
    <>
      <ShortFormFrame short={short} submitLabel={t`Show the name`} onCancel={onClose}>
        <Text>
          <Plural
            value={LIMITS.revealSeconds}
            one="That you looked, when and why is recorded for good, and administrators and leadership read it. The name stays on the screen for # second."
            other="That you looked, when and why is recorded for good, and administrators and leadership read it. The name stays on the screen for # seconds."
          />
        </Text>
        <TextInput
          label={t`Reason`}
          description={t`In a sentence, what you need the name for. Do not write the name itself.`}
          autoComplete="off"
          data-autofocus
          {...short.form.getInputProps("reason")}
        />
      </ShortFormFrame>
      <ConfirmSessionDialog
        stackId="confirm"
        opened={opened && step === "confirming"}
        why={t`True names are shown only in a session that a one-time code confirmed.`}
        onClose={() => setStep("asking")}
        onConfirmed={() => {
          setStep("asking");
          void short.submit();
        }}
      />
    </>
  );
}

interface RevealedNameProps {
  readonly name: string;
  readonly secondsLeft: number;
  readonly onHide: () => void;
}

function RevealedName({ name, secondsLeft, onHide }: RevealedNameProps) {
  const shown = useFocusOnMount<HTMLParagraphElement>();
  return (
    <Stack>
      {/* No translation service gets to read it. A dialog that closes above gives the focus back to it, too. */}
      <Text ref={shown} data-autofocus tabIndex={-1} fz={28} fw={700} lh={1.25} translate="no">
        {name}
      </Text>
      <Progress value={(secondsLeft / LIMITS.revealSeconds) * 100} transitionDuration={0} aria-hidden />
      <VisuallyHidden role="status">{announcement(secondsLeft)}</VisuallyHidden>
      <Group justify="space-between">
        <Text c="dimmed">{plural(secondsLeft, { one: "Hidden in # second", other: "Hidden in # seconds" })}</Text>
        <Button onClick={onHide}>
          <Trans>Hide now</Trans>
        </Button>
      </Group>
    </Stack>
  );
}

/** What is read out of a countdown: not every second of it. */
function announcement(secondsLeft: number): string {
  const told = [10, 30].find((seconds) => secondsLeft <= seconds) ?? LIMITS.revealSeconds;
  return plural(told, { one: "Hidden in # second.", other: "Hidden in # seconds." });
}

function HiddenAgain({ onClose }: { readonly onClose: () => void }) {
  const text = useFocusOnMount<HTMLParagraphElement>();
  return (
    <Stack>
      <Text ref={text} tabIndex={-1}>
        <Trans>The true name is hidden again. To see it once more, ask anew.</Trans>
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          <Trans>Close</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
