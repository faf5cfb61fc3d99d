import { Box } from "@mantine/core";
import { type Column, DataTable } from "./data-table.tsx";
import { ListFrame, type ListFrameProps } from "./list-frame.tsx";
import type { Sort } from "./url-state.ts";

interface ListPageProps<Row, Field extends string> extends ListFrameProps<Row> {
  readonly columns: readonly Column<Row, Field>[];
  readonly linkOf: (row: Row) => string | null;
  readonly sort: Sort<Field>;
  readonly onSort: (sort: Sort<Field>) => void;
}

/** A list as a table, of which more is read while somebody scrolls. */
export function ListPage<Row extends { readonly id: string }, Field extends string>({
  columns,
  linkOf,
  sort,
  onSort,
  ...frame
}: ListPageProps<Row, Field>) {
  return (
    <ListFrame {...frame}>
      {(list) => (
        <Box className="surface">
          <DataTable label={frame.title} {...list} columns={columns} linkOf={linkOf} sort={sort} onSort={onSort} />
        </Box>
      )}
    </ListFrame>
  );
}
