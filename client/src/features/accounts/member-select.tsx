import { useQuery } from "@apollo/client/react";
import { codesOf, USER_STATUS_LABELS, type UserStatus } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import type { ReactNode } from "react";
import { UserNamesDocument } from "../../generated/graphql.ts";
import { SearchMultiSelect, type UseChoices } from "../../ui/search-select.tsx";

function useUserChoices(text: string, status: readonly UserStatus[]) {
  const { data, previousData, loading } = useQuery(UserNamesDocument, {
    variables: { filter: { text, status: [...status] } },
  });
  const users = (data ?? previousData)?.users.edges.map((edge) => edge.node) ?? [];
  return { choices: users.map(({ id, name, office }) => ({ id, name: `${name} (${office.name})` })), loading };
}

/** Those who may sign in, or may soon. */
const useMemberChoices: UseChoices = (text) => useUserChoices(text, ["INVITED", "ACTIVE"]);

/** Those, too, who may no longer sign in: what they did stays. */
export const useEverybody: UseChoices = (text) => useUserChoices(text, codesOf(USER_STATUS_LABELS));

interface MemberSelectProps {
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  readonly error?: ReactNode;
}

/** The users who may read a record while it is restricted. */
export function MemberSelect(props: MemberSelectProps) {
  return (
    <SearchMultiSelect
      label={t`Named members`}
      description={t`While it is restricted, only they, the responsible office and administrators know of it.`}
      useChoices={useMemberChoices}
      {...props}
    />
  );
}

interface UserMultiSelectProps {
  readonly label: string;
  readonly value: readonly string[] | null | undefined;
  readonly onChange: (value: string[]) => void;
}

/** Any users, for a filter. */
export function UserMultiSelect(props: UserMultiSelectProps) {
  return <SearchMultiSelect useChoices={useEverybody} {...props} />;
}
