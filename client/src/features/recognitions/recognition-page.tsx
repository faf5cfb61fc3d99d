import { useApolloClient, useQuery } from "@apollo/client/react";
import { RECOGNITION_KIND_LABELS } from "@concord/shared/vocabularies";
import { Anchor, List, SimpleGrid, Stack, Text } from "@mantine/core";
import { Link, useParams } from "react-router";
import {
  DeleteRecognitionDocument,
  type PartyFieldsFragment,
  RecognitionDocument,
  type RecognitionQuery,
  RestoreRecognitionDocument,
} from "../../generated/graphql.ts";
import { ConfidentialityBadge, DirectionBadge, FocusAreas } from "../../ui/badges.tsx";
import { DateText } from "../../ui/dates.tsx";
import { Facts } from "../../ui/facts.tsx";
import { LinkedCollaborations } from "../../ui/linked-records.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { RecordActions } from "../../ui/record-actions.tsx";
import { RecordPage } from "../../ui/record-page.tsx";
import { editPath, listPath, recordPath } from "../../ui/record-paths.ts";
import { Section } from "../../ui/section.tsx";
import { SourcesList } from "../../ui/sources-list.tsx";
import { writeAndForget } from "../../ui/write.ts";
import { HistoryPanel } from "../history/history-panel.tsx";

export function RecognitionPage() {
  const { id = "" } = useParams();
  const { data, loading, error, refetch } = useQuery(RecognitionDocument, { variables: { id } });
  return (
    <QueryView data={data?.recognition} loading={loading} error={error} refetch={() => void refetch()}>
      {(recognition) => <Recognition recognition={recognition} />}
    </QueryView>
  );
}

function Recognition({ recognition }: { readonly recognition: NonNullable<RecognitionQuery["recognition"]> }) {
  const client = useApolloClient();
  const { id, version, title } = recognition;
  return (
    <RecordPage
      title={title}
      deletedAt={recognition.deletedAt}
      subtitle={
        <Text c="dimmed">
          {RECOGNITION_KIND_LABELS[recognition.kind]} · <DateText value={recognition.date} />
        </Text>
      }
      badges={
        <>
          <DirectionBadge value={recognition.direction} />
          <ConfidentialityBadge value={recognition.confidentiality} />
          <FocusAreas values={recognition.focusAreas} />
        </>
      }
      actions={
        <RecordActions
          noun="recognition"
          name={title}
          abilities={recognition.abilities}
          editPath={editPath("RECOGNITION", id)}
          listPath={listPath("RECOGNITION")}
          onDelete={() => writeAndForget(client, DeleteRecognitionDocument, { id, version })}
          onRestore={() => writeAndForget(client, RestoreRecognitionDocument, { id })}
        />
      }
    >
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Section title="Who honoured whom">
          <Stack>
            <Facts
              facts={[
                ["Given by", <Parties key="givers" parties={recognition.givers} />],
                ["Received by", <Parties key="recipients" parties={recognition.recipients} />],
                ["Handed over by", recognition.handedOverBy],
                ["Taken by", recognition.takenBy],
                ["Occasion", recognition.occasion],
                ["Place", recognition.place],
                ["Responsible office", recognition.office.name],
                ["Named members", recognition.members.map((member) => member.name).join(", ")],
              ]}
            />
          </Stack>
        </Section>
        <Section title="Citation">
          {recognition.citation ? (
            <Text className="prose">{recognition.citation}</Text>
          ) : (
            <Text c="dimmed">Its words are not recorded.</Text>
          )}
        </Section>
        {recognition.honours.length > 0 && (
          <Section title="For">
            <LinkedCollaborations collaborations={recognition.honours} />
          </Section>
        )}
        <Section title="Evidence">
          <SourcesList sources={recognition.evidence} />
        </Section>
        <HistoryPanel of={id} />
      </SimpleGrid>
    </RecordPage>
  );
}

function Parties({ parties }: { readonly parties: readonly PartyFieldsFragment[] }) {
  return (
    <List listStyleType="none">
      {parties.map((party) => {
        const path = party.partner
          ? recordPath("PARTNER", party.partner.id)
          : party.person
            ? recordPath("PERSON", party.person.id)
            : null;
        return (
          <List.Item key={`${party.name} ${path ?? ""}`}>
            {path ? (
              <Anchor component={Link} to={path} underline="always">
                {party.name}
              </Anchor>
            ) : (
              party.name
            )}
          </List.Item>
        );
      })}
    </List>
  );
}
