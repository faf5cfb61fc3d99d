import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { Skeleton } from "@mantine/core";
import type { ReactNode } from "react";
import { QueryView } from "../../ui/query-view.tsx";
import { Section } from "../../ui/section.tsx";

interface LoadedProps<Data, Variables extends OperationVariables> {
  readonly title: string;
  readonly document: TypedDocumentNode<Data, Variables>;
  readonly variables: Variables;
  readonly children: (data: Data) => ReactNode;
}

/** A part of the dashboard with a question of its own: the totals do not wait for it, nor fail with it. */
export function Loaded<Data, Variables extends OperationVariables>({
  title,
  document,
  variables,
  children,
}: LoadedProps<Data, Variables>) {
  const { data, previousData, loading, error, refetch } = useQuery<Data, OperationVariables>(document, { variables });
  return (
    <QueryView
      data={data ?? previousData}
      loading={loading}
      error={error}
      refetch={() => void refetch()}
      skeleton={
        <Section title={title}>
          <Skeleton height={200} />
        </Section>
      }
    >
      {children}
    </QueryView>
  );
}
