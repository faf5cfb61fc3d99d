import { NetworkStatus } from "@apollo/client";
import { useApolloClient, useQuery } from "@apollo/client/react";
import type { ImportState } from "@concord/shared/vocabularies";
import { useEffect, useEffectEvent, useMemo } from "react";
import { ImportDocument, type ImportQuery, ImportStepDocument } from "../../generated/graphql.ts";
import { forgetLists } from "../../ui/write.ts";
import { inOwnWords } from "./field-texts.ts";

export type ImportFile = NonNullable<ImportQuery["import"]>;

/** States in which the server is at work; what it has done is asked for every so often. */
const WORKING: readonly ImportState[] = ["READING", "CHECKING", "RUNNING", "UNDOING"];
const POLL_MS = 1_000;

/** An import as the server has it; while it works there, with how far it is. All of its state is the server's. */
export function useImport(id: string) {
  const client = useApolloClient();
  const { data, loading, error, refetch, networkStatus } = useQuery(ImportDocument, {
    variables: { id },
    // What is read anew after a step has ended must not be the answer to a question that was asked before its end.
    context: { queryDeduplication: false },
  });
  const read = data?.import;
  const file = useMemo(
    () => read && { ...read, fields: read.fields.map((field) => inOwnWords(read.kind, field)) },
    [read],
  );
  // Apart from what is known of the import: its next step is shown when all of it is there, and not just its state.
  const { data: step } = useQuery(ImportStepDocument, {
    variables: { id },
    skip: !file || !WORKING.includes(file.state),
    pollInterval: POLL_MS,
    fetchPolicy: "no-cache",
  });
  const now = step?.import;
  // Which step it was, too: the last answer of the one before is there until this one's first, which may say that it has
  // ended already.
  const ended = file && now && now.state !== file.state ? `${file.state}, now ${now.state}` : null;
  const readAnew = useEffectEvent(() => {
    // What was written in the background has made lists and totals old.
    forgetLists(client);
    void refetch();
  });
  useEffect(() => {
    if (ended !== null) readAnew();
  }, [ended]);

  return {
    file: file && now && now.state === file.state ? { ...file, done: now.done, goal: now.goal } : file,
    loading: loading && networkStatus !== NetworkStatus.refetch,
    error,
    refetch: () => void refetch(),
  };
}
