import { useApolloClient } from "@apollo/client/react";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Badge, Button, Group, Stack, Text } from "@mantine/core";
import { EndSessionDocument, SignOutEverywhereDocument } from "../../generated/graphql.ts";
import { InstantText } from "../../ui/dates.tsx";
import { notify } from "../../ui/notices.tsx";
import { Section } from "../../ui/section.tsx";
import { tryTo } from "../../ui/try-to.ts";
import { sendAndKeepNothing } from "../../ui/write.ts";
import { deviceOf } from "./device.ts";
import { ListedItem } from "./listed-item.tsx";
import type { AccountSectionProps, OwnAccount } from "./own-account.ts";

/** Where the viewer is signed in, and how to end it. */
export function SessionsSection({ account, onChanged }: AccountSectionProps) {
  const client = useApolloClient();
  const end = ({ id, agent }: OwnAccount["sessions"][number]) =>
    tryTo(async () => {
      const device = deviceOf(agent);
      await sendAndKeepNothing(client, EndSessionDocument, { id });
      notify({ message: t`You are signed out there: ${device}.` });
      onChanged();
    });
  const endAll = () =>
    tryTo(async () => {
      await sendAndKeepNothing(client, SignOutEverywhereDocument, {});
      window.location.assign("/sign-in");
    });
  return (
    <Section title={t`Where you are signed in`}>
      <Stack>
        <Text>
          <Trans>If there is one that is not yours, end it, and change your password: somebody else may know it.</Trans>
        </Text>
        <Stack component="ul" gap="xs" p={0} m={0}>
          {account.sessions.map((session) => (
            <ListedItem
              key={session.id}
              title={deviceOf(session.agent)}
              badge={
                session.current && (
                  <Badge color="teal">
                    <Trans>This one</Trans>
                  </Badge>
                )
              }
              action={
                !session.current && (
                  <Button variant="default" size="xs" onClick={() => void end(session)}>
                    <Trans>End it</Trans>
                  </Button>
                )
              }
            >
              {session.address !== null && (
                <>
                  <Trans>From {{ address: session.address }}</Trans> ·{" "}
                </>
              )}
              <Trans>
                signed in <InstantText value={session.createdAt} /> · last seen{" "}
                <InstantText value={session.lastSeenAt} />
              </Trans>
            </ListedItem>
          ))}
        </Stack>
        <Group>
          <Button variant="default" onClick={() => void endAll()}>
            <Trans>Sign out everywhere</Trans>
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
