import { useApolloClient } from "@apollo/client/react";
import type { RecognitionStage } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Anchor, Button, Group, List, Stack, Stepper, Text } from "@mantine/core";
import { IconDownload, IconFileCertificate } from "@tabler/icons-react";
import { useState } from "react";
import { ApproveRecognitionDocument, type RecognitionFieldsFragment } from "../../generated/graphql.ts";
import { CopyTextButton } from "../../ui/copy-text-button.tsx";
import { Section } from "../../ui/section.tsx";
import { tryTo } from "../../ui/try-to.ts";
import { writeAndForget } from "../../ui/write.ts";
import { DeclineButton, HandOverButton, IssueButton, WithdrawButton } from "./step-dialogs.tsx";

interface GivenProps {
  readonly recognition: RecognitionFieldsFragment;
}

/** How far each stage has come, of the four steps. */
const REACHED: Readonly<Record<RecognitionStage, number>> = {
  PROPOSED: 1,
  DECLINED: 1,
  APPROVED: 2,
  ISSUED: 3,
  HANDED_OVER: 4,
};

/** What we give, on its way from the proposal to being handed over; nothing of what was only logged. */
export function GivenSection({ recognition }: GivenProps) {
  const { stage, proposedBy, decidedBy, certificate } = recognition;
  if (stage === "HANDED_OVER" && proposedBy === null && certificate === null) return null;
  return (
    <Section title={t`From the proposal to the handing over`}>
      <Stack>
        <Stepper
          active={REACHED[stage]}
          size="sm"
          color="teal"
          component="ol"
          allowNextStepsSelect={false}
          iconSize={30}
          styles={{ step: { cursor: "default" } }}
        >
          <Stepper.Step component="li" label={t`Proposed`} description={proposedBy?.name} />
          <Stepper.Step
            component="li"
            label={stage === "DECLINED" ? t`Declined` : t`Approved`}
            description={decidedBy?.name}
            {...(stage === "DECLINED" ? { color: "red" } : {})}
          />
          <Stepper.Step component="li" label={t`Issued`} />
          <Stepper.Step component="li" label={t`Handed over`} />
        </Stepper>
        <WhatIsNext recognition={recognition} />
        <Steps recognition={recognition} />
        {certificate && <Certificate certificate={certificate} />}
      </Stack>
    </Section>
  );
}

/** Whose turn it is, in words. */
function WhatIsNext({ recognition: { stage, decisionReason } }: GivenProps) {
  switch (stage) {
    case "PROPOSED":
      return (
        <Text>
          <Trans>Leadership decides on it. Who proposed it does not decide.</Trans>
        </Text>
      );
    case "DECLINED":
      return (
        <Alert color="red" title={t`It was declined`}>
          <Text className="prose">{decisionReason}</Text>
          <Text mt="xs">
            <Trans>With other words it is proposed anew: edit it.</Trans>
          </Text>
        </Alert>
      );
    case "APPROVED":
      return decisionReason === null ? (
        <Text>
          <Trans>It can be issued now: that dates it and makes its certificate.</Trans>
        </Text>
      ) : (
        <Alert color="yellow" title={t`Its certificate was withdrawn`}>
          <Text className="prose">{decisionReason}</Text>
        </Alert>
      );
    case "ISSUED":
      return (
        <Text>
          <Trans>It is to be handed over.</Trans>
        </Text>
      );
    case "HANDED_OVER":
      return null;
  }
}

function Steps({ recognition }: GivenProps) {
  const { nextSteps } = recognition;
  if (nextSteps.length === 0) return null;
  return (
    <Group>
      {nextSteps.includes("APPROVE") && <ApproveButton recognition={recognition} />}
      {nextSteps.includes("DECLINE") && <DeclineButton recognition={recognition} />}
      {nextSteps.includes("ISSUE") && <IssueButton recognition={recognition} />}
      {nextSteps.includes("HAND_OVER") && <HandOverButton recognition={recognition} />}
      {nextSteps.includes("WITHDRAW") && <WithdrawButton recognition={recognition} />}
    </Group>
  );
}

function ApproveButton({ recognition: { id, version } }: GivenProps) {
  const client = useApolloClient();
  const [busy, setBusy] = useState(false);
  async function approve() {
    setBusy(true);
    await tryTo(() => writeAndForget(client, ApproveRecognitionDocument, { id, version }));
    setBusy(false);
  }
  return (
    <Button loading={busy} onClick={() => void approve()}>
      <Trans>Approve</Trans>
    </Button>
  );
}

/** The certificate in force: on paper, as credentials, and how anybody checks it. */
function Certificate({ certificate }: { readonly certificate: NonNullable<RecognitionFieldsFragment["certificate"]> }) {
  const { pdfAddress, checkAddress, credentials } = certificate;
  return (
    <Stack gap="sm">
      <Group>
        <Button
          component="a"
          href={pdfAddress}
          leftSection={<IconFileCertificate size={16} aria-hidden />}
          variant="light"
        >
          <Trans>Certificate as PDF</Trans>
        </Button>
        <CopyTextButton text={checkAddress} label={t`Copy the address that checks it`} />
      </Group>
      <Text size="sm">
        <Trans>Open Badges credentials, signed by us:</Trans>
      </Text>
      <List size="sm" icon={<IconDownload size={14} aria-hidden />}>
        {credentials.map(({ recipient, address }) => (
          <List.Item key={address}>
            <Anchor href={new URL(address).pathname} download={`${recipient}.json`} underline="always">
              {recipient}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
