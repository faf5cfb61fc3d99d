import { Checkbox } from "@mantine/core";
import { PeopleDocument, type PeopleQuery } from "../../generated/graphql.ts";
import type { Column } from "../../ui/data-table.tsx";
import { countFilters, FilterBar, someOf } from "../../ui/filter-bar.tsx";
import { ListPage } from "../../ui/list-page.tsx";
import { newPath, recordPath } from "../../ui/record-paths.ts";
import { useSession } from "../../ui/session.ts";
import { useUrlFilter } from "../../ui/url-state.ts";
import { useList } from "../../ui/use-list.ts";
import { OfficeMultiSelect } from "../offices/office-select.tsx";
import { PartnerMultiSelect } from "../partners/partner-select.tsx";
import { personAddress } from "./paths.ts";

type Row = PeopleQuery["people"]["edges"][number]["node"];

const SORTS = ["NAME", "UPDATED_AT"] as const;

const columns: readonly Column<Row, (typeof SORTS)[number]>[] = [
  { id: "name", header: "Name", sort: "NAME", width: "minmax(0, 2fr)", cell: (row) => row.name },
  {
    id: "position",
    header: "Position",
    width: "minmax(0, 2fr)",
    cell: (row) => [row.positions[0]?.rank, row.positions[0]?.title].filter(Boolean).join(", "),
  },
  { id: "partner", header: "Partner", width: "minmax(0, 2fr)", cell: (row) => row.positions[0]?.partner?.name ?? "" },
  { id: "office", wideOnly: true, header: "Office", width: "minmax(6.5rem, 1fr)", cell: (row) => row.office.name },
];

export function PersonListPage() {
  const { viewer } = useSession();
  const { filter, sort, setFilter, setSort } = useUrlFilter(personAddress, SORTS, { field: "NAME", direction: "ASC" });
  const query = useList(PeopleDocument, (data) => data.people, filter, sort);
  return (
    <ListPage
      title="People"
      nouns={["person", "people"]}
      newPath={viewer.abilities.createPerson ? newPath("PERSON") : null}
      isFiltered={countFilters(filter) > 0 || Boolean(filter.text)}
      query={query}
      columns={columns}
      linkOf={(row) => recordPath("PERSON", row.id)}
      sort={sort}
      onSort={setSort}
      filters={
        <FilterBar filter={filter} setFilter={setFilter} emptyFilter={{}} placeholder="Name, rank or title">
          <PartnerMultiSelect label="Partner" {...someOf(filter, setFilter, "partner")} />
          <OfficeMultiSelect {...someOf(filter, setFilter, "office")} />
          <Checkbox
            label="Holds a position now"
            checked={filter.current === true}
            onChange={(event) => setFilter({ ...filter, current: event.currentTarget.checked ? true : undefined })}
            mt="lg"
          />
        </FilterBar>
      }
    />
  );
}
