import { FOCUS_AREA_LABELS, PARTNER_KIND_LABELS, PARTNER_STATUS_LABELS } from "@concord/shared/vocabularies";
import { Text } from "@mantine/core";
import { PartnersDocument, type PartnersQuery } from "../../generated/graphql.ts";
import { StatusBadge } from "../../ui/badges.tsx";
import { CodeMultiSelect } from "../../ui/code-select.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { countFilters, FilterBar, someOf } from "../../ui/filter-bar.tsx";
import { ListPage } from "../../ui/list-page.tsx";
import { CountryMultiSelect, PlaceText } from "../../ui/place-selects.tsx";
import { newPath, recordPath } from "../../ui/record-paths.ts";
import { useSession } from "../../ui/session.ts";
import { useUrlFilter } from "../../ui/url-state.ts";
import { useList } from "../../ui/use-list.ts";
import { OfficeMultiSelect } from "../offices/office-select.tsx";
import { partnerAddress } from "./paths.ts";

type Row = PartnersQuery["partners"]["edges"][number]["node"];

const SORTS = ["NAME", "KIND", "STATUS", "COUNTRY", "UPDATED_AT"] as const;
type Sort = (typeof SORTS)[number];

const columns: readonly Column<Row, Sort>[] = [
  {
    id: "name",
    header: "Name",
    sort: "NAME",
    width: "minmax(0, 3fr)",
    cell: (row) => (row.shortName ? `${row.name} (${row.shortName})` : row.name),
  },
  { id: "kind", header: "Kind", sort: "KIND", width: "minmax(0, 1.5fr)", cell: (row) => PARTNER_KIND_LABELS[row.kind] },
  { id: "status", header: "Status", sort: "STATUS", width: "7rem", cell: (row) => <StatusBadge value={row.status} /> },
  {
    id: "jurisdiction",
    header: "Jurisdiction",
    sort: "COUNTRY",
    width: "minmax(0, 1.5fr)",
    cell: (row) => <PlaceText {...row} />,
  },
  {
    id: "focus",
    wideOnly: true,
    header: "Focus areas",
    width: "minmax(0, 2fr)",
    cell: (row) => (
      <Text size="sm" c="dimmed" lineClamp={2} span>
        {row.focusAreas.map((area) => FOCUS_AREA_LABELS[area]).join(", ")}
      </Text>
    ),
  },
  { id: "office", wideOnly: true, header: "Office", width: "minmax(6.5rem, 1fr)", cell: (row) => row.office.name },
  {
    id: "collaborations",
    header: "Together",
    width: "5rem",
    align: "end",
    cell: (row) => row.collaborations.totalCount,
  },
];

export function PartnerListPage() {
  const { viewer } = useSession();
  const { filter, sort, setFilter, setSort } = useUrlFilter(partnerAddress, SORTS, { field: "NAME", direction: "ASC" });
  const query = useList(PartnersDocument, (data) => data.partners, filter, sort);
  return (
    <ListPage
      title="Partners"
      nouns={["partner", "partners"]}
      newPath={viewer.abilities.createPartner ? newPath("PARTNER") : null}
      isFiltered={countFilters(filter) > 0 || Boolean(filter.text)}
      query={query}
      columns={columns}
      linkOf={(row) => recordPath("PARTNER", row.id)}
      sort={sort}
      onSort={setSort}
      filters={
        <FilterBar filter={filter} setFilter={setFilter} emptyFilter={{}} placeholder="Name, acronym or alias">
          <CodeMultiSelect label="Kind" labels={PARTNER_KIND_LABELS} {...someOf(filter, setFilter, "kind")} />
          <CodeMultiSelect label="Status" labels={PARTNER_STATUS_LABELS} {...someOf(filter, setFilter, "status")} />
          <CountryMultiSelect label="Country" {...someOf(filter, setFilter, "country")} />
          <CodeMultiSelect label="Focus area" labels={FOCUS_AREA_LABELS} {...someOf(filter, setFilter, "focusArea")} />
          <OfficeMultiSelect {...someOf(filter, setFilter, "office")} />
        </FilterBar>
      }
    />
  );
}
