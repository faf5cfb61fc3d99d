import { useApolloClient } from "@apollo/client/react";
import { IMPORT_KIND_LABELS, IMPORT_STATE_LABELS, type ImportState } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Box, Button, Group, Progress, Stack, Stepper, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconInfoCircle } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { CancelImportDocument } from "../../generated/graphql.ts";
import { InstantText } from "../../ui/dates.tsx";
import { sizeText } from "../../ui/drop-zone.tsx";
import { FailureAlert } from "../../ui/failure-alert.tsx";
import { numberText } from "../../ui/number-text.ts";
import { PageTitle } from "../../ui/page-title.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { Section } from "../../ui/section.tsx";
import { wordsOf } from "../../ui/words.ts";
import { CheckStep } from "./check-step.tsx";
import { ColumnsStep } from "./columns-step.tsx";
import { rowsText } from "./counts.ts";
import { FileFormat } from "./file-format.tsx";
import { StateBadge } from "./import-badges.tsx";
import { NEW_IMPORT_PATH } from "./paths.ts";
import { importText } from "./reason-texts.ts";
import { ResultStep } from "./result-step.tsx";
import { useAction } from "./use-action.ts";
import { type ImportFile, useImport } from "./use-import.ts";

/** One import, from its file to its report; the server knows where it is, so that a reload loses nothing. */
export function ImportPage() {
  const { id = "" } = useParams();
  const { file, loading, error, refetch } = useImport(id);
  return (
    <QueryView data={file} loading={loading} error={error} refetch={refetch}>
      {(shown) => <ImportView file={shown} />}
    </QueryView>
  );
}

const steps = () => [t`File`, t`Columns`, t`Check`, t`Import`, t`Report`];

const STEP_OF: Readonly<Record<ImportState, number>> = {
  READING: 0,
  FAILED: 0,
  CANCELLED: 0,
  READ: 1,
  CHECKING: 2,
  CHECKED: 2,
  RUNNING: 3,
  DONE: 4,
  UNDOING: 4,
  UNDONE: 4,
};

function ImportView({ file }: { readonly file: ImportFile }) {
  const [isMatchingAgain, setMatchingAgain] = useState(false);
  const isPhone = useMediaQuery("(max-width: 48em)") ?? false;
  const names = steps();
  const step = isMatchingAgain && file.state === "CHECKED" ? 1 : STEP_OF[file.state];
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start">
        <Stack gap={6} flex={1} miw={240}>
          <PageTitle title={file.fileName} />
          <Text c="dimmed">
            {wordsOf(IMPORT_KIND_LABELS)[file.kind]} · {sizeText(file.fileSize)} · {file.by.name},{" "}
            <InstantText value={file.createdAt} />
          </Text>
          <Group gap={6}>
            <StateBadge value={file.state} />
          </Group>
        </Stack>
        {file.abilities.cancel && <CancelButton file={file} />}
      </Group>
      {isPhone ? (
        <Text c="dimmed">
          <Trans>
            Step {{ step: step + 1 }} of {{ steps: names.length }}: {{ name: names[step] ?? "" }}
          </Trans>
        </Text>
      ) : (
        <Stepper active={step} size="sm" allowNextStepsSelect={false}>
          {names.map((label) => (
            <Stepper.Step key={label} label={label} allowStepSelect={false} />
          ))}
        </Stepper>
      )}
      {file.failure && (
        <Alert
          color="red"
          variant="outline"
          role="alert"
          icon={<IconInfoCircle aria-hidden />}
          title={t`It ended early`}
        >
          {importText(file.failure)}
        </Alert>
      )}
      <StepView
        file={file}
        isMatchingAgain={isMatchingAgain}
        onMatchAgain={() => setMatchingAgain(true)}
        onMatched={() => setMatchingAgain(false)}
      />
    </Stack>
  );
}

interface StepViewProps {
  readonly file: ImportFile;
  readonly isMatchingAgain: boolean;
  readonly onMatchAgain: () => void;
  readonly onMatched: () => void;
}

function StepView({ file, isMatchingAgain, onMatchAgain, onMatched }: StepViewProps) {
  switch (file.state) {
    case "READING":
    case "CHECKING":
    case "RUNNING":
    case "UNDOING":
      return <Working file={file} />;
    case "FAILED":
      return <NotRead file={file} />;
    case "CANCELLED":
      return <GivenUp />;
    case "READ":
      return <ColumnsStep file={file} onMatched={onMatched} />;
    case "CHECKED":
      return isMatchingAgain ? (
        <ColumnsStep file={file} onMatched={onMatched} />
      ) : (
        <CheckStep file={file} onMatchAgain={onMatchAgain} />
      );
    case "DONE":
    case "UNDONE":
      return <ResultStep file={file} />;
  }
}

/** What the server is doing, and how far it is. */
function Working({ file: { state, goal, done } }: { readonly file: ImportFile }) {
  const label = wordsOf(IMPORT_STATE_LABELS)[state];
  return (
    <Section title={label}>
      <Stack gap="xs">
        <Progress.Root size="xl">
          <Progress.Section
            value={goal > 0 ? Math.min(100, (done / goal) * 100) : 100}
            animated
            aria-label={label}
            aria-valuetext={progressText(done, goal)}
          />
        </Progress.Root>
        <Text role="status">{progressText(done, goal)}</Text>
        <Text size="sm" c="dimmed">
          <Trans>You may leave this page and come back: the work goes on.</Trans>
        </Text>
      </Stack>
    </Section>
  );
}

function progressText(done: number, goal: number): string {
  const [far, whole] = [numberText(done), rowsText(goal)];
  const rows = rowsText(done);
  return goal > 0 ? t`${far} of ${whole}` : t`${rows} so far`;
}

function NotRead({ file }: { readonly file: ImportFile }) {
  return (
    <Stack>
      {file.abilities.map && <FileFormat file={file} />}
      <Group>
        <Button component={Link} to={NEW_IMPORT_PATH} variant="default">
          <Trans>Choose another file</Trans>
        </Button>
      </Group>
    </Stack>
  );
}

function GivenUp() {
  return (
    <Box>
      <Text mb="sm">
        <Trans>This import was given up. It has written nothing.</Trans>
      </Text>
      <Button component={Link} to={NEW_IMPORT_PATH} variant="default">
        <Trans>Begin another one</Trans>
      </Button>
    </Box>
  );
}

function CancelButton({ file: { id, state } }: { readonly file: ImportFile }) {
  const client = useApolloClient();
  const { busy, failure, run } = useAction();
  return (
    <Stack gap="xs" align="flex-end">
      <Button
        variant="default"
        loading={busy}
        onClick={() => void run(() => client.mutate({ mutation: CancelImportDocument, variables: { id } }))}
      >
        {state === "RUNNING" ? t`Stop the import` : t`Give the import up`}
      </Button>
      {failure && <FailureAlert failure={failure} />}
    </Stack>
  );
}
