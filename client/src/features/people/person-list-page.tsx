import { plural, t } from "@lingui/core/macro";
import { lazy } from "react";
import { PeopleDocument, type PeopleQuery } from "../../generated/graphql.ts";
import type { Column } from "../../ui/data-table.tsx";
import { countFilters, FilterBar } from "../../ui/filter-bar.tsx";
import { ListPage } from "../../ui/list-page.tsx";
import { newPath, recordPath } from "../../ui/record-paths.ts";
import { useSession } from "../../ui/session.ts";
import { listReading, useUrlList } from "../../ui/use-list.ts";
import { personAddress } from "./paths.ts";

const PersonFilters = lazy(async () => ({ default: (await import("./person-filters.tsx")).PersonFilters }));

type Row = PeopleQuery["people"]["edges"][number]["node"];

const SORTS = ["NAME", "UPDATED_AT"] as const;

export const peopleReading = listReading({
  document: PeopleDocument,
  pick: (data) => data.people,
  address: personAddress,
  sorts: SORTS,
  sort: { field: "NAME", direction: "ASC" },
});

const columns = (): readonly Column<Row, (typeof SORTS)[number]>[] => [
  { id: "name", header: t`Name`, sort: "NAME", width: "minmax(0, 2fr)", cell: (row) => row.name },
  {
    id: "position",
    header: t`Position`,
    width: "minmax(0, 2fr)",
    cell: (row) => [row.positions[0]?.rank, row.positions[0]?.title].filter(Boolean).join(", "),
  },
  { id: "partner", header: t`Partner`, width: "minmax(0, 2fr)", cell: (row) => row.positions[0]?.partner?.name ?? "" },
  { id: "office", wideOnly: true, header: t`Office`, width: "minmax(6.5rem, 1fr)", cell: (row) => row.office.name },
];

export function PersonListPage() {
  const { viewer } = useSession();
  const { filter, sort, setFilter, setSort, query } = useUrlList(peopleReading);
  return (
    <ListPage
      title={t`People`}
      texts={{
        counted: (count) => plural(count, { one: "# person", other: "# people" }),
        add: t`New person`,
        noneMatch: t`No people match these filters`,
        none: t`No people yet`,
      }}
      newPath={viewer.abilities.createPerson ? newPath("PERSON") : null}
      isFiltered={countFilters(filter) > 0 || Boolean(filter.text)}
      query={query}
      columns={columns()}
      linkOf={(row) => recordPath("PERSON", row.id)}
      sort={sort}
      onSort={setSort}
      filters={
        <FilterBar filter={filter} setFilter={setFilter} emptyFilter={{}} placeholder={t`Name, rank or title`}>
          <PersonFilters filter={filter} setFilter={setFilter} />
        </FilterBar>
      }
    />
  );
}
