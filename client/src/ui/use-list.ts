import type { TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { type Connection, LIST_PAGE_SIZE } from "./list-frame.tsx";
import { type FilterAddress, readAddress, type Sort, useUrlFilter } from "./url-state.ts";

interface ListVariables<Filter, Field extends string> {
  first: number;
  after?: string | null | undefined;
  filter?: Filter | null | undefined;
  orderBy?: { field: Field; direction?: "ASC" | "DESC" } | null | undefined;
}

/** How a page reads its list: what it asks, which field of the answer is the list, and how filter and order stand in its address. */
interface ListReading<
  Data extends object,
  Filter extends object,
  Field extends string,
  List extends Connection<unknown>,
> {
  readonly document: TypedDocumentNode<Data, ListVariables<Filter, Field>>;
  readonly pick: (data: Data) => List;
  readonly address: FilterAddress<Filter>;
  readonly sorts: readonly Field[];
  /** The order where the address names none. */
  readonly sort: Sort<Field>;
}

/** Asks something of the API before what shows it is drawn. */
export type Ask = <Data, Variables extends object>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
) => void;

/** A list's reading, which can also begin before the page is drawn. */
export function listReading<
  Data extends object,
  Filter extends object,
  Field extends string,
  List extends Connection<unknown>,
>(reading: ListReading<Data, Filter, Field, List>) {
  return {
    ...reading,
    /** Asks for what the page at an address will show. */
    begin: (ask: Ask, params: URLSearchParams): void => {
      const { filter, sort } = readAddress(reading.address, reading.sorts, reading.sort, params);
      ask(reading.document, variablesOf(filter, sort));
    },
  };
}

/** Reads a list under the filter and the order of the page's address, and tells how to change them. */
export function useUrlList<
  Data extends object,
  Filter extends object,
  Field extends string,
  List extends Connection<unknown>,
>(reading: ListReading<Data, Filter, Field, List>) {
  const inAddress = useUrlFilter(reading.address, reading.sorts, reading.sort);
  return { ...inAddress, query: useList(reading.document, reading.pick, inAddress.filter, inAddress.sort) };
}

function variablesOf<Filter, Field extends string>(filter: Filter, sort: Sort<Field>): ListVariables<Filter, Field> {
  return { first: LIST_PAGE_SIZE, filter, orderBy: { ...sort } };
}

/** Reads a list under a filter and an order; `pick` says which field of the answer is the list. */
function useList<Data extends object, Filter, Field extends string, List extends Connection<unknown>>(
  document: TypedDocumentNode<Data, ListVariables<Filter, Field>>,
  pick: (data: Data) => List,
  filter: Filter,
  sort: Sort<Field>,
) {
  const variables = variablesOf(filter, sort);
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
    fetchMore,
  };
}
