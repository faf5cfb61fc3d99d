import { useApolloClient, useQuery } from "@apollo/client/react";
import { RECORD_KIND_LABELS, type RecordKind } from "@concord/shared/vocabularies";
import { Anchor, Button, Group, Modal, Stack, Table, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { Link } from "react-router";
import { EmptyTrashDocument, TrashDocument, type TrashQuery } from "../../generated/graphql.ts";
import { InstantText } from "../../ui/dates.tsx";
import { failureOf } from "../../ui/failure.ts";
import { PageTitle } from "../../ui/page-title.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { recordPath } from "../../ui/record-paths.ts";
import { useSession } from "../../ui/session.ts";
import { writeAndForget } from "../../ui/write.ts";

interface TrashedRecord {
  readonly kind: RecordKind;
  readonly id: string;
  readonly title: string;
  readonly deletedAt: string;
}

/** All kinds in one list, what was deleted last first. */
function recordsOf(trash: TrashQuery): TrashedRecord[] {
  const of = (kind: RecordKind, id: string, title: string, deletedAt: string | null) => ({
    kind,
    id,
    title,
    deletedAt: deletedAt ?? "",
  });
  return [
    ...trash.partners.edges.map(({ node }) => of("PARTNER", node.id, node.name, node.deletedAt)),
    ...trash.people.edges.map(({ node }) => of("PERSON", node.id, node.name, node.deletedAt)),
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
        <PageTitle title="Trash" />
        {viewer.abilities.emptyTrash && <EmptyButton onEmptied={() => void refetch()} />}
      </Group>
      <QueryView data={data} loading={loading} error={error} refetch={() => void refetch()}>
        {(trash) => <TrashTable records={recordsOf(trash)} />}
      </QueryView>
    </Stack>
  );
}

function TrashTable({ records }: { readonly records: readonly TrashedRecord[] }) {
  if (records.length === 0) return <Text c="dimmed">The trash holds nothing that you may restore.</Text>;
  return (
    <Table className="surface">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Record</Table.Th>
          <Table.Th scope="col">Kind</Table.Th>
          <Table.Th scope="col">Deleted</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {records.map((record) => (
          <Table.Tr key={record.id}>
            <Table.Td>
              <Anchor component={Link} to={recordPath(record.kind, record.id)} underline="always">
                {record.title}
              </Anchor>
            </Table.Td>
            <Table.Td>{RECORD_KIND_LABELS[record.kind]}</Table.Td>
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
    try {
      const { emptyTrash } = await writeAndForget(client, EmptyTrashDocument, {});
      notifications.show({ message: `${emptyTrash} records are removed for good.` });
      onEmptied();
    } catch (error) {
      notifications.show({ color: "red", title: "That did not work", message: failureOf(error).message });
    }
    ask.close();
  }
  return (
    <>
      <Button variant="default" onClick={ask.open}>
        Empty the trash
      </Button>
      <Modal opened={asking} onClose={ask.close} title="Remove everything in the trash for good?" centered>
        <Stack>
          <Text>Nobody can restore it afterwards, not even an administrator.</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={ask.close}>
              Keep it
            </Button>
            <Button color="red" onClick={() => void empty()}>
              Remove it for good
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
