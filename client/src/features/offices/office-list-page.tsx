import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor } from "@mantine/core";
import { Link } from "react-router";
import { type OfficeFieldsFragment, OfficeListDocument } from "../../generated/graphql.ts";
import { countryName } from "../../ui/country-names.ts";
import type { Column } from "../../ui/data-table.tsx";
import { countFilters, FilterBar, someOf } from "../../ui/filter-bar.tsx";
import { ListPage } from "../../ui/list-page.tsx";
import { CountryMultiSelect } from "../../ui/place-selects.tsx";
import { listReading, useUrlList } from "../../ui/use-list.ts";
import { usersPath } from "../accounts/paths.ts";
import { partnersPath } from "../partners/paths.ts";
import { editOfficePath, officeAddress, officePath } from "./paths.ts";

const SORTS = ["NAME"] as const;

const officesReading = listReading({
  document: OfficeListDocument,
  pick: (data) => data.offices,
  address: officeAddress,
  sorts: SORTS,
  sort: { field: "NAME", direction: "ASC" },
});

const columns = (): readonly Column<OfficeFieldsFragment, (typeof SORTS)[number]>[] => [
  { id: "name", header: t`Name`, sort: "NAME", width: "minmax(0, 2fr)", cell: (row) => row.name },
  { id: "city", header: t`City`, width: "minmax(0, 2fr)", cell: (row) => row.city ?? "" },
  { id: "country", header: t`Country`, width: "minmax(0, 2fr)", cell: (row) => countryName(row.country) },
  {
    id: "page",
    header: t`Page`,
    width: "minmax(0, 2fr)",
    cell: (row) => (
      <Anchor component={Link} to={officePath(row.id)} underline="always">
        <Trans>What waits in {{ office: row.name }}</Trans>
      </Anchor>
    ),
  },
  {
    id: "users",
    header: t`Users`,
    width: "minmax(0, 2fr)",
    cell: (row) => (
      <Anchor component={Link} to={usersPath({ office: [row.id] })} underline="always">
        <Trans>Users of {{ office: row.name }}</Trans>
      </Anchor>
    ),
  },
  {
    id: "partners",
    header: t`Partners`,
    width: "minmax(0, 2fr)",
    cell: (row) => (
      <Anchor component={Link} to={partnersPath({ office: [row.id] })} underline="always">
        <Trans>Partners of {{ office: row.name }}</Trans>
      </Anchor>
    ),
  },
];

export function OfficeListPage() {
  const { filter, sort, setFilter, setSort, query } = useUrlList(officesReading);
  return (
    <ListPage
      title={t`Offices`}
      texts={{
        counted: (count) => plural(count, { one: "# office", other: "# offices" }),
        add: t`New office`,
        noneMatch: t`No offices match these filters`,
        none: t`No offices yet`,
      }}
      newPath="/offices/new"
      isFiltered={countFilters(filter) > 0 || Boolean(filter.text)}
      query={query}
      columns={columns()}
      linkOf={(row) => editOfficePath(row.id)}
      sort={sort}
      onSort={setSort}
      filters={
        <FilterBar filter={filter} setFilter={setFilter} emptyFilter={{}} placeholder={t`Name`}>
          <CountryMultiSelect label={t`Country`} {...someOf(filter, setFilter, "country")} />
        </FilterBar>
      }
    />
  );
}
