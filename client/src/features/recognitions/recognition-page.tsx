import { useApolloClient, useQuery } from "@apollo/client/react";
import { RECOGNITION_KIND_LABELS } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
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
import { externalIdsText } from "../../ui/external-ids-input.tsx";
import { Facts } from "../../ui/facts.tsx";
import { LinkedCollaborations } from "../../ui/linked-records.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { RecordActions } from "../../ui/record-actions.tsx";
import { RecordPage } from "../../ui/record-page.tsx";
import { editPath, listPath, recordPath } from "../../ui/record-paths.ts";
import { Section } from "../../ui/section.tsx";
import { SourcesList } from "../../ui/sources-list.tsx";
import { wordsOf } from "../../ui/words.ts";
import { writeAndForget } from "../../ui/write.ts";
import { FilesSection } from "../files/files-section.tsx";
import { MissingFiles } from "../files/missing-files.tsx";
import { HistoryPanel } from "../history/history-panel.tsx";
import { WALL_PATH } from "./paths.ts";

export function RecognitionPage() {
  const { id = "" } = useParams();
  const { data, loading, error, refetch } = useQuery(RecognitionDocument, { variables: { id } });
  return (
    <QueryView data={data?.recognition} loading={loading} error={error} refetch={() => void refetch()}>
      {(recognition) => <Recognition recognition={recognition} onChanged={() => void refetch()} />}
    </QueryView>
  );
}

interface RecognitionProps {
  readonly recognition: NonNullable<RecognitionQuery["recognition"]>;
  /** Something that belongs to it was changed here: it is read anew. */
  readonly onChanged: () => void;
}

function Recognition({ recognition, onChanged }: RecognitionProps) {
  const client = useApolloClient();
  const { id, version, title } = recognition;
  return (
    <RecordPage
      title={title}
      deletedAt={recognition.deletedAt}
      subtitle={
        <Text c="dimmed">
          {wordsOf(RECOGNITION_KIND_LABELS)[recognition.kind]} · <DateText value={recognition.date} />
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
          question={t`Move this recognition to the trash?`}
          name={title}
          abilities={recognition.abilities}
          editPath={editPath("RECOGNITION", id)}
          listPath={listPath("RECOGNITION")}
          onDelete={() => writeAndForget(client, DeleteRecognitionDocument, { id, version })}
          onRestore={() => writeAndForget(client, RestoreRecognitionDocument, { id })}
        />
      }
    >
      <MissingFiles record={id} />
      <WhetherOnWall recognition={recognition} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Section title={t`Who honoured whom`}>
          <Stack>
            <Facts
              facts={[
                [t`Given by`, <Parties key="givers" parties={recognition.givers} />],
                [t`Received by`, <Parties key="recipients" parties={recognition.recipients} />],
                [t`Handed over by`, recognition.handedOverBy],
                [t`Taken by`, recognition.takenBy],
                [t`Occasion`, recognition.occasion],
                [t`Place`, recognition.place],
                [t`Responsible office`, recognition.office.name],
                [t`External ids`, externalIdsText(recognition.externalIds)],
                [t`Named members`, recognition.members.map((member) => member.name).join(", ")],
              ]}
            />
          </Stack>
        </Section>
        <Section title={t`Citation`}>
          {recognition.citation ? (
            <Text className="prose">{recognition.citation}</Text>
          ) : (
            <Text c="dimmed">
              <Trans>Its words are not recorded.</Trans>
            </Text>
          )}
        </Section>
        {recognition.honours.length > 0 && (
          <Section title={t({ message: "For", context: "for which it was given" })}>
            <LinkedCollaborations collaborations={recognition.honours} />
          </Section>
        )}
        <Section title={t`Evidence`}>
          <SourcesList sources={recognition.evidence} />
        </Section>
        <FilesSection
          record={id}
          files={recognition.attachments}
          mayAttach={recognition.abilities.update}
          onChanged={onChanged}
        />
        <HistoryPanel of={id} />
      </SimpleGrid>
    </RecordPage>
  );
}

/** That it hangs on the wall, or what keeps something that is public from it. */
function WhetherOnWall({ recognition }: Pick<RecognitionProps, "recognition">) {
  if (recognition.confidentiality !== "PUBLIC" || recognition.deletedAt) return null;
  const isAboutInside = recognition.honours.some((honoured) => honoured.confidentiality !== "PUBLIC");
  return (
    <Text size="sm" c="dimmed">
      {isAboutInside ? (
        <Trans>It is not on the wall, since it honours a collaboration that is not public.</Trans>
      ) : (
        <Trans>
          It is on{" "}
          <Anchor component={Link} to={WALL_PATH} underline="always" inherit>
            the wall
          </Anchor>
          , which everybody may project.
        </Trans>
      )}
    </Text>
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
