import { useQuery } from "@apollo/client/react";
import { SavedDashboardsDocument } from "../../generated/graphql.ts";
import { rememberName } from "../../ui/known-names.ts";

/** The viewer's saved dashboards, with the names of the offices in their filters. */
export function useSaved() {
  const query = useQuery(SavedDashboardsDocument);
  for (const { node } of query.data?.offices.edges ?? []) rememberName(node);
  return query;
}
