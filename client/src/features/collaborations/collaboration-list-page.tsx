import { COLLABORATION_KIND_LABELS } from "@concord/shared/vocabularies";
import { plural, t } from "@lingui/core/macro";
import { Group } from "@mantine/core";
import { lazy } from "react";
import { CollaborationsDocument, type CollaborationsQuery } from "../../generated/graphql.ts";
import { ConfidentialityBadge, StageBadge } from "../../ui/badges.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { IntervalText } from "../../ui/dates.tsx";
import { countFilters, FilterBar } from "../../ui/filter-bar.tsx";
import { ListPage } from "../../ui/list-page.tsx";
import { outcomeText } from "../../ui/outcome-words.ts";
import { PlaceText } from "../../ui/place-text.tsx";
import { newPath, recordPath } from "../../ui/record-paths.ts";
import { useSession } from "../../ui/session.ts";
import { listReading, useUrlList } from "../../ui/use-list.ts";
import { wordsOf } from "../../ui/words.ts";
import { collaborationAddress } from "./paths.ts";

const CollaborationFilters = lazy(async () => ({
  default: (await import("./collaboration-filters.tsx")).CollaborationFilters,
}));

type Row = CollaborationsQuery["collaborations"]["edges"][number]["node"];

const SORTS = ["BEGIN", "TITLE", "KIND", "STAGE", "COUNTRY", "UPDATED_AT"] as const;

export const collaborationsReading = listReading({
  document: CollaborationsDocument,
  pick: (data) => data.collaborations,
  address: collaborationAddress,
  sorts: SORTS,
  sort: { field: "BEGIN", direction: "DESC" },
});

const columns = (): readonly Column<Row, (typeof SORTS)[number]>[] => [
  {
    id: "title",
    header: t`Title`,
    sort: "TITLE",
    width: "minmax(0, 3fr)",
    cell: (row) => row.title,
  },
  {
    id: "date",
    header: t`Date`,
    sort: "BEGIN",
    width: "minmax(0, 1.5fr)",
    cell: (row) => <IntervalText begin={row.begin} end={row.end} />,
  },
  {
    id: "kind",
    wideOnly: true,
    header: t`Kind`,
    sort: "KIND",
    width: "minmax(0, 1.3fr)",
    cell: (row) => wordsOf(COLLABORATION_KIND_LABELS)[row.kind],
  },
  {
    id: "partners",
    header: t`Partners`,
    width: "minmax(0, 2fr)",
    cell: (row) => row.participants.map(({ partner }) => partner.shortName ?? partner.name).join(", "),
  },
  {
    id: "place",
    wideOnly: true,
    header: t`Place`,
    sort: "COUNTRY",
    width: "minmax(0, 1.3fr)",
    cell: (row) => <PlaceText {...row} />,
  },
  {
    id: "outcomes",
    header: t`Outcomes`,
    width: "minmax(0, 1.5fr)",
    cell: (row) => row.outcomes.map(({ measure, count }) => outcomeText(measure, count)).join(", "),
  },
  {
    id: "stage",
    header: t`Stage`,
    sort: "STAGE",
    width: "8rem",
    cell: (row) => (
      <Group gap={4}>
        <StageBadge value={row.stage} />
        <ConfidentialityBadge value={row.confidentiality} />
      </Group>
    ),
  },
];

export function CollaborationListPage() {
  const { viewer } = useSession();
  const { filter, sort, setFilter, setSort, query } = useUrlList(collaborationsReading);
  return (
    <ListPage
      title={t`Collaborations`}
      texts={{
        counted: (count) => plural(count, { one: "# collaboration", other: "# collaborations" }),
        add: t`New collaboration`,
        noneMatch: t`No collaborations match these filters`,
        none: t`No collaborations yet`,
      }}
      newPath={viewer.abilities.createCollaboration ? newPath("COLLABORATION") : null}
      isFiltered={countFilters(filter) > 0 || Boolean(filter.text)}
      query={query}
      columns={columns()}
      linkOf={(row) => recordPath("COLLABORATION", row.id)}
      sort={sort}
      onSort={setSort}
      filters={
        <FilterBar filter={filter} setFilter={setFilter} emptyFilter={{}} placeholder={t`Title, place or summary`}>
          <CollaborationFilters filter={filter} setFilter={setFilter} />
        </FilterBar>
      }
    />
  );
}
