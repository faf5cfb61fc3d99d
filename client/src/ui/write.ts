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
  const { data } = await client.mutate<Data, OperationVariables>({ mutation, variables });
  if (data === undefined || data === null) throw new Error("The server answered nothing.");
  for (const field of LISTS) client.cache.evict({ id: "ROOT_QUERY", fieldName: field });
  client.cache.gc();
  // biome-ignore lint/plugin: with the error policy in use, data that is there is whole
  return data as Data;
}

/** Root fields of which a write may have changed any. */
const LISTS = ["partners", "people", "collaborations", "recognitions", "statements", "search", "dashboard", "history"];
