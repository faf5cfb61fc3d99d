import { t } from "@lingui/core/macro";
import { Box, Progress, Skeleton, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { failureOf } from "./failure.ts";
import { FailureAlert } from "./failure-alert.tsx";
import { NotFound } from "./not-found.tsx";

interface QueryViewProps<Data> {
  readonly data: Data | null | undefined;
  readonly loading: boolean;
  readonly error: unknown;
  readonly refetch: () => void;
  /** Drawn while nothing is there yet; shaped like what will come. */
  readonly skeleton?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** The one way to show what is being loaded: first its shape, then the thing, kept on screen while it is read anew. */
export function QueryView<Data>({ data, loading, error, refetch, skeleton, children }: QueryViewProps<Data>) {
  if (error !== undefined && !data) {
    const failure = failureOf(error);
    if (failure.code === "NOT_FOUND") return <NotFound />;
    return <FailureAlert failure={failure} onRetry={refetch} />;
  }
  if (!data) return <div aria-busy="true">{skeleton ?? <PageSkeleton />}</div>;
  return (
    <Box pos="relative" aria-busy={loading}>
      {loading && (
        <Progress
          value={100}
          animated
          size={3}
          pos="absolute"
          top={-8}
          left={0}
          right={0}
          aria-label={t`Reading anew`}
        />
      )}
      {error !== undefined && <FailureAlert failure={failureOf(error)} onRetry={refetch} />}
      {children(data)}
    </Box>
  );
}

/** The shape of a record's page. */
export function PageSkeleton() {
  return (
    <Stack gap="lg" role="status" aria-label={t`Loading`}>
      <Skeleton height={34} width="50%" />
      <Skeleton height={18} width="30%" />
      <Skeleton height={160} />
      <Skeleton height={240} />
    </Stack>
  );
}
