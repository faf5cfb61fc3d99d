import { useApolloClient, useQuery } from "@apollo/client/react";
import { Anchor, List, SimpleGrid, Stack, Text } from "@mantine/core";
import { Link, useParams } from "react-router";
import {
  DeletePersonDocument,
  PersonDocument,
  type PersonQuery,
  RestorePersonDocument,
} from "../../generated/graphql.ts";
import { IntervalText } from "../../ui/dates.tsx";
import { Facts } from "../../ui/facts.tsx";
import { LinkedRecognitions } from "../../ui/linked-records.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { Quotes } from "../../ui/quotes.tsx";
import { RecordActions } from "../../ui/record-actions.tsx";
import { RecordPage } from "../../ui/record-page.tsx";
import { editPath, listPath, recordPath } from "../../ui/record-paths.ts";
import { Section } from "../../ui/section.tsx";
import { writeAndForget } from "../../ui/write.ts";
import { HistoryPanel } from "../history/history-panel.tsx";

export function PersonPage() {
  const { id = "" } = useParams();
  const { data, loading, error, refetch } = useQuery(PersonDocument, { variables: { id } });
  return (
    <QueryView data={data?.person} loading={loading} error={error} refetch={() => void refetch()}>
      {(person) => <Person person={person} />}
    </QueryView>
  );
}

function Person({ person }: { readonly person: NonNullable<PersonQuery["person"]> }) {
  const client = useApolloClient();
  const { id, version, name } = person;
  const [newest] = person.positions;
  return (
    <RecordPage
      title={name}
      deletedAt={person.deletedAt}
      badges={null}
      subtitle={
        newest && (
          <Text c="dimmed">{[newest.rank, newest.title, newest.partner?.name].filter(Boolean).join(" · ")}</Text>
        )
      }
      actions={
        <RecordActions
          noun="person"
          name={name}
          abilities={person.abilities}
          editPath={editPath("PERSON", id)}
          listPath={listPath("PERSON")}
          onDelete={() => writeAndForget(client, DeletePersonDocument, { id, version })}
          onRestore={() => writeAndForget(client, RestorePersonDocument, { id })}
        />
      }
    >
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Section title="Positions">
          <Positions positions={person.positions} />
        </Section>
        <Section title="More">
          <Stack>
            {person.notes && <Text className="prose">{person.notes}</Text>}
            <Facts
              facts={[
                ["Also called", person.aliases.join("; ")],
                ["Responsible office", person.office.name],
              ]}
            />
          </Stack>
        </Section>
        {person.statements.edges.length > 0 && (
          <Section title="What they said">
            <Quotes quotes={person.statements.edges.map((edge) => edge.node)} />
          </Section>
        )}
        {person.recognitions.edges.length > 0 && (
          <Section title="Recognitions">
            <LinkedRecognitions recognitions={person.recognitions.edges.map((edge) => edge.node)} />
          </Section>
        )}
        <HistoryPanel of={id} />
      </SimpleGrid>
    </RecordPage>
  );
}

function Positions({ positions }: { readonly positions: NonNullable<PersonQuery["person"]>["positions"] }) {
  if (positions.length === 0) return <Text c="dimmed">No position is known.</Text>;
  return (
    <List listStyleType="none" spacing="sm">
      {positions.map((position) => (
        <List.Item key={`${position.title} ${position.from ?? ""} ${position.partner?.id ?? ""}`}>
          <Text fw={600}>{[position.rank, position.title].filter(Boolean).join(", ")}</Text>
          {position.partner && (
            <Anchor component={Link} to={recordPath("PARTNER", position.partner.id)} underline="always">
              {position.partner.name}
            </Anchor>
          )}
          <Text size="sm" c="dimmed">
            {position.from || position.to ? (
              <IntervalText begin={position.from} end={position.to} />
            ) : (
              "dates not known"
            )}
          </Text>
        </List.Item>
      ))}
    </List>
  );
}
