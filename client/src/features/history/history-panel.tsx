import { useQuery } from "@apollo/client/react";
import { HISTORY_ACTION_LABELS } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Button, Group, Stack, Text, Timeline } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { HistoryDocument, type HistoryQuery } from "../../generated/graphql.ts";
import { InstantText } from "../../ui/dates.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { ShowMore, useReadingOn } from "../../ui/reading-on.tsx";
import { Section } from "../../ui/section.tsx";
import { useSession } from "../../ui/session.ts";
import { wordsOf } from "../../ui/words.ts";
import { auditLogPath } from "../audit/paths.ts";
import { UndoMerge } from "../merging/undo-merge.tsx";
import { Changes } from "./changes.tsx";

const PAGE = 10;

/** What happened to a record: who, when, and what was before and after. */
export function HistoryPanel({ of }: { readonly of: string }) {
  return (
    <Section title={t`History`}>
      <Entries of={of} />
    </Section>
  );
}

function Entries({ of }: { readonly of: string }) {
  const { data, loading, error, refetch, fetchMore } = useQuery(HistoryDocument, { variables: { of, first: PAGE } });
  const { viewer } = useSession();
  const reading = useReadingOn(data?.history.pageInfo, fetchMore);
  return (
    <QueryView data={data} loading={loading} error={error} refetch={() => void refetch()}>
      {({ history }) => (
        <Stack align="flex-start">
          <Timeline bulletSize={12} lineWidth={2}>
            {history.edges.map(({ node }) => (
              <Timeline.Item key={node.id} title={wordsOf(HISTORY_ACTION_LABELS)[node.action]}>
                <Text size="sm" c="dimmed">
                  {node.by?.name ?? t`Loaded with the installation`}, <InstantText value={node.at} />
                </Text>
                {node.action !== "CREATE" && <Changes changes={node.changes} />}
                {node.merge && <StandingMerge merge={node.merge} />}
              </Timeline.Item>
            ))}
          </Timeline>
          <ShowMore reading={reading} size="xs">
            <Trans>Show earlier changes</Trans>
          </ShowMore>
          {viewer.abilities.readAuditLog && (
            <Anchor component={Link} to={auditLogPath({ subject: [of] })} underline="always" size="sm">
              <Trans>Everything about this in the audit log</Trans>
            </Anchor>
          )}
        </Stack>
      )}
    </QueryView>
  );
}

type Merge = NonNullable<HistoryQuery["history"]["edges"][number]["node"]["merge"]>;

/** What happened to the record that was merged, and the way to undo that, for those who may. */
function StandingMerge({ merge }: { readonly merge: Merge }) {
  const { name } = merge;
  const [isShown, setShown] = useState(false);
  return (
    <Stack gap="xs" mt="xs" align="flex-start">
      <Group gap="xs">
        {merge.undoable && <UndoMerge merged={merge} />}
        <Button size="xs" variant="default" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {isShown ? t`Hide the history of ${name}` : t`Show the history of ${name}`}
        </Button>
      </Group>
      {isShown && <Entries of={merge.id} />}
    </Stack>
  );
}
