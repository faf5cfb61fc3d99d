import { FOCUS_AREA_LABELS, PARTNER_KIND_LABELS } from "@concord/shared/vocabularies";
import { plural, t } from "@lingui/core/macro";
import { Text } from "@mantine/core";
import { lazy } from "react";
import { PartnersDocument, type PartnersQuery } from "../../generated/graphql.ts";
import { StatusBadge } from "../../ui/badges.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { countFilters, FilterBar } from "../../ui/filter-bar.tsx";
import { ListPage } from "../../ui/list-page.tsx";
import { numberText } from "../../ui/number-text.ts";
import { partnerName } from "../../ui/partner-name.ts";
import { PlaceText } from "../../ui/place-text.tsx";
import { newPath, recordPath } from "../../ui/record-paths.ts";
import { useSession } from "../../ui/session.ts";
import { listReading, useUrlList } from "../../ui/use-list.ts";
import { wordsOf } from "../../ui/words.ts";
import { partnerAddress } from "./paths.ts";

const PartnerFilters = lazy(async () => ({ default: (await import("./partner-filters.tsx")).PartnerFilters }));

type Row = PartnersQuery["partners"]["edges"][number]["node"];

const SORTS = ["NAME", "KIND", "STATUS", "COUNTRY", "UPDATED_AT"] as const;
type Sort = (typeof SORTS)[number];

export const partnersReading = listReading({
  document: PartnersDocument,
  pick: (data) => data.partners,
  address: partnerAddress,
  sorts: SORTS,
  sort: { field: "NAME", direction: "ASC" },
});

const columns = (): readonly Column<Row, Sort>[] => [
  {
    id: "name",
    header: t`Name`,
    sort: "NAME",
    width: "minmax(0, 3fr)",
    cell: partnerName,
  },
  {
    id: "kind",
    header: t`Kind`,
    sort: "KIND",
    width: "minmax(9.5rem, 1.5fr)",
    cell: (row) => wordsOf(PARTNER_KIND_LABELS)[row.kind],
  },
  { id: "status", header: t`Status`, sort: "STATUS", width: "7rem", cell: (row) => <StatusBadge value={row.status} /> },
  {
    id: "jurisdiction",
    header: t`Jurisdiction`,
    sort: "COUNTRY",
    width: "minmax(7.5rem, 1.5fr)",
    cell: (row) => <PlaceText {...row} />,
  },
  {
    id: "focus",
    wideOnly: true,
    header: t`Focus areas`,
    width: "minmax(0, 2fr)",
    cell: (row) => (
      <Text size="sm" c="dimmed" lineClamp={2} span>
        {row.focusAreas.map((area) => wordsOf(FOCUS_AREA_LABELS)[area]).join(", ")}
      </Text>
    ),
  },
  { id: "office", wideOnly: true, header: t`Office`, width: "minmax(6.5rem, 1fr)", cell: (row) => row.office.name },
  {
    id: "collaborations",
    header: t({ message: t`Together`, comment: "How many collaborations with a partner" }),
    width: "5rem",
    align: "end",
    cell: (row) => numberText(row.collaborations.totalCount),
  },
];

export function PartnerListPage() {
  const { viewer } = useSession();
  const { filter, sort, setFilter, setSort, query } = useUrlList(partnersReading);
  return (
    <ListPage
      title={t`Partners`}
      texts={{
        counted: (count) => plural(count, { one: "# partner", other: "# partners" }),
        add: t`New partner`,
        noneMatch: t`No partners match these filters`,
        none: t`No partners yet`,
      }}
      newPath={viewer.abilities.createPartner ? newPath("PARTNER") : null}
      isFiltered={countFilters(filter) > 0 || Boolean(filter.text)}
      query={query}
      columns={columns()}
      linkOf={(row) => recordPath("PARTNER", row.id)}
      sort={sort}
      onSort={setSort}
      filters={
        <FilterBar filter={filter} setFilter={setFilter} emptyFilter={{}} placeholder={t`Name, acronym or alias`}>
          <PartnerFilters filter={filter} setFilter={setFilter} />
        </FilterBar>
      }
    />
  );
}
