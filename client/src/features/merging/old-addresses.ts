import type { ApolloClient } from "@apollo/client";

/** Forgets which record an id answered: since it was merged, or since that was undone, it is another one. */
export function forgetAddress(client: ApolloClient, id: string): void {
  for (const fieldName of ["partner", "person"]) client.cache.evict({ id: "ROOT_QUERY", fieldName, args: { id } });
}
