import { Anchor, Box, Group, Text, UnstyledButton } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import { type ReactNode, useCallback, useEffect, useRef } from "react";
import { Link } from "react-router";
import { WindowVirtualizer, type WindowVirtualizerHandle } from "virtua";
import classes from "./data-table.module.css";
import type { ReadingOn } from "./reading-on.tsx";
import type { Sort } from "./url-state.ts";

/** One column: of the cells, the first is the link to the record, where there is one. */
export interface Column<Row, Field extends string> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  readonly sort?: Field;
  /** Its share of the width, as in a CSS grid. */
  readonly width: string;
  readonly align?: "end";
  /** Left out of the cards of a phone, and where the table has little room. */
  readonly wideOnly?: true;
}

interface DataTableProps<Row, Field extends string> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly total: number;
  readonly columns: readonly Column<Row, Field>[];
  /** Null for what has no page of its own. */
  readonly linkOf: (row: Row) => string | null;
  readonly sort: Sort<Field>;
  readonly onSort: (sort: Sort<Field>) => void;
  /** Reads on when the end of what is there comes near. */
  readonly reading: ReadingOn;
}

const ROW_HEIGHT = 56;
const CARD_HEIGHT = 148;
const NEAR_END = 10;

/** A table that draws only the rows in sight; on a phone, the same as cards. */
export function DataTable<Row extends { readonly id: string }, Field extends string>(
  props: DataTableProps<Row, Field>,
) {
  const { columns, rows } = props;
  const { readOn } = props.reading;
  const isPhone = useMediaQuery("(max-width: 48em)") ?? false;
  const virtualizer = useRef<WindowVirtualizerHandle>(null);
  const askForMore = useCallback(() => {
    const handle = virtualizer.current;
    if (!handle || rows.length === 0) return;
    const last = handle.findItemIndex(handle.scrollOffset + handle.viewportSize);
    if (last >= rows.length - NEAR_END) readOn();
  }, [rows.length, readOn]);
  useEffect(askForMore, [askForMore]);

  const template = {
    "--columns": widthsOf(columns),
    "--columns-where-narrow": widthsOf(columns.filter((column) => !column.wideOnly)),
  };
  return (
    <Box role="table" aria-label={props.label} aria-rowcount={props.total + 1} className={classes["table"] ?? ""}>
      <Box role="rowgroup" className={isPhone ? (classes["hidden"] ?? "") : ""}>
        <Box role="row" aria-rowindex={1} className={classes["head"] ?? ""} __vars={template}>
          {columns.map((column) => (
            <HeaderCell key={column.id} column={column} sort={props.sort} onSort={props.onSort} />
          ))}
        </Box>
      </Box>
      <Box role="rowgroup">
        <WindowVirtualizer
          ref={virtualizer}
          data={rows}
          itemSize={isPhone ? CARD_HEIGHT : ROW_HEIGHT}
          onScroll={askForMore}
        >
          {(row, index) => (
            <Box
              key={row.id}
              role="row"
              aria-rowindex={index + 2}
              className={isPhone ? (classes["card"] ?? "") : (classes["row"] ?? "")}
              __vars={template}
            >
              {columns.map((column, place) => (
                <Cell
                  key={column.id}
                  column={column}
                  row={row}
                  isFirst={place === 0}
                  link={place === 0 ? props.linkOf(row) : null}
                />
              ))}
            </Box>
          )}
        </WindowVirtualizer>
      </Box>
    </Box>
  );
}

function widthsOf(columns: readonly { readonly width: string }[]): string {
  return columns.map(({ width }) => width).join(" ");
}

interface CellProps<Row, Field extends string> {
  readonly column: Column<Row, Field>;
  readonly row: Row;
  readonly isFirst: boolean;
  /** Where the record lies, for the cell that leads there. */
  readonly link: string | null;
}

function Cell<Row, Field extends string>({ column, row, isFirst, link }: CellProps<Row, Field>) {
  const content = column.cell(row);
  return (
    <Box
      role="cell"
      className={classes["cell"] ?? ""}
      data-align={column.align ?? "start"}
      data-wide-only={column.wideOnly}
      data-label={isFirst ? undefined : column.header}
    >
      {link === null ? (
        content
      ) : (
        <Anchor component={Link} to={link} fw={600} underline="hover">
          {content}
        </Anchor>
      )}
    </Box>
  );
}

interface HeaderCellProps<Row, Field extends string> {
  readonly column: Column<Row, Field>;
  readonly sort: Sort<Field>;
  readonly onSort: (sort: Sort<Field>) => void;
}

function HeaderCell<Row, Field extends string>({ column, sort, onSort }: HeaderCellProps<Row, Field>) {
  const field = column.sort;
  if (field === undefined) {
    return (
      <Box
        role="columnheader"
        className={classes["cell"] ?? ""}
        data-align={column.align ?? "start"}
        data-wide-only={column.wideOnly}
      >
        <Text size="sm" fw={600}>
          {column.header}
        </Text>
      </Box>
    );
  }
  const active = sort.field === field;
  const ascending = sort.direction === "ASC";
  const Icon = active ? (ascending ? IconArrowUp : IconArrowDown) : IconArrowsSort;
  return (
    <Box
      role="columnheader"
      aria-sort={active ? (ascending ? "ascending" : "descending") : "none"}
      className={classes["cell"] ?? ""}
      data-align={column.align ?? "start"}
      data-wide-only={column.wideOnly}
    >
      <UnstyledButton onClick={() => onSort({ field, direction: active && ascending ? "DESC" : "ASC" })}>
        <Group gap={4} wrap="nowrap">
          <Text size="sm" fw={600}>
            {column.header}
          </Text>
          <Icon size={14} aria-hidden opacity={active ? 1 : 0.45} />
        </Group>
      </UnstyledButton>
    </Box>
  );
}
