import { useApolloClient, useQuery } from "@apollo/client/react";
import { PERMISSION_STATUS_LABELS } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, SimpleGrid, Stack, Text } from "@mantine/core";
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
import { languageName } from "../../ui/language-names.ts";
import { LinkedCollaborations } from "../../ui/linked-records.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { RecordActions } from "../../ui/record-actions.tsx";
import { RecordPage } from "../../ui/record-page.tsx";
import { editPath, listPath, recordPath } from "../../ui/record-paths.ts";
import { Section } from "../../ui/section.tsx";
import { useSession } from "../../ui/session.ts";
import { SourcesList } from "../../ui/sources-list.tsx";
import { wordsOf } from "../../ui/words.ts";
import { writeAndForget } from "../../ui/write.ts";
import { FilesSection } from "../files/files-section.tsx";
import { HistoryPanel } from "../history/history-panel.tsx";
import { CopyQuote } from "./copy-quote.tsx";
import { PermissionBadge } from "./permission-badge.tsx";

export function StatementPage() {
  const { id = "" } = useParams();
  const { data, loading, error, refetch } = useQuery(StatementDocument, { variables: { id } });
  return (
    <QueryView data={data?.statement} loading={loading} error={error} refetch={() => void refetch()}>
      {(statement) => <Statement statement={statement} onChanged={() => void refetch()} />}
    </QueryView>
  );
}

interface StatementProps {
  readonly statement: NonNullable<StatementQuery["statement"]>;
  /** Something that belongs to it was changed here: it is read anew. */
  readonly onChanged: () => void;
}

function Statement({ statement, onChanged }: StatementProps) {
  const client = useApolloClient();
  const { shortName } = useSession().installation;
  const { id, version, speakerName, person, partner } = statement;
  return (
    <RecordPage
      title={t`Statement by ${speakerName}`}
      deletedAt={statement.deletedAt}
      subtitle={
        <Text c="dimmed">
          {statement.speakerTitle && `${statement.speakerTitle} · `}
          <DateText value={statement.date} />
        </Text>
      }
      badges={
        <>
          <PermissionBadge value={statement.permission.status} />
          <ConfidentialityBadge value={statement.confidentiality} />
          <FocusAreas values={statement.focusAreas} />
        </>
      }
      actions={
        <RecordActions
          question={t`Move this statement to the trash?`}
          name={t`The statement of ${speakerName}`}
          abilities={statement.abilities}
          editPath={editPath("STATEMENT", id)}
          listPath={listPath("STATEMENT")}
          onDelete={() => writeAndForget(client, DeleteStatementDocument, { id, version })}
          onRestore={() => writeAndForget(client, RestoreStatementDocument, { id })}
        />
      }
    >
      <Section title={t`What was said`}>
        <Stack>
          <Text component="blockquote" m={0} fz="lg" className="prose" lang={statement.language}>
            “{statement.text}”
          </Text>
          {statement.translation && (
            <Text className="prose" c="dimmed">
              <Trans>Translated: “{{ translation: statement.translation }}”</Trans>
            </Text>
          )}
          <div>
            <CopyQuote quote={statement} />
          </div>
        </Stack>
      </Section>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Section title={t`Where it belongs`}>
          <Facts
            facts={[
              [t`Person`, person && <PageLink path={recordPath("PERSON", person.id)} name={person.name} />],
              [
                t({ message: "For", context: "for whom somebody spoke" }),
                statement.ours
                  ? shortName
                  : partner && <PageLink path={recordPath("PARTNER", partner.id)} name={partner.name} />,
              ],
              [t`Language`, languageName(statement.language)],
              [t`Occasion`, statement.occasion],
              [t`Responsible office`, statement.office.name],
              [t`Named members`, statement.members.map((member) => member.name).join(", ")],
            ]}
          />
        </Section>
        <Section title={t`May we publish it?`}>
          <Permission statement={statement} />
        </Section>
        <Section title={t`Source`}>
          <SourcesList sources={statement.source ? [statement.source] : []} />
        </Section>
        {statement.about.length > 0 && (
          <Section title={t`About`}>
            <LinkedCollaborations collaborations={statement.about} />
          </Section>
        )}
        <FilesSection
          record={id}
          files={statement.attachments}
          mayAttach={statement.abilities.update}
          onChanged={onChanged}
        />
        <HistoryPanel of={id} />
      </SimpleGrid>
    </RecordPage>
  );
}

/** Whether it may be told outside, who said so, and what keeps it inside. */
function Permission({ statement }: Pick<StatementProps, "statement">) {
  const { status, by, date, note } = statement.permission;
  return (
    <Stack gap="sm">
      <Facts
        facts={[
          [t`Permission to publish`, wordsOf(PERMISSION_STATUS_LABELS)[status]],
          [status === "REFUSED" ? t`Refused by` : t`Granted by`, by],
          [status === "REFUSED" ? t`Refused on` : t`Granted on`, date && <DateText value={date} />],
          [t`How, and on which conditions`, note && <Text className="prose">{note}</Text>],
        ]}
      />
      <Text size="sm" c="dimmed">
        {statement.publishable ? (
          <Trans>It may be told outside.</Trans>
        ) : status === "GRANTED" ? (
          <Trans>It stays inside, since it is not public: its confidentiality goes before the permission.</Trans>
        ) : (
          <Trans>It stays inside.</Trans>
        )}
      </Text>
    </Stack>
  );
}

function PageLink({ path, name }: { readonly path: string; readonly name: string }) {
  return (
    <Anchor component={Link} to={path} underline="always">
      {name}
    </Anchor>
  );
}
