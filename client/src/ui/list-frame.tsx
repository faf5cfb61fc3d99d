import { t } from "@lingui/core/macro";
import { Box, Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { PageTitle } from "./page-title.tsx";
import { QueryView } from "./query-view.tsx";
import { type FetchMore, ListEnd, type PageEnd, type ReadingOn, useReadingOn } from "./reading-on.tsx";

/** A page of a list as the API answers it. */
export interface Connection<Row> {
  readonly edges: readonly { readonly node: Row }[];
  readonly pageInfo: PageEnd;
  readonly totalCount: number;
}

/** Of these one page is read at a time, and the next one when its end comes near. */
export const LIST_PAGE_SIZE = 50;

/** What is said of the records of a list, each in one piece. */
export interface ListTexts {
  /** "1 partner", "94 partners" */
  readonly counted: (count: number) => string;
  /** "New partner" */
  readonly add?: string;
  /** "No partners match these filters" */
  readonly noneMatch: string;
  /** "No partners yet" */
  readonly none: string;
}

/** What has been read of a list so far. */
export interface ListSoFar<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  /** Reads on when the end of what is there comes near. */
  readonly reading: ReadingOn;
}

export interface ListFrameProps<Row> {
  readonly title: string;
  readonly texts: ListTexts;
  readonly newPath: string | null;
  /** What else can be done here. */
  readonly actions?: ReactNode;
  readonly filters: ReactNode;
  readonly isFiltered: boolean;
  readonly query: {
    readonly data: Connection<Row> | null | undefined;
    readonly loading: boolean;
    readonly error: unknown;
    readonly refetch: () => void;
    readonly fetchMore: FetchMore;
  };
}

/** What is around every list: title and count, filters, what is said of an empty one; and how more of it is read. */
export function ListFrame<Row>({
  children,
  ...props
}: ListFrameProps<Row> & { readonly children: (list: ListSoFar<Row>) => ReactNode }) {
  const { query, texts } = props;
  const reading = useReadingOn(query.data?.pageInfo, query.fetchMore);
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Group align="baseline" gap="sm">
          <PageTitle title={props.title} />
          <Text c="dimmed" role="status" aria-live="polite">
            {query.data ? texts.counted(query.data.totalCount) : ""}
          </Text>
        </Group>
        {props.actions}
        {props.newPath && (
          <Button component={Link} to={props.newPath} leftSection={<IconPlus size={16} aria-hidden />}>
            {texts.add}
          </Button>
        )}
      </Group>
      {props.filters}
      <QueryView {...query} skeleton={<ListSkeleton />}>
        {(connection) =>
          connection.edges.length === 0 ? (
            <Stack align="center" p="xl" gap="xs" className="surface">
              <Text fw={600}>{props.isFiltered ? texts.noneMatch : texts.none}</Text>
              <Text c="dimmed" ta="center">
                {props.isFiltered
                  ? t`Take a filter away, or look for fewer words.`
                  : t`What is added will be listed here.`}
              </Text>
            </Stack>
          ) : (
            <Stack gap="md">
              {children({ rows: connection.edges.map((edge) => edge.node), total: connection.totalCount, reading })}
              <ListEnd reading={reading} />
            </Stack>
          )
        }
      </QueryView>
    </Stack>
  );
}

function ListSkeleton() {
  return (
    <Box className="surface">
      <Stack gap="sm" p="md" role="status" aria-label={t`Loading the list`}>
        {["a", "b", "c", "d", "e", "f"].map((key) => (
          <Skeleton key={key} height={36} />
        ))}
      </Stack>
    </Box>
  );
}
