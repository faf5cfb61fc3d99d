import { useApolloClient, useQuery } from "@apollo/client/react";
import {
  APPEARANCE_ROLE_LABELS,
  COLLABORATION_KIND_LABELS,
  measureWords,
  PARTICIPANT_ROLE_LABELS,
} from "@concord/shared/vocabularies";
import { Anchor, Badge, Button, Grid, Group, List, Stack, Text, Timeline } from "@mantine/core";
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
import { Facts } from "../../ui/facts.tsx";
import { LinkedCollaborations, LinkedRecognitions } from "../../ui/linked-records.tsx";
import { PlaceText } from "../../ui/place-selects.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { Quotes } from "../../ui/quotes.tsx";
import { RecordActions } from "../../ui/record-actions.tsx";
import { RecordPage } from "../../ui/record-page.tsx";
import { editPath, listPath, newPath, recordPath } from "../../ui/record-paths.ts";
import { Section } from "../../ui/section.tsx";
import { useSession } from "../../ui/session.ts";
import { OutsideLink, SourcesList } from "../../ui/sources-list.tsx";
import { writeAndForget } from "../../ui/write.ts";
import { HistoryPanel } from "../history/history-panel.tsx";

type Details = NonNullable<CollaborationQuery["collaboration"]>;

export function CollaborationPage() {
  const { id = "" } = useParams();
  const { data, loading, error, refetch } = useQuery(CollaborationDocument, { variables: { id } });
  return (
    <QueryView data={data?.collaboration} loading={loading} error={error} refetch={() => void refetch()}>
      {(collaboration) => <Collaboration collaboration={collaboration} />}
    </QueryView>
  );
}

function Collaboration({ collaboration }: { readonly collaboration: Details }) {
  const client = useApolloClient();
  const { viewer } = useSession();
  const { id, version, title } = collaboration;
  return (
    <RecordPage
      title={title}
      deletedAt={collaboration.deletedAt}
      subtitle={
        <Text c="dimmed">
          {COLLABORATION_KIND_LABELS[collaboration.kind]} ·{" "}
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
          noun="collaboration"
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
              Honour it
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
              <Section title="Milestones">
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
              <Section title="People who appear in it">
                <Appearances appearances={collaboration.appearances} />
              </Section>
            )}
            {collaboration.statements.edges.length > 0 && (
              <Section title="What was said about it">
                <Quotes quotes={collaboration.statements.edges.map((edge) => edge.node)} />
              </Section>
            )}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="lg">
            <Section title="Who took part">
              <Participants collaboration={collaboration} />
            </Section>
            <Connections collaboration={collaboration} />
            <Section title="Sources">
              <SourcesList sources={collaboration.sources} />
            </Section>
            <HistoryPanel of={id} />
          </Stack>
        </Grid.Col>
      </Grid>
    </RecordPage>
  );
}

function Story({ collaboration }: { readonly collaboration: Details }) {
  return (
    <Section title="What was done">
      <Stack>
        {collaboration.outcomes.length > 0 && (
          <Group gap="xl">
            {collaboration.outcomes.map(({ measure, count }) => (
              <Stack key={measure} gap={0}>
                <Text fz={34} fw={700} lh={1.1}>
                  {count.toLocaleString("en-GB")}
                </Text>
                <Text c="dimmed">{measureWords(measure, count)}</Text>
              </Stack>
            ))}
          </Group>
        )}
        {collaboration.summary ? (
          <Text className="prose">{collaboration.summary}</Text>
        ) : (
          <Text c="dimmed">No summary is written yet.</Text>
        )}
        <Facts
          facts={[
            ["The ask", collaboration.ask && <Text className="prose">{collaboration.ask}</Text>],
            ["Link", collaboration.link && <OutsideLink href={collaboration.link}>{collaboration.link}</OutsideLink>],
            ["Where", collaboration.country && <PlaceText {...collaboration} />],
            ["Responsible office", collaboration.office.name],
            ["Named members", collaboration.members.map((member) => member.name).join(", ")],
          ]}
        />
      </Stack>
    </Section>
  );
}

function Participants({ collaboration }: { readonly collaboration: Details }) {
  if (collaboration.participants.length === 0) return <Text c="dimmed">No partner is named.</Text>;
  return (
    <List listStyleType="none" spacing="xs">
      {collaboration.participants.map(({ partner, role }) => (
        <List.Item key={`${partner.id} ${role}`}>
          <Anchor component={Link} to={recordPath("PARTNER", partner.id)} fw={600}>
            {partner.name}
          </Anchor>{" "}
          <Text span size="sm" c="dimmed">
            {PARTICIPANT_ROLE_LABELS[role]}
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
        <Section title="Follows">
          <LinkedCollaborations collaborations={collaboration.follows} />
        </Section>
      )}
      {collaboration.followedBy.length > 0 && (
        <Section title="Followed by">
          <LinkedCollaborations collaborations={collaboration.followedBy} />
        </Section>
      )}
      {recognitions.length > 0 && (
        <Section title="Honoured by">
          <LinkedRecognitions recognitions={recognitions} />
        </Section>
      )}
    </>
  );
}

function Appearances({ appearances }: { readonly appearances: Details["appearances"] }) {
  return (
    <List listStyleType="none" spacing="sm">
      {appearances.map((appearance) => (
        <List.Item key={`${appearance.name} ${appearance.role}`}>
          <Group gap={6}>
            <Text fw={600}>
              {appearance.count > 1 ? `${appearance.count} ` : ""}
              {appearance.name}
            </Text>
            <Badge variant="outline" color="gray">
              {APPEARANCE_ROLE_LABELS[appearance.role]}
            </Badge>
          </Group>
          <Text size="sm" c="dimmed">
            {[
              appearance.protected && "Protected; this is a pseudonym",
              appearance.consent && "Named with consent",
              appearance.description,
              appearance.employer && `Employed by ${appearance.employer.name}`,
            ]
              .filter(Boolean)
              .join(" · ")}
          </Text>
        </List.Item>
      ))}
    </List>
  );
}
