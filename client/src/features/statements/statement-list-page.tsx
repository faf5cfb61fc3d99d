import { plural, t } from "@lingui/core/macro";
import { Text } from "@mantine/core";
import { lazy } from "react";
import { StatementsDocument, type StatementsQuery } from "../../generated/graphql.ts";
import { ConfidentialityBadge } from "../../ui/badges.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { DateText } from "../../ui/dates.tsx";
import { countFilters, FilterBar } from "../../ui/filter-bar.tsx";
import { ListPage } from "../../ui/list-page.tsx";
import { newPath, recordPath } from "../../ui/record-paths.ts";
import { useSession } from "../../ui/session.ts";
import { listReading, useUrlList } from "../../ui/use-list.ts";
import { statementAddress } from "./paths.ts";

const StatementFilters = lazy(async () => ({ default: (await import("./statement-filters.tsx")).StatementFilters }));

type Row = StatementsQuery["statements"]["edges"][number]["node"];

const SORTS = ["DATE", "SPEAKER", "UPDATED_AT"] as const;

export const statementsReading = listReading({
  document: StatementsDocument,
  pick: (data) => data.statements,
  address: statementAddress,
  sorts: SORTS,
  sort: { field: "DATE", direction: "DESC" },
});

const columns = (): readonly Column<Row, (typeof SORTS)[number]>[] => [
  { id: "speaker", header: t`Speaker`, sort: "SPEAKER", width: "minmax(0, 2fr)", cell: (row) => row.speakerName },
  { id: "date", header: t`Date`, sort: "DATE", width: "minmax(0, 1fr)", cell: (row) => <DateText value={row.date} /> },
  {
    id: "text",
    header: t`Words`,
    width: "minmax(0, 4fr)",
    cell: (row) => (
      <Text span size="sm" lineClamp={2}>
        {row.translation ?? row.text}
      </Text>
    ),
  },
  {
    id: "partner",
    header: t({ message: "For", context: "for whom somebody spoke" }),
    width: "minmax(0, 1.5fr)",
    cell: (row) => (row.ours ? t`Us` : (row.partner?.name ?? "")),
  },
  {
    id: "publishable",
    wideOnly: true,
    header: t`May be published`,
    width: "8rem",
    cell: (row) => (row.publishable ? t`Yes` : t`No`),
  },
  {
    id: "confidentiality",
    header: t`Who reads it`,
    width: "8rem",
    cell: (row) => <ConfidentialityBadge value={row.confidentiality} />,
  },
];

export function StatementListPage() {
  const { viewer } = useSession();
  const { filter, sort, setFilter, setSort, query } = useUrlList(statementsReading);
  return (
    <ListPage
      title={t`Statements`}
      texts={{
        counted: (count) => plural(count, { one: "# statement", other: "# statements" }),
        add: t`New statement`,
        noneMatch: t`No statements match these filters`,
        none: t`No statements yet`,
      }}
      newPath={viewer.abilities.createStatement ? newPath("STATEMENT") : null}
      isFiltered={countFilters(filter) > 0 || Boolean(filter.text)}
      query={query}
      columns={columns()}
      linkOf={(row) => recordPath("STATEMENT", row.id)}
      sort={sort}
      onSort={setSort}
      filters={
        <FilterBar filter={filter} setFilter={setFilter} emptyFilter={{}} placeholder={t`Words or speaker`}>
          <StatementFilters filter={filter} setFilter={setFilter} />
        </FilterBar>
      }
    />
  );
}
