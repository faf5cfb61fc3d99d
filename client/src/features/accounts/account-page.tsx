import { useQuery } from "@apollo/client/react";
import { ROLE_LABELS } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Stack, Text } from "@mantine/core";
import { Navigate } from "react-router";
import { AccountDocument } from "../../generated/graphql.ts";
import { PageTitle } from "../../ui/page-title.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { useSession } from "../../ui/session.ts";
import { wordsOf } from "../../ui/words.ts";
import { ApiTokensSection } from "./api-tokens-section.tsx";
import { OneTimeCodesSection } from "./one-time-codes-section.tsx";
import { PasswordSection } from "./password-section.tsx";
import { SessionsSection } from "./sessions-section.tsx";

/** How the viewer signs in, from where, and what acts in their name. */
export function AccountPage() {
  const { viewer } = useSession();
  // It is read anew at every visit, and stays out of the cache: other windows and people change it, too.
  const { data, loading, error, refetch } = useQuery(AccountDocument, { fetchPolicy: "no-cache" });
  const readAgain = () => void refetch();
  if (data && !data.viewer) return <Navigate to="/sign-in?to=/account" replace />;
  return (
    <Stack gap="lg" maw={860}>
      <Stack gap={4}>
        <PageTitle title={t`Your account`} />
        <Text c="dimmed">
          {viewer.name} · {viewer.email} · {wordsOf(ROLE_LABELS)[viewer.role]}, {viewer.office.name}
        </Text>
      </Stack>
      <QueryView data={data?.viewer?.account} loading={loading} error={error} refetch={readAgain}>
        {(account) => (
          <Stack gap="lg">
            <OneTimeCodesSection account={account} onChanged={readAgain} />
            <PasswordSection account={account} onChanged={readAgain} />
            <SessionsSection account={account} onChanged={readAgain} />
            <ApiTokensSection account={account} onChanged={readAgain} />
          </Stack>
        )}
      </QueryView>
    </Stack>
  );
}
