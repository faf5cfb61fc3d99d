import { PERMISSION_STATUS_LABELS } from "@concord/shared/vocabularies";
import { plural, t } from "@lingui/core/macro";
import { Button, Text } from "@mantine/core";
import { IconQuote, IconTable } from "@tabler/icons-react";
import { lazy } from "react";
import { useSearchParams } from "react-router";
import { StatementsDocument, type StatementsQuery } from "../../generated/graphql.ts";
import { ConfidentialityBadge } from "../../ui/badges.tsx";
import { CardList } from "../../ui/card-list.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { DateText } from "../../ui/dates.tsx";
import { countFilters, FilterBar } from "../../ui/filter-bar.tsx";
import { ListFrame } from "../../ui/list-frame.tsx";
import { ListPage } from "../../ui/list-page.tsx";
import { newPath, recordPath } from "../../ui/record-paths.ts";
import { useSession } from "../../ui/session.ts";
import { listReading, useUrlList } from "../../ui/use-list.ts";
import { wordsOf } from "../../ui/words.ts";
import { statementAddress } from "./paths.ts";
import { QuoteCard } from "./quote-card.tsx";

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
    id: "permission",
    wideOnly: true,
    header: t`Permission to publish`,
    width: "9rem",
    cell: (row) => wordsOf(PERMISSION_STATUS_LABELS)[row.permission.status],
  },
  {
    id: "confidentiality",
    header: t`Who reads it`,
    width: "8rem",
    cell: (row) => <ConfidentialityBadge value={row.confidentiality} />,
  },
];

/** Statements as a library of quotes, or as a table. */
export function StatementListPage() {
  const { viewer } = useSession();
  const { filter, sort, setFilter, setSort, query } = useUrlList(statementsReading);
  const [params, setParams] = useSearchParams();
  const isTable = params.get("view") === "table";
  const frame = {
    title: t`Statements`,
    texts: {
      counted: (count: number) => plural(count, { one: "# statement", other: "# statements" }),
      add: t`New statement`,
      noneMatch: t`No statements match these filters`,
      none: t`No statements yet`,
    },
    newPath: viewer.abilities.createStatement ? newPath("STATEMENT") : null,
    actions: <ViewSwitch isTable={isTable} onSwitch={() => setParams(switched, { replace: true })} />,
    isFiltered: countFilters(filter) > 0 || Boolean(filter.text),
    query,
    filters: (
      <FilterBar filter={filter} setFilter={setFilter} emptyFilter={{}} placeholder={t`Words or speaker`}>
        <StatementFilters filter={filter} setFilter={setFilter} />
      </FilterBar>
    ),
  };
  if (!isTable) {
    return (
      <ListFrame {...frame}>
        {(list) => <CardList label={t`Quotes`} {...list} card={(row) => <QuoteCard quote={row} />} />}
      </ListFrame>
    );
  }
  return (
    <ListPage
      {...frame}
      columns={columns()}
      linkOf={(row) => recordPath("STATEMENT", row.id)}
      sort={sort}
      onSort={setSort}
    />
  );
}

/** The address of the other view, with all else that it says. */
function switched(params: URLSearchParams): URLSearchParams {
  const other = new URLSearchParams(params);
  if (params.get("view") === "table") other.delete("view");
  else other.set("view", "table");
  return other;
}

function ViewSwitch({ isTable, onSwitch }: { readonly isTable: boolean; readonly onSwitch: () => void }) {
  const Icon = isTable ? IconQuote : IconTable;
  return (
    <Button variant="default" ms="auto" leftSection={<Icon size={16} aria-hidden />} onClick={onSwitch}>
      {isTable ? t`As quotes` : t`As a table`}
    </Button>
  );
}
