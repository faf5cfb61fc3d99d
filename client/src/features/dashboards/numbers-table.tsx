import { Anchor, Table, Text } from "@mantine/core";
import { Link } from "react-router";
import { numberText } from "../../ui/number-text.ts";
import classes from "./chart.module.css";

/** A number in a table, and the list behind it. */
export interface TableNumber {
  readonly value: number;
  readonly to: string;
  /** What the number says, as a sentence: the name of its link. */
  readonly name: string;
}

/** What a chart shows, as a table; it is what is taken along as CSV and XLSX, too. */
export interface NumbersTable {
  /** Heads of the columns, that of the rows' names first. */
  readonly heads: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly head: string;
    readonly numbers: readonly TableNumber[];
  }[];
}

interface NumbersTableViewProps {
  readonly label: string;
  readonly table: NumbersTable;
  /** Draws below each number its share of the greatest of its column. */
  readonly withShares?: boolean;
}

/** A number that leads to the list behind it; none leads nowhere. */
export function NumberLink({ value, to, name }: TableNumber) {
  if (value === 0) {
    return (
      <Text span c="dimmed">
        {numberText(0)}
      </Text>
    );
  }
  return (
    <Anchor component={Link} to={to} aria-label={name} underline="always">
      {numberText(value)}
    </Anchor>
  );
}

export function NumbersTableView({ label, table: { heads, rows }, withShares = false }: NumbersTableViewProps) {
  const most = heads
    .slice(1)
    .map((_head, index) => Math.max(1, ...rows.map(({ numbers }) => numbers[index]?.value ?? 0)));
  return (
    <Table.ScrollContainer minWidth={140 + 90 * (heads.length - 1)} type="native">
      <Table aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            {heads.map((head, index) => (
              <Table.Th key={head} scope="col" ta={index === 0 ? "start" : "end"}>
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.key}>
              <Table.Th scope="row" fw={500}>
                {row.head}
              </Table.Th>
              {row.numbers.map((number, index) => (
                <Table.Td key={heads[index + 1]} className={classes["number"] ?? ""}>
                  <NumberLink {...number} />
                  {withShares && (
                    <span
                      aria-hidden
                      className={classes["share"]}
                      style={{ width: `${(100 * number.value) / (most[index] ?? 1)}%` }}
                    />
                  )}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
