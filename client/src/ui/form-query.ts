/** How a form reads its record: as it is now, and not again while somebody types. */
export const FORM_QUERY = { fetchPolicy: "network-only", nextFetchPolicy: "cache-first" } as const;
