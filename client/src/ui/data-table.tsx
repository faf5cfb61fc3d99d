import { Anchor, Box, Group, Text, UnstyledButton } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import { type ColumnDef, type RowData, tableFeatures, useTable } from "@tanstack/react-table";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { Link } from "react-router";
import classes from "./data-table.module.css";
import type { Sort } from "./url-state.ts";

const features = tableFeatures({});

/** One column: of the cells, the first is the link to the record. */
export interface Column<Row, Field extends string> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  readonly sort?: Field;
  /** Its share of the width, as in a CSS grid. */
  readonly width: string;
  readonly align?: "end";
  /** Left out of the cards of a phone. */
  readonly wideOnly?: true;
}

interface DataTableProps<Row, Field extends string> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly total: number;
  readonly columns: readonly Column<Row, Field>[];
  readonly linkOf: (row: Row) => string;
  readonly sort: Sort<Field>;
  readonly onSort: (sort: Sort<Field>) => void;
  /** Called when the end of what is loaded comes near. */
  readonly onEnd: () => void;
}

const ROW_HEIGHT = 56;
const CARD_HEIGHT = 148;
const NEAR_END = 10;

/** A table that draws only the rows in sight; on a phone, the same as cards. */
export function DataTable<Row extends RowData & { readonly id: string }, Field extends string>(
  props: DataTableProps<Row, Field>,
) {
  const isPhone = useMediaQuery("(max-width: 48em)") ?? false;
  const definitions = useMemo<ColumnDef<typeof features, Row>[]>(
    () =>
      props.columns.map((column) => ({
        id: column.id,
        header: column.header,
        cell: ({ row }) => column.cell(row.original),
      })),
    [props.columns],
  );
  const data = useMemo(() => [...props.rows], [props.rows]);
  const table = useTable({ features, columns: definitions, data, getRowId: (row) => row.id });
  const rows = table.getRowModel().rows;
  const body = useRef<HTMLDivElement>(null);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => (isPhone ? CARD_HEIGHT : ROW_HEIGHT),
    overscan: 12,
    scrollMargin: body.current?.offsetTop ?? 0,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const { onEnd } = props;
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - NEAR_END) onEnd();
  }, [last, rows.length, onEnd]);

  const template = { gridTemplateColumns: props.columns.map((column) => column.width).join(" ") };
  return (
    <Box role="table" aria-label={props.label} aria-rowcount={props.total + 1} className={classes["table"] ?? ""}>
      <Box role="rowgroup" className={isPhone ? (classes["hidden"] ?? "") : ""}>
        <Box role="row" aria-rowindex={1} className={classes["head"] ?? ""} style={template}>
          {props.columns.map((column) => (
            <HeaderCell key={column.id} column={column} sort={props.sort} onSort={props.onSort} />
          ))}
        </Box>
      </Box>
      <Box role="rowgroup" ref={body} style={{ height: virtualizer.getTotalSize(), position: "relative" }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          return (
            <Box
              key={item.key}
              role="row"
              aria-rowindex={item.index + 2}
              data-index={item.index}
              ref={virtualizer.measureElement}
              className={isPhone ? (classes["card"] ?? "") : (classes["row"] ?? "")}
              style={{
                ...(isPhone ? {} : template),
                transform: `translateY(${item.start - virtualizer.options.scrollMargin}px)`,
              }}
            >
              {row.getAllCells().map((cell, index) => (
                <Box
                  key={cell.id}
                  role="cell"
                  className={classes["cell"] ?? ""}
                  data-align={props.columns[index]?.align ?? "start"}
                  data-wide-only={props.columns[index]?.wideOnly}
                  data-label={index > 0 ? props.columns[index]?.header : undefined}
                >
                  {index === 0 ? (
                    <Anchor component={Link} to={props.linkOf(row.original)} fw={600} underline="hover">
                      <table.FlexRender cell={cell} />
                    </Anchor>
                  ) : (
                    <table.FlexRender cell={cell} />
                  )}
                </Box>
              ))}
            </Box>
          );
        })}
      </Box>
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
      <Box role="columnheader" className={classes["cell"] ?? ""} data-align={column.align ?? "start"}>
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
