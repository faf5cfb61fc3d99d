import { useQuery } from "@apollo/client/react";
import type { ReactNode } from "react";
import { CollaborationChoicesDocument } from "../../generated/graphql.ts";
import { dateText } from "../../ui/date-texts.ts";
import { SearchMultiSelect, type UseChoices } from "../../ui/search-select.tsx";

/** Collaborations by the words of their titles; the date tells two of one title apart. */
const useCollaborationChoices: UseChoices = (text) => {
  const { data, previousData, loading } = useQuery(CollaborationChoicesDocument, { variables: { filter: { text } } });
  const collaborations = (data ?? previousData)?.collaborations.edges.map((edge) => edge.node) ?? [];
  return {
    choices: collaborations.map(({ id, title, begin }) => ({
      id,
      name: begin ? `${title}, ${dateText(begin)}` : title,
    })),
    loading,
  };
};

interface CollaborationMultiSelectProps {
  readonly label: string;
  readonly description?: string;
  readonly value: readonly string[] | null | undefined;
  readonly onChange: (value: string[]) => void;
  readonly error?: ReactNode;
}

export function CollaborationMultiSelect(props: CollaborationMultiSelectProps) {
  return <SearchMultiSelect useChoices={useCollaborationChoices} {...props} />;
}
