import { codesOf, IMPORT_KIND_LABELS, type ImportKind, isCode } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, List, Progress, Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { DropZone } from "../../ui/drop-zone.tsx";
import type { Failure } from "../../ui/failure.ts";
import { FailureAlert } from "../../ui/failure-alert.tsx";
import { useLeaveGuard } from "../../ui/leave-guard.ts";
import { PageTitle } from "../../ui/page-title.tsx";
import { Section } from "../../ui/section.tsx";
import { wordsOf } from "../../ui/words.ts";
import { importPath } from "./paths.ts";
import { importText } from "./reason-texts.ts";
import { uploadFile } from "./upload.ts";

/** Chooses a file and what is in it. */
export function NewImportPage() {
  const navigate = useNavigate();
  const [kind, setKind] = useState<ImportKind>("PARTNER");
  const [file, setFile] = useState<File | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  /** The share that has been sent; null while nothing is on its way. */
  const [sent, setSent] = useState<number | null>(null);
  useLeaveGuard(sent !== null);

  async function send() {
    if (!file) return;
    setSent(0);
    setFailure(null);
    const uploaded = await uploadFile(kind, file, { onProgress: setSent });
    setSent(null);
    if ("id" in uploaded) navigate(importPath(uploaded.id), { replace: true });
    else setFailure({ ...uploaded.failure, message: importText(uploaded.failure.message) });
  }

  return (
    <Stack>
      <PageTitle title={t`New import`} />
      <Section title={t`What is in the file?`}>
        <Radio.Group
          aria-label={t`What is in the file?`}
          value={kind}
          onChange={(value) => {
            if (isCode(IMPORT_KIND_LABELS, value)) setKind(value);
          }}
        >
          <Group gap="lg">
            {codesOf(IMPORT_KIND_LABELS).map((value) => (
              <Radio key={value} value={value} label={wordsOf(IMPORT_KIND_LABELS)[value]} />
            ))}
          </Group>
        </Radio.Group>
      </Section>
      <DropZone accept=".csv,.tsv,.txt,.xlsx" file={file} onFile={setFile} />
      <List size="sm" c="dimmed" spacing={4}>
        <List.Item>
          <Trans>A spreadsheet as .xlsx or .csv, one record a row, with headings above. At most 200,000 rows.</Trans>
        </List.Item>
        <List.Item>
          <Trans>Nothing is written before you have seen what would become of each row.</Trans>
        </List.Item>
        <List.Item>
          <Trans>An import can be undone as one, until one of its records has been edited.</Trans>
        </List.Item>
        <List.Item>
          <Trans>The file is kept for 30 days, and shown to you and to administrators alone.</Trans>
        </List.Item>
      </List>
      {failure && <FailureAlert failure={failure} />}
      {sent !== null && (
        <Progress value={sent * 100} size="lg" aria-label={t`How much of ${{ name: file?.name ?? "" }} is sent`} />
      )}
      <Group>
        <Button onClick={() => void send()} disabled={file === null} loading={sent !== null}>
          <Trans>Read the file</Trans>
        </Button>
        {file === null && (
          <Text size="sm" c="dimmed">
            <Trans>Choose a file first.</Trans>
          </Text>
        )}
      </Group>
    </Stack>
  );
}
