import { useApolloClient } from "@apollo/client/react";
import {
  IMPORT_DECISION_LABELS,
  IMPORT_VERDICT_LABELS,
  type ImportDecision,
  type ImportVerdict,
} from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { DecideImportRowsDocument, RunImportDocument } from "../../generated/graphql.ts";
import { FailureAlert } from "../../ui/failure-alert.tsx";
import { Section } from "../../ui/section.tsx";
import { wordsOf } from "../../ui/words.ts";
import { rowsText, rowsWith } from "./counts.ts";
import { ImportRows, type Row } from "./import-rows.tsx";
import { RowsFilter } from "./rows-filter.tsx";
import { useAction } from "./use-action.ts";
import type { ImportFile } from "./use-import.ts";

/** For which verdicts all rows can be decided on at once, and how. */
const DECISIONS: Readonly<Partial<Record<ImportVerdict, readonly ImportDecision[]>>> = {
  NEW: ["CREATE", "SKIP"],
  UPDATE: ["UPDATE", "SKIP"],
  LIKELY_DUPLICATE: ["SKIP", "UPDATE", "CREATE"],
};

interface CheckStepProps {
  readonly file: ImportFile;
  readonly onMatchAgain: () => void;
}

/** What would become of every row; decided on singly, or for all of a kind. */
export function CheckStep({ file, onMatchAgain }: CheckStepProps) {
  const client = useApolloClient();
  const decision = useAction();
  const [verdict, setVerdict] = useState<ImportVerdict | null>(null);
  // What was decided for all is read anew, row by row.
  const [round, setRound] = useState(0);

  const decideAll = (chosen: ImportDecision, of: ImportVerdict) =>
    decision.run(async () => {
      const input = { decision: chosen, verdict: of };
      await client.mutate({ mutation: DecideImportRowsDocument, variables: { id: file.id, input } });
      setRound(round + 1);
    });
  const decideRow = (row: Row, chosen: ImportDecision) =>
    decision.run(async () => {
      const input = { decision: chosen, rows: [row.number] };
      await client.mutate({ mutation: DecideImportRowsDocument, variables: { id: file.id, input } });
      const id = client.cache.identify({ __typename: "ImportRow", id: row.id });
      if (id) client.cache.modify({ id, fields: { decision: () => chosen } });
    });

  return (
    <Stack gap="lg">
      <RunIt file={file} onMatchAgain={onMatchAgain} />
      <Section title={t`What would become of the rows`}>
        <Stack>
          <RowsFilter
            labels={IMPORT_VERDICT_LABELS}
            countOf={(code) => rowsWith(file.counts, { verdict: code })}
            total={file.total}
            value={verdict}
            onChange={setVerdict}
          />
          {verdict && DECISIONS[verdict] && file.abilities.decide && (
            <Group
              gap="xs"
              role="group"
              aria-label={t`All rows: ${{ verdict: wordsOf(IMPORT_VERDICT_LABELS)[verdict] }}`}
            >
              <Text size="sm">
                <Trans>All of these:</Trans>
              </Text>
              {DECISIONS[verdict].map((choice) => (
                <Button
                  key={choice}
                  size="xs"
                  variant="default"
                  disabled={decision.busy}
                  onClick={() => void decideAll(choice, verdict)}
                >
                  {wordsOf(IMPORT_DECISION_LABELS)[choice]}
                </Button>
              ))}
            </Group>
          )}
          {decision.failure && <FailureAlert failure={decision.failure} />}
        </Stack>
      </Section>
      <ImportRows
        key={round}
        file={file}
        filter={verdict ? { verdict: [verdict] } : {}}
        onDecide={file.abilities.decide ? (row, chosen) => void decideRow(row, chosen) : null}
      />
    </Stack>
  );
}

/** What running it would do, and the button for it: above the rows, of which there may be thousands. */
function RunIt({ file, onMatchAgain }: CheckStepProps) {
  const client = useApolloClient();
  const { busy, failure, run } = useAction();
  return (
    <Section title={t`Run it, or decide first`}>
      <Stack>
        <Text role="status">{planText(file)}</Text>
        {failure && <FailureAlert failure={failure} />}
        <Group>
          {file.abilities.run && (
            <Button
              loading={busy}
              onClick={() => void run(() => client.mutate({ mutation: RunImportDocument, variables: { id: file.id } }))}
            >
              <Trans>Run the import</Trans>
            </Button>
          )}
          {file.abilities.map && (
            <Button variant="default" onClick={onMatchAgain}>
              <Trans>Match the columns again</Trans>
            </Button>
          )}
        </Group>
        {!file.abilities.run && (
          <Alert color="gray" variant="outline" title={t`Somebody else's import`}>
            <Trans>Only who made an import goes on with it. You may give it up.</Trans>
          </Alert>
        )}
      </Stack>
    </Section>
  );
}

/** What running it would do, in a sentence. */
function planText({ counts }: ImportFile): string {
  const added = rowsText(rowsWith(counts, { decision: "CREATE" }));
  const changed = rowsText(rowsWith(counts, { decision: "UPDATE" }));
  const skipped = rowsText(rowsWith(counts, { decision: "SKIP" }));
  return t`${added} will be added, ${changed} will change a record, ${skipped} will be left out.`;
}
