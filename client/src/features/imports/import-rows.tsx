import { useQuery } from "@apollo/client/react";
import { IMPORT_DECISION_LABELS, IMPORT_MATCH_LABELS, type ImportDecision } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Box, NativeSelect, Stack, Text } from "@mantine/core";
import { useMemo } from "react";
import { Link } from "react-router";
import { type ImportRowFilter, ImportRowsDocument, type ImportRowsQuery } from "../../generated/graphql.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { numberText } from "../../ui/number-text.ts";
import { QueryView } from "../../ui/query-view.tsx";
import { ListEnd, useReadingOn } from "../../ui/reading-on.tsx";
import { recordPath } from "../../ui/record-paths.ts";
import { wordsOf } from "../../ui/words.ts";
import { changeText } from "../history/changes.tsx";
import { fieldLabel } from "../history/field-labels.ts";
import { ResultBadge, VerdictBadge } from "./import-badges.tsx";
import { reasonText } from "./reason-texts.ts";
import type { ImportFile } from "./use-import.ts";

export type Row = ImportRowsQuery["importRows"]["edges"][number]["node"];

const PAGE = 100;

interface ImportRowsProps {
  readonly file: ImportFile;
  readonly filter: ImportRowFilter;
  /** Null where nothing can be decided. */
  readonly onDecide: ((row: Row, decision: ImportDecision) => void) | null;
}

/** The rows of an import, with what is found out about each; thousands of them, of which those in sight are drawn. */
export function ImportRows({ file, filter, onDecide }: ImportRowsProps) {
  const { data, loading, error, refetch, fetchMore } = useQuery(ImportRowsDocument, {
    variables: { import: file.id, first: PAGE, filter },
    fetchPolicy: "cache-and-network",
  });
  const rows = data?.importRows;
  const reading = useReadingOn(rows?.pageInfo, fetchMore);
  const columns = useMemo(() => columnsOf(file, onDecide), [file, onDecide]);
  return (
    <Box className="surface">
      <QueryView data={rows} loading={loading} error={error} refetch={() => void refetch()}>
        {(shown) =>
          shown.edges.length === 0 ? (
            <Text p="lg" c="dimmed">
              <Trans>There are no such rows.</Trans>
            </Text>
          ) : (
            <DataTable
              label={t`Rows of the file`}
              rows={shown.edges.map(({ node }) => node)}
              total={shown.totalCount}
              columns={columns}
              linkOf={() => null}
              sort={{ field: "NUMBER", direction: "ASC" }}
              onSort={() => undefined}
              reading={reading}
            />
          )
        }
      </QueryView>
      <ListEnd reading={reading} />
    </Box>
  );
}

function columnsOf(file: ImportFile, onDecide: ImportRowsProps["onDecide"]): readonly Column<Row, "NUMBER">[] {
  const wasRun = file.state === "DONE" || file.state === "UNDONE";
  return [
    { id: "number", header: t`Row`, width: "4.5rem", cell: (row) => numberText(row.number) },
    { id: "name", header: t`What it says`, width: "minmax(0, 2fr)", cell: (row) => <RowName file={file} row={row} /> },
    {
      id: "verdict",
      header: wasRun ? t`Result` : t`Verdict`,
      width: "minmax(0, 1.3fr)",
      cell: (row) =>
        wasRun && row.result ? <ResultBadge value={row.result} /> : row.verdict && <VerdictBadge value={row.verdict} />,
    },
    { id: "why", header: t`Why`, width: "minmax(0, 3.4fr)", cell: (row) => <Findings file={file} row={row} /> },
    ...(wasRun
      ? []
      : [
          {
            id: "decision",
            header: t`Decision`,
            width: "minmax(0, 1.3fr)",
            cell: (row: Row) => <Decision row={row} onDecide={onDecide} />,
          },
        ]),
  ];
}

/** By what one knows the row: its name or title, else the first cell that holds something. */
function RowName({ file, row }: { readonly file: ImportFile; readonly row: Row }) {
  const named = (file.mapping?.columns ?? []).flatMap((field, index) =>
    field === "name" || field === "title" || field === "givenName" || field === "familyName" ? [row.cells[index]] : [],
  );
  const name = named.filter(Boolean).join(" ") || row.cells.find((cell) => cell !== "") || "";
  return <Text lineClamp={3}>{name}</Text>;
}

function alikeText(score: number): string {
  const share = numberText(score / 100, { style: "percent" });
  return t`${share} alike`;
}

function Findings({ file, row }: { readonly file: ImportFile; readonly row: Row }) {
  const record = row.resultRecord ?? row.record;
  // An empty cell has no label on a phone.
  if (record === null && row.reasons.length === 0 && row.changes.length === 0) return null;
  return (
    <Stack gap={4}>
      {record && (
        <Text size="sm">
          <Anchor component={Link} to={recordPath(record.kind, record.id)} underline="always">
            {record.name}
          </Anchor>
          {row.score === null
            ? row.matchedBy && <> · {t`found by ${{ what: wordsOf(IMPORT_MATCH_LABELS)[row.matchedBy] }}`}</>
            : ` · ${alikeText(row.score)}`}
        </Text>
      )}
      {row.reasons.map((reason) => (
        <Text size="sm" key={`${reason.column ?? ""} ${reason.message}`}>
          {reason.column !== null && (
            <Text span inherit fw={600}>
              {file.columns[reason.column]?.header}:{" "}
            </Text>
          )}
          {reasonText(reason)}
        </Text>
      ))}
      {row.changes.map((change) => (
        <Text size="sm" key={change.field} lineClamp={3}>
          <Text span inherit fw={600}>
            {fieldLabel(change.field)}:
          </Text>{" "}
          {changeText(change)}
        </Text>
      ))}
    </Stack>
  );
}

interface DecisionProps {
  readonly row: Row;
  readonly onDecide: ImportRowsProps["onDecide"];
}

function Decision({ row, onDecide }: DecisionProps) {
  if (onDecide === null || row.choices.length < 2)
    return <Text size="sm">{wordsOf(IMPORT_DECISION_LABELS)[row.decision]}</Text>;
  return (
    <NativeSelect
      size="xs"
      aria-label={t`Decision for row ${{ number: row.number }}`}
      value={row.decision}
      data={row.choices.map((value) => ({ value, label: wordsOf(IMPORT_DECISION_LABELS)[value] }))}
      onChange={(event) => {
        const chosen = row.choices.find((choice) => choice === event.currentTarget.value);
        if (chosen) onDecide(row, chosen);
      }}
    />
  );
}
