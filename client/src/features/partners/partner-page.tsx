import { useApolloClient, useQuery } from "@apollo/client/react";
import { PARTNER_KIND_LABELS, PARTNER_STATUS_LABELS } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Button, Grid, List, Menu, Stack, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Link, useParams } from "react-router";
import { DeletePartnerDocument, PartnerDocument, RestorePartnerDocument } from "../../generated/graphql.ts";
import { AtOwnAddress } from "../../ui/at-own-address.tsx";
import { FocusAreas, StatusBadge } from "../../ui/badges.tsx";
import { DateText } from "../../ui/dates.tsx";
import { externalIdsText } from "../../ui/external-ids-input.tsx";
import { Facts } from "../../ui/facts.tsx";
import { MailLink } from "../../ui/mail-link.tsx";
import { MergeLink } from "../../ui/merge-link.tsx";
import { numberText } from "../../ui/number-text.ts";
import { measureWords } from "../../ui/outcome-words.ts";
import { partnerName } from "../../ui/partner-name.ts";
import { PlaceText } from "../../ui/place-text.tsx";
import { QueryView } from "../../ui/query-view.tsx";
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
import { MergedNote } from "../merging/merged-note.tsx";
import { officePath } from "../offices/paths.ts";
import { GiveAndTakeSection } from "../reciprocity/give-and-take-section.tsx";
import { proposePath } from "../recognitions/paths.ts";
import { PartnerReportButton } from "../reports/partner-report-button.tsx";
import { SaidSection } from "../statements/said-section.tsx";
import type { PartnerDetails } from "./partner-details.ts";
import { PartnerPeople } from "./partner-people.tsx";
import { PartnerTimeline } from "./partner-timeline.tsx";
import { RecognitionBalance } from "./recognition-balance.tsx";

export function PartnerPage() {
  const { id = "" } = useParams();
  const { data, loading, error, refetch } = useQuery(PartnerDocument, { variables: { id } });
  return (
    <QueryView data={data?.partner} loading={loading} error={error} refetch={() => void refetch()}>
      {(partner) => (
        <AtOwnAddress asked={id} id={partner.id} path={recordPath("PARTNER", partner.id)}>
          <Partner partner={partner} onChanged={() => void refetch()} />
        </AtOwnAddress>
      )}
    </QueryView>
  );
}

interface PartnerProps {
  readonly partner: PartnerDetails;
  /** Something that belongs to it was changed here: it is read anew. */
  readonly onChanged: () => void;
}

function Partner({ partner, onChanged }: PartnerProps) {
  const client = useApolloClient();
  const { installation, viewer } = useSession();
  const { shortName } = installation;
  const { id, version, name } = partner;
  return (
    <RecordPage
      title={partnerName(partner)}
      deletedAt={partner.deletedAt}
      subtitle={
        <Text c="dimmed">
          {wordsOf(PARTNER_KIND_LABELS)[partner.kind]}
          {(partner.country || partner.international) && " · "}
          <PlaceText {...partner} />
          {partner.parent && (
            <>
              {" · "}
              <PartOf {...partner.parent} />
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
          question={t`Move this partner to the trash?`}
          name={name}
          abilities={partner.abilities}
          editPath={editPath("PARTNER", id)}
          listPath={listPath("PARTNER")}
          onDelete={() => writeAndForget(client, DeletePartnerDocument, { id, version })}
          onRestore={() => writeAndForget(client, RestorePartnerDocument, { id })}
        >
          {!partner.deletedAt && <LogWithMenu partnerId={id} />}
          {!partner.deletedAt && <PartnerReportButton id={id} />}
          {viewer.abilities.mergePartners && partner.abilities.update && <MergeLink kind="PARTNER" id={id} />}
        </RecordActions>
      }
    >
      <MergedNote name={name} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Section title={t`Everything between ${shortName} and them`}>
            <PartnerTimeline partnerId={id} />
          </Section>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="lg">
            <Section title={t`Who they are`}>
              <WhoTheyAre partner={partner} />
            </Section>
            <Section title={t`Balance of recognition`}>
              <RecognitionBalance balance={partner.recognitionBalance} />
            </Section>
            {!partner.deletedAt && <GiveAndTakeSection partner={partner} />}
            {partner.contributedTo.length > 0 && (
              <Section title={t`Contributed to`}>
                <List listStyleType="none" spacing={4}>
                  {partner.contributedTo.map(({ measure, count }) => (
                    <List.Item key={measure}>
                      <Text span fw={700} size="lg">
                        {numberText(count)}
                      </Text>{" "}
                      {measureWords(measure, count)}
                    </List.Item>
                  ))}
                </List>
              </Section>
            )}
            <SaidSection partner={id} statements={partner.statements} />
            <Section title={t`People`}>
              <PartnerPeople partner={partner} />
            </Section>
            <Section title={t`Sources`}>
              <SourcesList sources={partner.sources} />
            </Section>
            <FilesSection
              record={id}
              files={partner.attachments}
              mayAttach={partner.abilities.update}
              onChanged={onChanged}
            />
            <HistoryPanel of={id} />
          </Stack>
        </Grid.Col>
      </Grid>
    </RecordPage>
  );
}

function PartOf({ id, name }: Pick<NonNullable<PartnerDetails["parent"]>, "id" | "name">) {
  return (
    <Trans>
      part of{" "}
      <Anchor component={Link} to={recordPath("PARTNER", id)} underline="always">
        {name}
      </Anchor>
    </Trans>
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
      {partnerName(node)}
    </Anchor>
  ));
  return (
    <Stack>
      {partner.summary && <Text className="prose">{partner.summary}</Text>}
      <Facts
        facts={[
          [t`Also called`, aliases.length > 0 && <Stack gap={0}>{aliases}</Stack>],
          [t`Units`, units.length > 0 && <Stack gap={2}>{units}</Stack>],
          [
            t`Responsible office`,
            <Anchor key="office" component={Link} to={officePath(partner.office.id)} underline="always">
              {partner.office.name}
            </Anchor>,
          ],
          [
            t`Status`,
            <Stack key="status" gap={0}>
              {partner.statusHistory.map(({ status, since }) => (
                <span key={`${status} ${since ?? ""}`}>
                  <StatusText status={status} since={since} />
                </span>
              ))}
            </Stack>,
          ],
          [t`Website`, partner.website && <OutsideLink href={partner.website}>{partner.website}</OutsideLink>],
          [t`E-mail`, partner.email && <MailLink address={partner.email} />],
          [t`External ids`, externalIdsText(partner.externalIds)],
        ]}
      />
    </Stack>
  );
}

function StatusText({ status, since }: Pick<PartnerDetails["statusHistory"][number], "status" | "since">) {
  const words = wordsOf(PARTNER_STATUS_LABELS)[status];
  if (!since) return words;
  return (
    <Trans>
      {words} since <DateText value={since} />
    </Trans>
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
        <Button leftSection={<IconPlus size={16} aria-hidden />}>
          <Trans>Log with them</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to={newPath("COLLABORATION", given)}>
          <Trans>Collaboration</Trans>
        </Menu.Item>
        <Menu.Item component={Link} to={newPath("RECOGNITION", { ...given, direction: "RECEIVED" })}>
          <Trans>Recognition that they gave us</Trans>
        </Menu.Item>
        <Menu.Item component={Link} to={proposePath(given)}>
          <Trans>Recognition that we are to give them</Trans>
        </Menu.Item>
        <Menu.Item component={Link} to={newPath("RECOGNITION", { ...given, direction: "GIVEN" })}>
          <Trans>Recognition that we gave them</Trans>
        </Menu.Item>
        <Menu.Item component={Link} to={newPath("STATEMENT", given)}>
          <Trans>Statement</Trans>
        </Menu.Item>
        <Menu.Item component={Link} to={newPath("PERSON", given)}>
          <Trans>Person</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
