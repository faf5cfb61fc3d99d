import { useApolloClient, useQuery } from "@apollo/client/react";
import { Anchor, Badge, SimpleGrid, Stack, Text } from "@mantine/core";
import { Link, useParams } from "react-router";
import {
  DeleteStatementDocument,
  RestoreStatementDocument,
  StatementDocument,
  type StatementQuery,
} from "../../generated/graphql.ts";
import { ConfidentialityBadge, FocusAreas } from "../../ui/badges.tsx";
import { DateText } from "../../ui/dates.tsx";
import { Facts } from "../../ui/facts.tsx";
import { LinkedCollaborations } from "../../ui/linked-records.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { RecordActions } from "../../ui/record-actions.tsx";
import { RecordPage } from "../../ui/record-page.tsx";
import { editPath, listPath, recordPath } from "../../ui/record-paths.ts";
import { Section } from "../../ui/section.tsx";
import { useSession } from "../../ui/session.ts";
import { SourcesList } from "../../ui/sources-list.tsx";
import { writeAndForget } from "../../ui/write.ts";
import { HistoryPanel } from "../history/history-panel.tsx";

const LANGUAGES = new Intl.DisplayNames("en-GB", { type: "language" });

export function StatementPage() {
  const { id = "" } = useParams();
  const { data, loading, error, refetch } = useQuery(StatementDocument, { variables: { id } });
  return (
    <QueryView data={data?.statement} loading={loading} error={error} refetch={() => void refetch()}>
      {(statement) => <Statement statement={statement} />}
    </QueryView>
  );
}

function Statement({ statement }: { readonly statement: NonNullable<StatementQuery["statement"]> }) {
  const client = useApolloClient();
  const { shortName } = useSession().installation;
  const { id, version, speakerName, person, partner } = statement;
  return (
    <RecordPage
      title={`Statement by ${speakerName}`}
      deletedAt={statement.deletedAt}
      subtitle={
        <Text c="dimmed">
          {statement.speakerTitle && `${statement.speakerTitle} · `}
          <DateText value={statement.date} />
        </Text>
      }
      badges={
        <>
          <Badge variant="outline" color="gray">
            {statement.publishable ? "May be published" : "Not for publication"}
          </Badge>
          <ConfidentialityBadge value={statement.confidentiality} />
          <FocusAreas values={statement.focusAreas} />
        </>
      }
      actions={
        <RecordActions
          noun="statement"
          name={`The statement of ${speakerName}`}
          abilities={statement.abilities}
          editPath={editPath("STATEMENT", id)}
          listPath={listPath("STATEMENT")}
          onDelete={() => writeAndForget(client, DeleteStatementDocument, { id, version })}
          onRestore={() => writeAndForget(client, RestoreStatementDocument, { id })}
        />
      }
    >
      <Section title="What was said">
        <Stack>
          <Text component="blockquote" m={0} fz="lg" className="prose" lang={statement.language}>
            “{statement.text}”
          </Text>
          {statement.translation && (
            <Text className="prose" c="dimmed">
              Translated: “{statement.translation}”
            </Text>
          )}
        </Stack>
      </Section>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Section title="Where it belongs">
          <Facts
            facts={[
              ["Person", person && <PageLink path={recordPath("PERSON", person.id)} name={person.name} />],
              [
                "For",
                statement.ours
                  ? shortName
                  : partner && <PageLink path={recordPath("PARTNER", partner.id)} name={partner.name} />,
              ],
              ["Language", LANGUAGES.of(statement.language)],
              ["Occasion", statement.occasion],
              ["Responsible office", statement.office.name],
              ["Named members", statement.members.map((member) => member.name).join(", ")],
            ]}
          />
        </Section>
        <Section title="Source">
          <SourcesList sources={statement.source ? [statement.source] : []} />
        </Section>
        {statement.about.length > 0 && (
          <Section title="About">
            <LinkedCollaborations collaborations={statement.about} />
          </Section>
        )}
        <HistoryPanel of={id} />
      </SimpleGrid>
    </RecordPage>
  );
}

function PageLink({ path, name }: { readonly path: string; readonly name: string }) {
  return (
    <Anchor component={Link} to={path} underline="always">
      {name}
    </Anchor>
  );
}
