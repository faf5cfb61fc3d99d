import type { ApolloClient, OperationVariables, TypedDocumentNode } from "@apollo/client";

/**
 * Sends a mutation, and marks what lists, totals and other pages had read as old: they are read anew when they are next
 * looked at, so that what a person sees after a write is never older than the write.
 */
export async function writeAndForget<Data, Variables extends OperationVariables>(
  client: ApolloClient,
  mutation: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const data = await send(client, mutation, variables, "network-only");
  forgetLists(client);
  return data;
}

/** Sends a mutation with passwords, codes or tokens: nothing of what it sends or answers gets into the cache. */
export function sendAndKeepNothing<Data, Variables extends OperationVariables>(
  client: ApolloClient,
  mutation: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  return send(client, mutation, variables, "no-cache");
}

async function send<Data, Variables extends OperationVariables>(
  client: ApolloClient,
  mutation: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  fetchPolicy: "network-only" | "no-cache",
): Promise<Data> {
  const { data } = await client.mutate<Data, OperationVariables>({ mutation, variables, fetchPolicy });
  if (data === undefined || data === null) throw new Error("The server answered nothing.");
  // biome-ignore lint/plugin: with the error policy in use, data that is there is whole
  return data as Data;
}

/** Marks what lists and totals had read as old. */
export function forgetLists(client: ApolloClient): void {
  for (const field of LISTS) client.cache.evict({ id: "ROOT_QUERY", fieldName: field });
  client.cache.gc();
}

/** Root fields of which a write may have changed any. */
const LISTS = [
  "partners",
  "people",
  "collaborations",
  "recognitions",
  "statements",
  "search",
  "dashboard",
  "recognitionDue",
  "neverThanked",
  "savedDashboards",
  "history",
  "users",
  "offices",
  "auditLog",
  "duplicates",
  "likelyDuplicates",
  "imports",
  "importRows",
];
