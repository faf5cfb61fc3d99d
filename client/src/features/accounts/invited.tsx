import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, Stack, Text } from "@mantine/core";
import { Link } from "react-router";
import type { InviteUserMutation } from "../../generated/graphql.ts";
import { PageTitle } from "../../ui/page-title.tsx";
import { Section } from "../../ui/section.tsx";
import { LinkToHandOver } from "./link-to-hand-over.tsx";
import { userPath } from "./paths.ts";

interface InvitedProps {
  readonly invitation: InviteUserMutation["inviteUser"];
  readonly onAnother: () => void;
}

/** Somebody was invited: the link to hand over, or that it is on its way to them. */
export function Invited({ invitation, onAnother }: InvitedProps) {
  const { user, link, worksUntil } = invitation;
  const { name, email } = user;
  return (
    <Stack>
      <PageTitle title={t`${name} is invited`} />
      <Section title={t`How they come in`}>
        <Stack>
          {link === null ? (
            <Text>
              <Trans>An invitation is on its way to {email}. Its link works for seven days.</Trans>
            </Text>
          ) : (
            <LinkToHandOver name={name} link={link} worksUntil={worksUntil} />
          )}
          <Group>
            <Button variant="default" component={Link} to={userPath(user.id)}>
              <Trans>To their page</Trans>
            </Button>
            <Button variant="default" onClick={onAnother}>
              <Trans>Invite somebody else</Trans>
            </Button>
          </Group>
        </Stack>
      </Section>
    </Stack>
  );
}
