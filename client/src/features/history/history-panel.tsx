import { useQuery } from "@apollo/client/react";
import { HISTORY_ACTION_LABELS } from "@concord/shared/vocabularies";
import { Box, Button, Stack, Text, Timeline } from "@mantine/core";
import { HistoryDocument, type HistoryQuery } from "../../generated/graphql.ts";
import { InstantText } from "../../ui/dates.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { Section } from "../../ui/section.tsx";
import { valueText } from "../../ui/value-text.ts";
import { fieldLabel } from "./field-labels.ts";

const PAGE = 10;

/** What happened to a record: who, when, and what was before and after. */
export function HistoryPanel({ of }: { readonly of: string }) {
  const { data, loading, error, refetch, fetchMore } = useQuery(HistoryDocument, { variables: { of, first: PAGE } });
  return (
    <Section title="History">
      <QueryView data={data} loading={loading} error={error} refetch={() => void refetch()}>
        {({ history }) => (
          <Stack align="flex-start">
            <Timeline bulletSize={12} lineWidth={2}>
              {history.edges.map(({ node }) => (
                <Timeline.Item key={node.id} title={HISTORY_ACTION_LABELS[node.action]}>
                  <Text size="sm" c="dimmed">
                    {node.by?.name ?? "Loaded with the installation"}, <InstantText value={node.at} />
                  </Text>
                  {node.action === "UPDATE" || node.action === "MERGE" ? <Changes changes={node.changes} /> : null}
                </Timeline.Item>
              ))}
            </Timeline>
            {history.pageInfo.hasNextPage && (
              <Button
                variant="default"
                size="xs"
                onClick={() => void fetchMore({ variables: { after: history.pageInfo.endCursor } })}
              >
                Show earlier changes
              </Button>
            )}
          </Stack>
        )}
      </QueryView>
    </Section>
  );
}

type Change = HistoryQuery["history"]["edges"][number]["node"]["changes"][number];

function Changes({ changes }: { readonly changes: readonly Change[] }) {
  return (
    <Box component="ul" m={0} ps="md">
      {changes.map((change) => (
        <Text component="li" size="sm" key={change.field} lineClamp={4}>
          <Text span fw={600} inherit>
            {fieldLabel(change.field)}
          </Text>
          : {shown(change.before)} → {shown(change.after)}
        </Text>
      ))}
    </Box>
  );
}

function shown(text: string | null): string {
  if (text === null) return "empty";
  return text
    .split("; ")
    .map((item) => item.split(", ").map(valueText).join(", "))
    .join("; ");
}
