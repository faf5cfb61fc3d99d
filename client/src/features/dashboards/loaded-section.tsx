import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { Skeleton } from "@mantine/core";
import type { ReactNode } from "react";
import { QueryView } from "../../ui/query-view.tsx";
import { Section } from "../../ui/section.tsx";

interface LoadingSectionProps {
  readonly title: string;
  readonly actions?: ReactNode;
  /** In pixels, as high as what will come; 200 where nothing is said. */
  readonly height?: number;
}

/** The shape of a section that is not there yet. */
export function LoadingSection({ title, actions, height = 200 }: LoadingSectionProps) {
  return (
    <Section title={title} actions={actions}>
      <Skeleton height={height} />
    </Section>
  );
}

interface LoadedProps<Data, Variables extends OperationVariables> extends LoadingSectionProps {
  readonly document: TypedDocumentNode<Data, Variables>;
  readonly variables: Variables;
  readonly children: (data: Data) => ReactNode;
}

/** A part of the dashboard with a question of its own: the totals do not wait for it, nor fail with it. */
export function Loaded<Data, Variables extends OperationVariables>({
  document,
  variables,
  children,
  ...section
}: LoadedProps<Data, Variables>) {
  const { data, previousData, loading, error, refetch } = useQuery<Data, OperationVariables>(document, { variables });
  return (
    <QueryView
      data={data ?? previousData}
      loading={loading}
      error={error}
      refetch={() => void refetch()}
      skeleton={<LoadingSection {...section} />}
    >
      {children}
    </QueryView>
  );
}
