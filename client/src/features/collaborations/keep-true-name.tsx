import { useApolloClient } from "@apollo/client/react";
import { checkInput } from "@concord/shared/rules/check";
import { trueNameRule } from "@concord/shared/rules/collaborations";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Anchor, Button, Modal, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconAlertTriangle, IconLock } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import { KeepTrueNameDocument } from "../../generated/graphql.ts";
import { type Failure, failureOf } from "../../ui/failure.ts";
import { notify } from "../../ui/notices.tsx";
import { editPath } from "../../ui/record-paths.ts";
import { ShortFormFrame } from "../../ui/short-form.tsx";
import { useShortForm } from "../../ui/use-short-form.ts";
import { sendAndKeepNothing } from "../../ui/write.ts";
import { collaborationLabels } from "./collaboration-form.ts";
import type { Whose } from "./whose.ts";

interface KeepTrueNameProps {
  readonly whose: Whose;
  readonly pseudonym: string;
  /** Whether one is kept already, which this one replaces. */
  readonly replaces: boolean;
  readonly onChanged: () => void;
}

/** Keeps the true name of a protected person, sealed. */
export function KeepTrueName({ replaces, onChanged, ...person }: KeepTrueNameProps) {
  const [opened, dialog] = useDisclosure(false);
  const { pseudonym } = person;
  return (
    <>
      <Button size="xs" variant="default" leftSection={<IconLock size={14} aria-hidden />} onClick={dialog.open}>
        {replaces ? t`Replace it…` : t`Keep a true name…`}
      </Button>
      <Modal
        opened={opened}
        onClose={dialog.close}
        title={replaces ? t`Replace the true name of ${pseudonym}` : t`Keep the true name of ${pseudonym}`}
        centered
      >
        <KeepForm
          {...person}
          submitLabel={replaces ? t`Seal the new one` : t`Seal and keep it`}
          onCancel={dialog.close}
          onKept={() => {
            notify({ message: t`The true name of ${pseudonym} is kept, sealed.` });
            dialog.close();
            onChanged();
          }}
        />
      </Modal>
    </>
  );
}

interface KeepFormProps extends Pick<KeepTrueNameProps, "whose" | "pseudonym"> {
  readonly submitLabel: string;
  readonly onCancel: () => void;
  readonly onKept: () => void;
}

function KeepForm({ whose, pseudonym, submitLabel, onCancel, onKept }: KeepFormProps) {
  const client = useApolloClient();
  const [telling, setTelling] = useState<readonly string[]>([]);
  const places = telling.join(", ");
  const short = useShortForm({
    initial: { trueName: "" },
    check: (values) => checkInput(trueNameRule, values),
    send: async ({ trueName }) => {
      setTelling([]);
      try {
        await sendAndKeepNothing(client, KeepTrueNameDocument, { ...whose, trueName });
        onKept();
      } catch (error) {
        const fields = tellingFields(failureOf(error));
        if (fields.length === 0) throw error;
        setTelling(fields);
      }
    },
  });
  return (
    <ShortFormFrame short={short} submitLabel={submitLabel} onCancel={onCancel}>
      {telling.length > 0 && (
        <Alert
          color="red"
          variant="outline"
          icon={<IconAlertTriangle aria-hidden />}
          role="alert"
          title={t`The collaboration tells this name`}
        >
          <Text size="sm">
            <Trans>It stands in: {places}. Write the pseudonym there first.</Trans>
          </Text>
          <Anchor component={Link} to={editPath("COLLABORATION", whose.collaboration)} size="sm" underline="always">
            <Trans>Edit the collaboration</Trans>
          </Anchor>
        </Alert>
      )}
      <Text>
        <Trans>
          It is encrypted, and shown to nobody but named members, for a minute, with a reason that is recorded.
          Everywhere else {pseudonym} stays {pseudonym}.
        </Trans>
      </Text>
      <TextInput
        label={t`True name`}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        data-autofocus
        {...short.form.getInputProps("trueName")}
      />
    </ShortFormFrame>
  );
}

/** The fields of the collaboration in whose text the server found the name, in words. */
function tellingFields({ fields }: Failure): string[] {
  const labels: Readonly<Record<string, string>> = collaborationLabels();
  const found = fields.map(({ path }) => labels[path.split(".")[0] ?? ""]);
  return [...new Set(found.filter((label) => label !== undefined))];
}
