import { useQuery } from "@apollo/client/react";
import { ROLE_LABELS } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, List, SimpleGrid, Text } from "@mantine/core";
import { Link, useParams } from "react-router";
import { UserDocument, type UserFieldsFragment } from "../../generated/graphql.ts";
import { Facts } from "../../ui/facts.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { RecordPage } from "../../ui/record-page.tsx";
import { Section } from "../../ui/section.tsx";
import { wordsOf } from "../../ui/words.ts";
import { auditLogPath } from "../audit/paths.ts";
import { UserActions } from "./user-actions.tsx";
import { LastSignIn, oneTimeCodesText, UserStatusBadge } from "./user-facts.tsx";

export function UserPage() {
  const { id = "" } = useParams();
  const { data, loading, error, refetch } = useQuery(UserDocument, { variables: { id } });
  return (
    <QueryView data={data?.user} loading={loading} error={error} refetch={() => void refetch()}>
      {(user) => <User user={user} />}
    </QueryView>
  );
}

function User({ user }: { readonly user: UserFieldsFragment }) {
  const { id, name, email, role, office, status, account } = user;
  return (
    <RecordPage
      title={name}
      deletedAt={null}
      subtitle={<Text c="dimmed">{`${wordsOf(ROLE_LABELS)[role]}, ${office.name}`}</Text>}
      badges={<UserStatusBadge value={status} />}
      actions={<UserActions user={user} />}
    >
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Section title={t`How they sign in`}>
          <Facts
            facts={[
              [t`E-mail`, email],
              [t`Last sign-in`, <LastSignIn key="seen" account={account} />],
              [t`One-time codes`, oneTimeCodesText(user)],
              [t`The organisation's own sign-in`, account?.identityLinked ? t`Linked` : t`Not linked`],
            ]}
          />
        </Section>
        <Section title={t`What happened`}>
          <List spacing="xs">
            <List.Item>
              <Anchor component={Link} to={auditLogPath({ user: [id] })} underline="always">
                <Trans>Everything that they did, in the audit log</Trans>
              </Anchor>
            </List.Item>
            <List.Item>
              <Anchor component={Link} to={auditLogPath({ subject: [id] })} underline="always">
                <Trans>Everything about their account, in the audit log</Trans>
              </Anchor>
            </List.Item>
          </List>
        </Section>
      </SimpleGrid>
    </RecordPage>
  );
}
