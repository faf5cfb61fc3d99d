import { useApolloClient, useQuery } from "@apollo/client/react";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, List, SimpleGrid, Stack, Text } from "@mantine/core";
import { Link, useParams } from "react-router";
import {
  DeletePersonDocument,
  PersonDocument,
  type PersonQuery,
  RestorePersonDocument,
} from "../../generated/graphql.ts";
import { AtOwnAddress } from "../../ui/at-own-address.tsx";
import { IntervalText } from "../../ui/dates.tsx";
import { externalIdsText } from "../../ui/external-ids-input.tsx";
import { Facts } from "../../ui/facts.tsx";
import { LinkedRecognitions } from "../../ui/linked-records.tsx";
import { MailLink } from "../../ui/mail-link.tsx";
import { MergeLink } from "../../ui/merge-link.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { Quotes } from "../../ui/quotes.tsx";
import { RecordActions } from "../../ui/record-actions.tsx";
import { RecordPage } from "../../ui/record-page.tsx";
import { editPath, listPath, recordPath } from "../../ui/record-paths.ts";
import { Section } from "../../ui/section.tsx";
import { useSession } from "../../ui/session.ts";
import { writeAndForget } from "../../ui/write.ts";
import { FilesSection } from "../files/files-section.tsx";
import { HistoryPanel } from "../history/history-panel.tsx";
import { MergedNote } from "../merging/merged-note.tsx";

export function PersonPage() {
  const { id = "" } = useParams();
  const { data, loading, error, refetch } = useQuery(PersonDocument, { variables: { id } });
  return (
    <QueryView data={data?.person} loading={loading} error={error} refetch={() => void refetch()}>
      {(person) => (
        <AtOwnAddress asked={id} id={person.id} path={recordPath("PERSON", person.id)}>
          <Person person={person} onChanged={() => void refetch()} />
        </AtOwnAddress>
      )}
    </QueryView>
  );
}

interface PersonProps {
  readonly person: NonNullable<PersonQuery["person"]>;
  /** Something that belongs to it was changed here: it is read anew. */
  readonly onChanged: () => void;
}

function Person({ person, onChanged }: PersonProps) {
  const client = useApolloClient();
  const { viewer } = useSession();
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
          question={t`Move this person to the trash?`}
          name={name}
          abilities={person.abilities}
          editPath={editPath("PERSON", id)}
          listPath={listPath("PERSON")}
          onDelete={() => writeAndForget(client, DeletePersonDocument, { id, version })}
          onRestore={() => writeAndForget(client, RestorePersonDocument, { id })}
        >
          {viewer.abilities.mergePeople && person.abilities.update && <MergeLink kind="PERSON" id={id} />}
        </RecordActions>
      }
    >
      <MergedNote name={name} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Section title={t`Positions`}>
          <Positions positions={person.positions} />
        </Section>
        <Section title={t`More`}>
          <Stack>
            {person.notes && <Text className="prose">{person.notes}</Text>}
            <Facts
              facts={[
                [t`Also called`, person.aliases.join("; ")],
                [t`E-mail`, person.email && <MailLink address={person.email} />],
                [t`External ids`, externalIdsText(person.externalIds)],
                [t`Responsible office`, person.office.name],
              ]}
            />
          </Stack>
        </Section>
        {person.statements.edges.length > 0 && (
          <Section title={t`What they said`}>
            <Quotes quotes={person.statements.edges.map((edge) => edge.node)} />
          </Section>
        )}
        {person.recognitions.edges.length > 0 && (
          <Section title={t`Recognitions`}>
            <LinkedRecognitions recognitions={person.recognitions.edges.map((edge) => edge.node)} />
          </Section>
        )}
        <FilesSection
          record={id}
          files={person.attachments}
          mayAttach={person.abilities.update}
          onChanged={onChanged}
        />
        <HistoryPanel of={id} />
      </SimpleGrid>
    </RecordPage>
  );
}

function Positions({ positions }: { readonly positions: NonNullable<PersonQuery["person"]>["positions"] }) {
  if (positions.length === 0)
    return (
      <Text c="dimmed">
        <Trans>No position is known.</Trans>
      </Text>
    );
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
              t`dates not known`
            )}
          </Text>
        </List.Item>
      ))}
    </List>
  );
}
