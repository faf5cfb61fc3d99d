import { t } from "@lingui/core/macro";
import { Button, Center, Loader } from "@mantine/core";
import { type ReactNode, useCallback, useRef, useState } from "react";
import { failureOf } from "./failure.ts";
import { FailureAlert } from "./failure-alert.tsx";

/** Where a list goes on: of the API's PageInfo what is needed to read on. */
export interface PageEnd {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/** How the next page of a list is read, and how that went. */
export interface ReadingOn {
  /** Whether there is more than what has been read. */
  readonly hasMore: boolean;
  readonly isReading: boolean;
  /** Asks for the next page: once, however often it is called, and not again by itself where that failed. */
  readonly readOn: () => void;
  /** Why the next page could not be read, and how to ask for it again. */
  readonly failed: { readonly error: unknown; readonly retry: () => void } | null;
}

/** Reads the page after a cursor, as `fetchMore` of Apollo's useQuery does. */
export type FetchMore = (options: { readonly variables: { readonly after: string } }) => Promise<unknown>;

/** To read the page after a cursor: under way, or failed. */
interface Attempt {
  readonly after: string;
  readonly failure: { readonly error: unknown } | null;
}

/**
 * Reads a list page by page; the one way to do so.
 * @param end of what has been read; nothing while there is none
 */
export function useReadingOn(end: PageEnd | null | undefined, fetchMore: FetchMore): ReadingOn {
  const after = end?.hasNextPage ? end.endCursor : null;
  // A page that is asked for between two drawings is not asked for twice.
  const asked = useRef<string | null>(null);
  const [attempt, setAttempt] = useState<Attempt | null>(null);
  const read = useCallback(() => {
    if (after === null || asked.current === after) return;
    // The list may begin anew, with the same first page: then this one is asked for again.
    const settle = (outcome: Attempt | null) => {
      if (asked.current !== after) return;
      asked.current = null;
      setAttempt(outcome);
    };
    asked.current = after;
    setAttempt({ after, failure: null });
    fetchMore({ variables: { after } }).then(
      () => settle(null),
      (error: unknown) => settle({ after, failure: { error } }),
    );
  }, [after, fetchMore]);
  const current = attempt?.after === after ? attempt : null;
  const failure = current?.failure ?? null;
  const hasFailed = failure !== null;
  const readOn = useCallback(() => {
    if (!hasFailed) read();
  }, [hasFailed, read]);
  return {
    hasMore: after !== null,
    isReading: current !== null && !hasFailed,
    readOn,
    failed: failure && { error: failure.error, retry: read },
  };
}

/** What stands where a list ends that goes on by itself: that more is coming, or why it does not come. */
export function ListEnd({ reading }: { readonly reading: ReadingOn }) {
  const { failed, hasMore, isReading } = reading;
  if (failed) {
    return (
      <FailureAlert title={t`The rest is not here yet`} failure={failureOf(failed.error)} onRetry={failed.retry} />
    );
  }
  // It keeps its place while nothing is read, so that nothing moves when something is.
  return (
    hasMore && (
      <Center h={48} role="status">
        {isReading && <Loader size="sm" aria-label={t`Loading more`} />}
      </Center>
    )
  );
}

interface ShowMoreProps {
  readonly reading: ReadingOn;
  /** What there is more of: "Show earlier changes" */
  readonly children: ReactNode;
  readonly size?: "xs";
}

/** A button for the next page, where a list does not go on by itself; or why that page is missing. */
export function ShowMore({ reading, children, size }: ShowMoreProps) {
  if (reading.failed) return <ListEnd reading={reading} />;
  return (
    reading.hasMore && (
      <Button variant="default" {...(size && { size })} loading={reading.isReading} onClick={reading.readOn}>
        {children}
      </Button>
    )
  );
}
