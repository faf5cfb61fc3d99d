import { useApolloClient } from "@apollo/client/react";
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { IconArrowMerge } from "@tabler/icons-react";
import { useState } from "react";
import { MergePartnersDocument } from "../../generated/graphql.ts";
import { type Failure, failureOf } from "../../ui/failure.ts";
import { FailureAlert } from "../../ui/failure-alert.tsx";
import { nameOf } from "../../ui/known-names.ts";
import { useSession } from "../../ui/session.ts";
import { writeAndForget } from "../../ui/write.ts";
import type { PartnerDetails } from "./partner-details.ts";
import { PartnerSelect } from "./partner-select.tsx";

/** Two records of one agency become one: this one stays, and the other's names, people and deeds move to it. */
export function MergeButton({ partner }: { readonly partner: PartnerDetails }) {
  const client = useApolloClient();
  const { viewer } = useSession();
  const [opened, dialog] = useDisclosure(false);
  const [other, setOther] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  if (!viewer.abilities.mergePartners) return null;

  async function merge(otherId: string) {
    setBusy(true);
    setFailure(null);
    try {
      await writeAndForget(client, MergePartnersDocument, {
        keep: partner.id,
        keepVersion: partner.version,
        merge: otherId,
      });
      await client.refetchQueries({ include: "active" });
      notifications.show({ message: `${nameOf(otherId) ?? "The other one"} is now part of ${partner.name}.` });
      dialog.close();
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <Button variant="default" leftSection={<IconArrowMerge size={16} aria-hidden />} onClick={dialog.open}>
        Merge
      </Button>
      <Modal opened={opened} onClose={dialog.close} title={`Merge another record into ${partner.name}`} centered>
        <Stack>
          <Text>
            Choose the other record of the same agency. Its people, collaborations, recognitions, statements and units
            move here, its names become aliases, and it goes to the trash.
          </Text>
          {failure && <FailureAlert failure={failure} />}
          <PartnerSelect
            label="The other record"
            value={other}
            onChange={setOther}
            error={other === partner.id ? "This is the record that stays. Choose the other one." : null}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={dialog.close}>
              Cancel
            </Button>
            <Button
              loading={busy}
              disabled={other === null || other === partner.id}
              onClick={() => other !== null && void merge(other)}
            >
              Merge them
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
