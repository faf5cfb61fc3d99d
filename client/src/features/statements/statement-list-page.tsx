import { CONFIDENTIALITY_LABELS, FOCUS_AREA_LABELS } from "@concord/shared/vocabularies";
import { Checkbox, Text } from "@mantine/core";
import { StatementsDocument, type StatementsQuery } from "../../generated/graphql.ts";
import { ConfidentialityBadge } from "../../ui/badges.tsx";
import { CodeMultiSelect } from "../../ui/code-select.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { DateText } from "../../ui/dates.tsx";
import { countFilters, FilterBar, someOf } from "../../ui/filter-bar.tsx";
import { ListPage } from "../../ui/list-page.tsx";
import { PeriodFilter } from "../../ui/period-filter.tsx";
import { newPath, recordPath } from "../../ui/record-paths.ts";
import { useSession } from "../../ui/session.ts";
import { useUrlFilter } from "../../ui/url-state.ts";
import { useList } from "../../ui/use-list.ts";
import { OfficeMultiSelect } from "../offices/office-select.tsx";
import { PartnerMultiSelect } from "../partners/partner-select.tsx";
import { statementAddress } from "./paths.ts";

type Row = StatementsQuery["statements"]["edges"][number]["node"];

const SORTS = ["DATE", "SPEAKER", "UPDATED_AT"] as const;

const columns: readonly Column<Row, (typeof SORTS)[number]>[] = [
  { id: "speaker", header: "Speaker", sort: "SPEAKER", width: "minmax(0, 2fr)", cell: (row) => row.speakerName },
  { id: "date", header: "Date", sort: "DATE", width: "minmax(0, 1fr)", cell: (row) => <DateText value={row.date} /> },
  {
    id: "text",
    header: "Words",
    width: "minmax(0, 4fr)",
    cell: (row) => (
      <Text span size="sm" lineClamp={2}>
        {row.translation ?? row.text}
      </Text>
    ),
  },
  {
    id: "partner",
    header: "For",
    width: "minmax(0, 1.5fr)",
    cell: (row) => (row.ours ? "Us" : (row.partner?.name ?? "")),
  },
  {
    id: "publishable",
    wideOnly: true,
    header: "May be published",
    width: "8rem",
    cell: (row) => (row.publishable ? "Yes" : "No"),
  },
  {
    id: "confidentiality",
    header: "Who reads it",
    width: "8rem",
    cell: (row) => <ConfidentialityBadge value={row.confidentiality} />,
  },
];

export function StatementListPage() {
  const { viewer } = useSession();
  const { filter, sort, setFilter, setSort } = useUrlFilter(statementAddress, SORTS, {
    field: "DATE",
    direction: "DESC",
  });
  const query = useList(StatementsDocument, (data) => data.statements, filter, sort);
  return (
    <ListPage
      title="Statements"
      nouns={["statement", "statements"]}
      newPath={viewer.abilities.createStatement ? newPath("STATEMENT") : null}
      isFiltered={countFilters(filter) > 0 || Boolean(filter.text)}
      query={query}
      columns={columns}
      linkOf={(row) => recordPath("STATEMENT", row.id)}
      sort={sort}
      onSort={setSort}
      filters={
        <FilterBar filter={filter} setFilter={setFilter} emptyFilter={{}} placeholder="Words or speaker">
          <PartnerMultiSelect label="Partner" {...someOf(filter, setFilter, "partner")} />
          <CodeMultiSelect label="Focus area" labels={FOCUS_AREA_LABELS} {...someOf(filter, setFilter, "focusArea")} />
          <OfficeMultiSelect {...someOf(filter, setFilter, "office")} />
          <CodeMultiSelect
            label="Confidentiality"
            labels={CONFIDENTIALITY_LABELS}
            {...someOf(filter, setFilter, "confidentiality")}
          />
          <PeriodFilter filter={filter} setFilter={setFilter} />
          <Checkbox
            label="May be published"
            checked={filter.publishable === true}
            onChange={(event) => setFilter({ ...filter, publishable: event.currentTarget.checked ? true : undefined })}
            mt="lg"
          />
        </FilterBar>
      }
    />
  );
}
