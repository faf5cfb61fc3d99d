import type { TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { type Connection, LIST_PAGE_SIZE } from "./list-page.tsx";
import type { Sort } from "./url-state.ts";

interface ListVariables<Filter, Field extends string> {
  first: number;
  after?: string | null | undefined;
  filter?: Filter | null | undefined;
  orderBy?: { field: Field; direction?: "ASC" | "DESC" } | null | undefined;
}

/** Reads a list under a filter and an order; `pick` says which field of the answer is the list. */
export function useList<Data extends object, Filter, Field extends string, Row>(
  document: TypedDocumentNode<Data, ListVariables<Filter, Field>>,
  pick: (data: Data) => Connection<Row>,
  filter: Filter,
  sort: Sort<Field>,
) {
  const variables: ListVariables<Filter, Field> = { first: LIST_PAGE_SIZE, filter, orderBy: { ...sort } };
  const { data, previousData, loading, error, refetch, fetchMore } = useQuery<Data, ListVariables<Filter, Field>>(
    document,
    { variables },
  );
  // While another filter is being read, the list of the one before stays on screen.
  const shown: Data | undefined = data ?? previousData;
  return {
    data: shown ? pick(shown) : null,
    loading,
    error,
    refetch: () => void refetch(),
    fetchMore: (after: string) => fetchMore({ variables: { after } }),
  };
}
