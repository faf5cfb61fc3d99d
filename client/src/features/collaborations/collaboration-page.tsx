import { useApolloClient, useQuery } from "@apollo/client/react";
import { COLLABORATION_KIND_LABELS, PARTICIPANT_ROLE_LABELS } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Button, Grid, Group, List, Stack, Text, Timeline } from "@mantine/core";
import { IconAward } from "@tabler/icons-react";
import { Link, useParams } from "react-router";
import {
  CollaborationDocument,
  type CollaborationQuery,
  DeleteCollaborationDocument,
  RestoreCollaborationDocument,
} from "../../generated/graphql.ts";
import { ConfidentialityBadge, FocusAreas, StageBadge } from "../../ui/badges.tsx";
import { DateText, IntervalText } from "../../ui/dates.tsx";
import { externalIdsText } from "../../ui/external-ids-input.tsx";
import { Facts } from "../../ui/facts.tsx";
import { LinkedCollaborations, LinkedRecognitions } from "../../ui/linked-records.tsx";
import { numberText } from "../../ui/number-text.ts";
import { measureWords } from "../../ui/outcome-words.ts";
import { PlaceText } from "../../ui/place-text.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { Quotes } from "../../ui/quotes.tsx";
import { RecordActions } from "../../ui/record-actions.tsx";
import { RecordPage } from "../../ui/record-page.tsx";
import { editPath, listPath, newPath, recordPath } from "../../ui/record-paths.ts";
import { Section } from "../../ui/section.tsx";
import { useSession } from "../../ui/session.ts";
import { OutsideLink, SourcesList } from "../../ui/sources-list.tsx";
import { wordsOf } from "../../ui/words.ts";
import { writeAndForget } from "../../ui/write.ts";
import { FilesSection } from "../files/files-section.tsx";
import { HistoryPanel } from "../history/history-panel.tsx";
import { Appearances } from "./appearances.tsx";

type Details = NonNullable<CollaborationQuery["collaboration"]>;

export function CollaborationPage() {
  const { id = "" } = useParams();
  const { data, loading, error, refetch } = useQuery(CollaborationDocument, { variables: { id } });
  return (
    <QueryView data={data?.collaboration} loading={loading} error={error} refetch={() => void refetch()}>
      {(collaboration) => <Collaboration collaboration={collaboration} onChanged={() => void refetch()} />}
    </QueryView>
  );
}

interface CollaborationProps {
  readonly collaboration: Details;
  /** Something that belongs to it was changed here: it is read anew. */
  readonly onChanged: () => void;
}

function Collaboration({ collaboration, onChanged }: CollaborationProps) {
  const client = useApolloClient();
  const { viewer } = useSession();
  const { id, version, title } = collaboration;
  return (
    <RecordPage
      title={title}
      deletedAt={collaboration.deletedAt}
      subtitle={
        <Text c="dimmed">
          {wordsOf(COLLABORATION_KIND_LABELS)[collaboration.kind]} ·{" "}
          <IntervalText begin={collaboration.begin} end={collaboration.end} />
          {collaboration.place && ` · ${collaboration.place}`}
        </Text>
      }
      badges={
        <>
          <StageBadge value={collaboration.stage} />
          <ConfidentialityBadge value={collaboration.confidentiality} />
          <FocusAreas values={collaboration.focusAreas} />
        </>
      }
      actions={
        <RecordActions
          question={t`Move this collaboration to the trash?`}
          name={title}
          abilities={collaboration.abilities}
          editPath={editPath("COLLABORATION", id)}
          listPath={listPath("COLLABORATION")}
          onDelete={() => writeAndForget(client, DeleteCollaborationDocument, { id, version })}
          onRestore={() => writeAndForget(client, RestoreCollaborationDocument, { id })}
        >
          {viewer.abilities.createRecognition && !collaboration.deletedAt && (
            <Button
              component={Link}
              to={newPath("RECOGNITION", { honours: id })}
              variant="default"
              leftSection={<IconAward size={16} aria-hidden />}
            >
              <Trans>Honour it</Trans>
            </Button>
          )}
        </RecordActions>
      }
    >
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="lg">
            <Story collaboration={collaboration} />
            {collaboration.milestones.length > 0 && (
              <Section title={t`Milestones`}>
                <Timeline bulletSize={12} lineWidth={2}>
                  {collaboration.milestones.map((milestone) => (
                    <Timeline.Item
                      key={`${milestone.date} ${milestone.title}`}
                      title={<DateText value={milestone.date} />}
                    >
                      {milestone.title}
                    </Timeline.Item>
                  ))}
                </Timeline>
              </Section>
            )}
            {collaboration.appearances.length > 0 && (
              <Section title={t`People who appear in it`}>
                <Appearances collaboration={collaboration} onChanged={onChanged} />
              </Section>
            )}
            {collaboration.statements.edges.length > 0 && (
              <Section title={t`What was said about it`}>
                <Quotes quotes={collaboration.statements.edges.map((edge) => edge.node)} />
              </Section>
            )}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="lg">
            <Section title={t`Who took part`}>
              <Participants collaboration={collaboration} />
            </Section>
            <Connections collaboration={collaboration} />
            <Section title={t`Sources`}>
              <SourcesList sources={collaboration.sources} />
            </Section>
            <FilesSection
              record={id}
              files={collaboration.attachments}
              mayAttach={collaboration.abilities.update}
              onChanged={onChanged}
            />
            <HistoryPanel of={id} />
          </Stack>
        </Grid.Col>
      </Grid>
    </RecordPage>
  );
}

function Story({ collaboration }: { readonly collaboration: Details }) {
  return (
    <Section title={t`What was done`}>
      <Stack>
        {collaboration.outcomes.length > 0 && (
          <Group gap="xl">
            {collaboration.outcomes.map(({ measure, count }) => (
              <Stack key={measure} gap={0}>
                <Text fz={34} fw={700} lh={1.1}>
                  {numberText(count)}
                </Text>
                <Text c="dimmed">{measureWords(measure, count)}</Text>
              </Stack>
            ))}
          </Group>
        )}
        {collaboration.summary ? (
          <Text className="prose">{collaboration.summary}</Text>
        ) : (
          <Text c="dimmed">
            <Trans>No summary is written yet.</Trans>
          </Text>
        )}
        <Facts
          facts={[
            [t`The ask`, collaboration.ask && <Text className="prose">{collaboration.ask}</Text>],
            [t`Link`, collaboration.link && <OutsideLink href={collaboration.link}>{collaboration.link}</OutsideLink>],
            [t`Where`, collaboration.country && <PlaceText {...collaboration} />],
            [t`Responsible office`, collaboration.office.name],
            [t`External ids`, externalIdsText(collaboration.externalIds)],
            [t`Named members`, collaboration.members.map((member) => member.name).join(", ")],
          ]}
        />
      </Stack>
    </Section>
  );
}

function Participants({ collaboration }: { readonly collaboration: Details }) {
  if (collaboration.participants.length === 0)
    return (
      <Text c="dimmed">
        <Trans>No partner is named.</Trans>
      </Text>
    );
  return (
    <List listStyleType="none" spacing="xs">
      {collaboration.participants.map(({ partner, role }) => (
        <List.Item key={`${partner.id} ${role}`}>
          <Anchor component={Link} to={recordPath("PARTNER", partner.id)} fw={600}>
            {partner.name}
          </Anchor>{" "}
          <Text span size="sm" c="dimmed">
            {wordsOf(PARTICIPANT_ROLE_LABELS)[role]}
          </Text>
        </List.Item>
      ))}
    </List>
  );
}

function Connections({ collaboration }: { readonly collaboration: Details }) {
  const recognitions = collaboration.recognitions.edges.map((edge) => edge.node);
  return (
    <>
      {collaboration.follows.length > 0 && (
        <Section title={t`Follows`}>
          <LinkedCollaborations collaborations={collaboration.follows} />
        </Section>
      )}
      {collaboration.followedBy.length > 0 && (
        <Section title={t`Followed by`}>
          <LinkedCollaborations collaborations={collaboration.followedBy} />
        </Section>
      )}
      {recognitions.length > 0 && (
        <Section title={t`Honoured by`}>
          <LinkedRecognitions recognitions={recognitions} />
        </Section>
      )}
    </>
  );
}
