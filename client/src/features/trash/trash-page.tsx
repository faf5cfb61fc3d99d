import { useApolloClient, useQuery } from "@apollo/client/react";
import { RECORD_KIND_LABELS, type RecordKind } from "@concord/shared/vocabularies";
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Button, Group, Stack, Table, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link } from "react-router";
import { EmptyTrashDocument, TrashDocument, type TrashQuery } from "../../generated/graphql.ts";
import { InstantText } from "../../ui/dates.tsx";
import { notify } from "../../ui/notices.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { QuestionDialog } from "../../ui/question-dialog.tsx";
import { recordPath } from "../../ui/record-paths.ts";
import { useSession } from "../../ui/session.ts";
import { wordsOf } from "../../ui/words.ts";
import { writeAndForget } from "../../ui/write.ts";

interface TrashedRecord {
  readonly kind: RecordKind;
  readonly id: string;
  readonly title: string;
  readonly deletedAt: string;
  /** The name of the record into which it was merged. */
  readonly mergedInto: string | null;
}

/** All kinds in one list, what was deleted last first. */
function recordsOf(trash: TrashQuery): TrashedRecord[] {
  const of = (kind: RecordKind, id: string, title: string, deletedAt: string | null, mergedInto?: string) => ({
    kind,
    id,
    title,
    deletedAt: deletedAt ?? "",
    mergedInto: mergedInto ?? null,
  });
  return [
    ...trash.partners.edges.map(({ node }) => of("PARTNER", node.id, node.name, node.deletedAt, node.mergedInto?.name)),
    ...trash.people.edges.map(({ node }) => of("PERSON", node.id, node.name, node.deletedAt, node.mergedInto?.name)),
    ...trash.collaborations.edges.map(({ node }) => of("COLLABORATION", node.id, node.title, node.deletedAt)),
    ...trash.recognitions.edges.map(({ node }) => of("RECOGNITION", node.id, node.title, node.deletedAt)),
    ...trash.statements.edges.map(({ node }) => of("STATEMENT", node.id, node.speakerName, node.deletedAt)),
  ].toSorted((a, b) => b.deletedAt.localeCompare(a.deletedAt));
}

/** What the viewer may restore; a record's own page restores it. */
export function TrashPage() {
  const { viewer } = useSession();
  const { data, loading, error, refetch } = useQuery(TrashDocument);
  return (
    <Stack>
      <Group justify="space-between">
        <PageTitle title={t`Trash`} />
        {viewer.abilities.emptyTrash && <EmptyButton onEmptied={() => void refetch()} />}
      </Group>
      <QueryView data={data} loading={loading} error={error} refetch={() => void refetch()}>
        {(trash) => <TrashTable records={recordsOf(trash)} />}
      </QueryView>
    </Stack>
  );
}

function TrashTable({ records }: { readonly records: readonly TrashedRecord[] }) {
  if (records.length === 0)
    return (
      <Text c="dimmed">
        <Trans>The trash holds nothing that you may restore.</Trans>
      </Text>
    );
  return (
    <Table className="surface">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">
            <Trans>Record</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <Trans>Kind</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <Trans>Deleted</Trans>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {records.map((record) => (
          <Table.Tr key={record.id}>
            <Table.Td>
              <Anchor component={Link} to={recordPath(record.kind, record.id)} underline="always">
                {record.title}
              </Anchor>
              {record.mergedInto !== null && (
                <Text size="sm" c="dimmed">
                  <Trans>Merged into {{ kept: record.mergedInto }}, in whose history the merge can be undone.</Trans>
                </Text>
              )}
            </Table.Td>
            <Table.Td>{wordsOf(RECORD_KIND_LABELS)[record.kind]}</Table.Td>
            <Table.Td>
              <InstantText value={record.deletedAt} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function EmptyButton({ onEmptied }: { readonly onEmptied: () => void }) {
  const client = useApolloClient();
  const [asking, ask] = useDisclosure(false);
  async function empty() {
    const { emptyTrash } = await writeAndForget(client, EmptyTrashDocument, {});
    notify({
      message: plural(emptyTrash, { one: "# record is removed for good.", other: "# records are removed for good." }),
    });
    onEmptied();
    ask.close();
  }
  return (
    <>
      <Button variant="default" onClick={ask.open}>
        <Trans>Empty the trash</Trans>
      </Button>
      <QuestionDialog
        opened={asking}
        title={t`Remove everything in the trash for good?`}
        keepLabel={t`Keep it`}
        onKeep={ask.close}
        doLabel={t`Remove it for good`}
        onDo={empty}
      >
        <Trans>Nobody can restore it afterwards, not even an administrator.</Trans>
      </QuestionDialog>
    </>
  );
}
