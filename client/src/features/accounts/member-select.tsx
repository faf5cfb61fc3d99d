import { useQuery } from "@apollo/client/react";
import type { ReactNode } from "react";
import { UsersDocument } from "../../generated/graphql.ts";
import { SearchMultiSelect, type UseChoices } from "../../ui/search-select.tsx";

const useUserChoices: UseChoices = (text) => {
  const { data, previousData, loading } = useQuery(UsersDocument, { variables: { filter: { text } } });
  const users = (data ?? previousData)?.users.edges.map((edge) => edge.node) ?? [];
  return { choices: users.map(({ id, name, office }) => ({ id, name: `${name} (${office.name})` })), loading };
};

interface MemberSelectProps {
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  readonly error?: ReactNode;
}

/** The users who may read a record while it is restricted. */
export function MemberSelect(props: MemberSelectProps) {
  return (
    <SearchMultiSelect
      label="Named members"
      description="While it is restricted, only they, the responsible office and administrators know of it."
      useChoices={useUserChoices}
      {...props}
    />
  );
}
