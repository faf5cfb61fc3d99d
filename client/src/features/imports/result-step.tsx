import { useApolloClient } from "@apollo/client/react";
import { IMPORT_RESULT_LABELS, type ImportResult } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconArrowBackUp, IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { UndoImportDocument } from "../../generated/graphql.ts";
import { QuestionDialog } from "../../ui/question-dialog.tsx";
import { Section } from "../../ui/section.tsx";
import { countsText, rowsWith } from "./counts.ts";
import { ImportRows } from "./import-rows.tsx";
import { reportPath } from "./paths.ts";
import { RowsFilter } from "./rows-filter.tsx";
import type { ImportFile } from "./use-import.ts";

/** What became of the rows: in short, row by row, and as a file to keep. */
export function ResultStep({ file }: { readonly file: ImportFile }) {
  const [result, setResult] = useState<ImportResult | null>(null);
  const rejected =
    rowsWith(file.counts, { result: "FAILED" }) +
    rowsWith(file.counts, { result: "SKIPPED" }) -
    rowsWith(file.counts, { result: "SKIPPED", verdict: "UNCHANGED" });
  return (
    <Stack gap="lg">
      <Section title={t`What became of the rows`}>
        <Stack>
          <Text size="lg" role="status">
            {countsText(file)}
          </Text>
          <Group>
            <Button
              component="a"
              href={reportPath(file.id)}
              download
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
            >
              <Trans>Report</Trans>
            </Button>
            {rejected > 0 && (
              <Button
                component="a"
                href={reportPath(file.id, "rejected")}
                download
                variant="default"
                leftSection={<IconDownload size={16} aria-hidden />}
              >
                <Trans>Rows left out, to be corrected</Trans>
              </Button>
            )}
            {file.abilities.undo && <UndoButton file={file} />}
          </Group>
          <RowsFilter
            labels={IMPORT_RESULT_LABELS}
            countOf={(code) => rowsWith(file.counts, { result: code })}
            total={file.total}
            value={result}
            onChange={setResult}
          />
        </Stack>
      </Section>
      <ImportRows file={file} filter={result ? { result: [result] } : {}} onDecide={null} />
    </Stack>
  );
}

function UndoButton({ file }: { readonly file: ImportFile }) {
  const client = useApolloClient();
  const [asking, ask] = useDisclosure(false);
  return (
    <>
      <Button variant="default" leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={ask.open}>
        <Trans>Undo the import</Trans>
      </Button>
      <QuestionDialog
        opened={asking}
        title={t`Undo the whole import?`}
        keepLabel={t`Keep it`}
        onKeep={ask.close}
        doLabel={t`Undo it`}
        onDo={async () => {
          await client.mutate({ mutation: UndoImportDocument, variables: { id: file.id } });
        }}
      >
        <Trans>What it added goes to the trash, and what it changed is put back as it was.</Trans>
      </QuestionDialog>
    </>
  );
}
