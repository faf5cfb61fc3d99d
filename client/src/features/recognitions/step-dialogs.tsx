import type { TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { LIMITS } from "@concord/shared/limits";
import { checkInput } from "@concord/shared/rules/check";
import { decisionRule, handOverRecognitionRule, issueRecognitionRule } from "@concord/shared/rules/recognitions";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Fieldset, Modal, SimpleGrid, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ReactNode } from "react";
import {
  DeclineRecognitionDocument,
  HandOverRecognitionDocument,
  IssueRecognitionDocument,
  type RecognitionFieldsFragment,
  WithdrawCertificateDocument,
} from "../../generated/graphql.ts";
import { bound, TextAreaField, TextField } from "../../ui/form-fields.tsx";
import { PartialDateInput } from "../../ui/partial-date-input.tsx";
import { ShortFormFrame } from "../../ui/short-form.tsx";
import { useShortForm } from "../../ui/use-short-form.ts";
import { writeAndForget } from "../../ui/write.ts";

interface StepProps {
  readonly recognition: RecognitionFieldsFragment;
}

interface StepDialogProps {
  readonly label: string;
  readonly title: string;
  readonly isDangerous?: boolean;
  readonly children: (close: () => void) => ReactNode;
}

/** A button that opens the few fields of a step. */
function StepDialog({ label, title, isDangerous = false, children }: StepDialogProps) {
  const [opened, dialog] = useDisclosure(false);
  return (
    <>
      <Button variant={isDangerous ? "default" : "filled"} onClick={dialog.open}>
        {label}
      </Button>
      <Modal opened={opened} onClose={dialog.close} title={title} centered size="lg">
        {children(dialog.close)}
      </Modal>
    </>
  );
}

export function DeclineButton({ recognition }: StepProps) {
  return (
    <StepDialog label={t`Decline`} title={t`Decline this proposal?`} isDangerous>
      {(close) => (
        <ReasonForm
          recognition={recognition}
          document={DeclineRecognitionDocument}
          hint={t`Whoever proposed it reads it.`}
          submitLabel={t`Decline it`}
          close={close}
        />
      )}
    </StepDialog>
  );
}

export function WithdrawButton({ recognition }: StepProps) {
  return (
    <StepDialog label={t`Withdraw the certificate`} title={t`Withdraw this certificate?`} isDangerous>
      {(close) => (
        <ReasonForm
          recognition={recognition}
          document={WithdrawCertificateDocument}
          hint={t`Whoever checks the certificate is told from then on that it is not in force. The recognition can be mended and issued anew.`}
          submitLabel={t`Withdraw it`}
          close={close}
        />
      )}
    </StepDialog>
  );
}

interface ReasonFormProps<Data> extends StepProps {
  readonly document: TypedDocumentNode<Data, { id: string; version: number; reason: string }>;
  readonly hint: string;
  readonly submitLabel: string;
  readonly close: () => void;
}

function ReasonForm<Data>({ recognition: { id, version }, document, hint, submitLabel, close }: ReasonFormProps<Data>) {
  const client = useApolloClient();
  const short = useShortForm({
    initial: { reason: "" },
    check: (values) => checkInput(decisionRule, values),
    send: async ({ reason }) => {
      await writeAndForget(client, document, { id, version, reason });
      close();
    },
  });
  return (
    <ShortFormFrame short={short} submitLabel={submitLabel} onCancel={close}>
      <TextAreaField form={short.form} path="reason" label={t`Reason`} description={hint} minRows={3} withAsterisk />
    </ShortFormFrame>
  );
}

export function IssueButton({ recognition }: StepProps) {
  return (
    <StepDialog label={t`Issue it`} title={t`Issue this recognition`}>
      {(close) => <IssueForm recognition={recognition} close={close} />}
    </StepDialog>
  );
}

interface Signing {
  readonly name: string;
  readonly title: string;
}

interface IssueFormProps extends StepProps {
  readonly close: () => void;
}

function IssueForm({ recognition: { id, version, date, decidedBy }, close }: IssueFormProps) {
  const client = useApolloClient();
  const nobody: Signing = { name: "", title: "" };
  const short = useShortForm({
    initial: {
      date,
      signatories: Array.from({ length: LIMITS.signatories }, (_, index) =>
        index === 0 && decidedBy ? { ...nobody, name: decidedBy.name } : nobody,
      ),
    },
    check: ({ date: on, signatories }) =>
      checkInput(issueRecognitionRule, {
        date: on,
        signatories: signatories.filter(({ name, title }) => name.trim() !== "" || title.trim() !== ""),
      }),
    send: async (input) => {
      await writeAndForget(client, IssueRecognitionDocument, { id, version, input });
      close();
    },
  });
  return (
    <ShortFormFrame short={short} submitLabel={t`Issue it`} onCancel={close}>
      <Text>
        <Trans>A certificate is made and signed. What it says cannot be changed while it is in force.</Trans>
      </Text>
      <PartialDateInput label={t`Date`} {...bound(short.form, "date")} />
      {short.form.values.signatories.map((_, index) => {
        const number = index + 1;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the places under a certificate neither move nor go
          <Fieldset key={index} legend={t`Signature ${number}`}>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <TextField form={short.form} path={`signatories.${index}.name`} label={t`Name`} />
              <TextField form={short.form} path={`signatories.${index}.title`} label={t`Rank or title`} />
            </SimpleGrid>
          </Fieldset>
        );
      })}
    </ShortFormFrame>
  );
}

export function HandOverButton({ recognition }: StepProps) {
  return (
    <StepDialog label={t`Note that it was handed over`} title={t`How was it handed over?`}>
      {(close) => <HandOverForm recognition={recognition} close={close} />}
    </StepDialog>
  );
}

function HandOverForm({ recognition, close }: IssueFormProps) {
  const client = useApolloClient();
  const { id, version, date, place, handedOverBy, takenBy } = recognition;
  const short = useShortForm({
    initial: { date, place, handedOverBy, takenBy },
    check: (values) => checkInput(handOverRecognitionRule, values),
    send: async (input) => {
      await writeAndForget(client, HandOverRecognitionDocument, { id, version, input });
      close();
    },
  });
  return (
    <ShortFormFrame short={short} submitLabel={t`Note it`} onCancel={close}>
      <PartialDateInput label={t`Date`} {...bound(short.form, "date")} />
      <TextField form={short.form} path="place" label={t`Place`} />
      <TextField form={short.form} path="handedOverBy" label={t`Handed over by`} />
      <TextField form={short.form} path="takenBy" label={t`Taken by`} />
    </ShortFormFrame>
  );
}
