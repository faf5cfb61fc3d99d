import { useApolloClient, useQuery } from "@apollo/client/react";
import { measureWords, PARTNER_KIND_LABELS, PARTNER_STATUS_LABELS } from "@concord/shared/vocabularies";
import { Anchor, Button, Grid, List, Menu, Stack, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Link, useParams } from "react-router";
import { DeletePartnerDocument, PartnerDocument, RestorePartnerDocument } from "../../generated/graphql.ts";
import { FocusAreas, StatusBadge } from "../../ui/badges.tsx";
import { DateText } from "../../ui/dates.tsx";
import { Facts } from "../../ui/facts.tsx";
import { PlaceText } from "../../ui/place-selects.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { RecordActions } from "../../ui/record-actions.tsx";
import { RecordPage } from "../../ui/record-page.tsx";
import { editPath, listPath, newPath, recordPath } from "../../ui/record-paths.ts";
import { Section } from "../../ui/section.tsx";
import { useSession } from "../../ui/session.ts";
import { OutsideLink, SourcesList } from "../../ui/sources-list.tsx";
import { writeAndForget } from "../../ui/write.ts";
import { HistoryPanel } from "../history/history-panel.tsx";
import { MergeButton } from "./merge-button.tsx";
import type { PartnerDetails } from "./partner-details.ts";
import { PartnerPeople } from "./partner-people.tsx";
import { PartnerTimeline } from "./partner-timeline.tsx";
import { RecognitionBalance } from "./recognition-balance.tsx";

export function PartnerPage() {
  const { id = "" } = useParams();
  const { data, loading, error, refetch } = useQuery(PartnerDocument, { variables: { id } });
  return (
    <QueryView data={data?.partner} loading={loading} error={error} refetch={() => void refetch()}>
      {(partner) => <Partner partner={partner} />}
    </QueryView>
  );
}

function Partner({ partner }: { readonly partner: PartnerDetails }) {
  const client = useApolloClient();
  const { installation } = useSession();
  const { id, version, name } = partner;
  return (
    <RecordPage
      title={partner.shortName ? `${name} (${partner.shortName})` : name}
      deletedAt={partner.deletedAt}
      subtitle={
        <Text c="dimmed">
          {PARTNER_KIND_LABELS[partner.kind]}
          {(partner.country || partner.international) && " · "}
          <PlaceText {...partner} />
          {partner.parent && (
            <>
              {" · part of "}
              <Anchor component={Link} to={recordPath("PARTNER", partner.parent.id)} underline="always">
                {partner.parent.name}
              </Anchor>
            </>
          )}
        </Text>
      }
      badges={
        <>
          <StatusBadge value={partner.status} />
          <FocusAreas values={partner.focusAreas} />
        </>
      }
      actions={
        <RecordActions
          noun="partner"
          name={name}
          abilities={partner.abilities}
          editPath={editPath("PARTNER", id)}
          listPath={listPath("PARTNER")}
          onDelete={() => writeAndForget(client, DeletePartnerDocument, { id, version })}
          onRestore={() => writeAndForget(client, RestorePartnerDocument, { id })}
        >
          {!partner.deletedAt && <LogWithMenu partnerId={id} />}
          {partner.abilities.update && <MergeButton partner={partner} />}
        </RecordActions>
      }
    >
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Section title={`Everything between ${installation.shortName} and them`}>
            <PartnerTimeline partnerId={id} />
          </Section>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="lg">
            <Section title="Who they are">
              <WhoTheyAre partner={partner} />
            </Section>
            <Section title="Balance of recognition">
              <RecognitionBalance balance={partner.recognitionBalance} />
            </Section>
            {partner.contributedTo.length > 0 && (
              <Section title="Contributed to">
                <List listStyleType="none" spacing={4}>
                  {partner.contributedTo.map(({ measure, count }) => (
                    <List.Item key={measure}>
                      <Text span fw={700} size="lg">
                        {count.toLocaleString("en-GB")}
                      </Text>{" "}
                      {measureWords(measure, count)}
                    </List.Item>
                  ))}
                </List>
              </Section>
            )}
            <Section title="People">
              <PartnerPeople partner={partner} />
            </Section>
            <Section title="Sources">
              <SourcesList sources={partner.sources} />
            </Section>
            <HistoryPanel of={id} />
          </Stack>
        </Grid.Col>
      </Grid>
    </RecordPage>
  );
}

function WhoTheyAre({ partner }: { readonly partner: PartnerDetails }) {
  const aliases = partner.aliases.map(({ name, language }) => (
    <span key={name} lang={language ?? undefined}>
      {name}
    </span>
  ));
  const units = partner.units.edges.map(({ node }) => (
    <Anchor key={node.id} component={Link} to={recordPath("PARTNER", node.id)} underline="always">
      {node.shortName ? `${node.name} (${node.shortName})` : node.name}
    </Anchor>
  ));
  return (
    <Stack>
      {partner.summary && <Text className="prose">{partner.summary}</Text>}
      <Facts
        facts={[
          ["Also called", aliases.length > 0 && <Stack gap={0}>{aliases}</Stack>],
          ["Units", units.length > 0 && <Stack gap={2}>{units}</Stack>],
          ["Responsible office", partner.office.name],
          [
            "Status",
            <Stack key="status" gap={0}>
              {partner.statusHistory.map(({ status, since }) => (
                <span key={`${status} ${since ?? ""}`}>
                  {PARTNER_STATUS_LABELS[status]}
                  {since && (
                    <>
                      {" since "}
                      <DateText value={since} />
                    </>
                  )}
                </span>
              ))}
            </Stack>,
          ],
          ["Website", partner.website && <OutsideLink href={partner.website}>{partner.website}</OutsideLink>],
        ]}
      />
    </Stack>
  );
}

/** Log something with this partner already filled in. */
function LogWithMenu({ partnerId }: { readonly partnerId: string }) {
  const { abilities } = useSession().viewer;
  if (!abilities.createCollaboration) return null;
  const given = { partner: partnerId };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={<IconPlus size={16} aria-hidden />}>Log with them</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to={newPath("COLLABORATION", given)}>
          Collaboration
        </Menu.Item>
        <Menu.Item component={Link} to={newPath("RECOGNITION", { ...given, direction: "RECEIVED" })}>
          Recognition that they gave us
        </Menu.Item>
        <Menu.Item component={Link} to={newPath("RECOGNITION", { ...given, direction: "GIVEN" })}>
          Recognition that we gave them
        </Menu.Item>
        <Menu.Item component={Link} to={newPath("STATEMENT", given)}>
          Statement
        </Menu.Item>
        <Menu.Item component={Link} to={newPath("PERSON", given)}>
          Person
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
