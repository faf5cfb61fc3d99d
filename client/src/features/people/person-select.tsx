import { useQuery } from "@apollo/client/react";
import type { ReactNode } from "react";
import { PersonChoicesDocument } from "../../generated/graphql.ts";
import { SearchSelect, type UseChoices } from "../../ui/search-select.tsx";

/** People by name; the position tells two of one name apart. */
const usePersonChoices: UseChoices = (text) => {
  const { data, previousData, loading } = useQuery(PersonChoicesDocument, { variables: { filter: { text } } });
  const people = (data ?? previousData)?.people.edges.map((edge) => edge.node) ?? [];
  return {
    choices: people.map(({ id, name, currentPosition }) => ({
      id,
      name: [name, currentPosition?.title, currentPosition?.partner?.name].filter(Boolean).join(", "),
    })),
    loading,
  };
};

interface PersonSelectProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly error?: ReactNode;
  readonly withAsterisk?: boolean;
}

export function PersonSelect(props: PersonSelectProps) {
  return <SearchSelect useChoices={usePersonChoices} {...props} />;
}
