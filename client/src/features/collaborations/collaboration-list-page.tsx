import {
  COLLABORATION_KIND_LABELS,
  CONFIDENTIALITY_LABELS,
  FOCUS_AREA_LABELS,
  measureWords,
  OUTCOME_MEASURE_LABELS,
  STAGE_LABELS,
} from "@concord/shared/vocabularies";
import { Group } from "@mantine/core";
import { CollaborationsDocument, type CollaborationsQuery } from "../../generated/graphql.ts";
import { ConfidentialityBadge, StageBadge } from "../../ui/badges.tsx";
import { CodeMultiSelect } from "../../ui/code-select.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { IntervalText } from "../../ui/dates.tsx";
import { countFilters, FilterBar, someOf } from "../../ui/filter-bar.tsx";
import { ListPage } from "../../ui/list-page.tsx";
import { PeriodFilter } from "../../ui/period-filter.tsx";
import { CountryMultiSelect, PlaceText } from "../../ui/place-selects.tsx";
import { newPath, recordPath } from "../../ui/record-paths.ts";
import { useSession } from "../../ui/session.ts";
import { useUrlFilter } from "../../ui/url-state.ts";
import { useList } from "../../ui/use-list.ts";
import { OfficeMultiSelect } from "../offices/office-select.tsx";
import { PartnerMultiSelect } from "../partners/partner-select.tsx";
import { collaborationAddress } from "./paths.ts";

type Row = CollaborationsQuery["collaborations"]["edges"][number]["node"];

const SORTS = ["BEGIN", "TITLE", "KIND", "STAGE", "COUNTRY", "UPDATED_AT"] as const;

const columns: readonly Column<Row, (typeof SORTS)[number]>[] = [
  {
    id: "title",
    header: "Title",
    sort: "TITLE",
    width: "minmax(0, 3fr)",
    cell: (row) => row.title,
  },
  {
    id: "date",
    header: "Date",
    sort: "BEGIN",
    width: "minmax(0, 1.5fr)",
    cell: (row) => <IntervalText begin={row.begin} end={row.end} />,
  },
  {
    id: "kind",
    wideOnly: true,
    header: "Kind",
    sort: "KIND",
    width: "minmax(0, 1.3fr)",
    cell: (row) => COLLABORATION_KIND_LABELS[row.kind],
  },
  {
    id: "partners",
    header: "Partners",
    width: "minmax(0, 2fr)",
    cell: (row) => row.participants.map(({ partner }) => partner.shortName ?? partner.name).join(", "),
  },
  {
    id: "place",
    wideOnly: true,
    header: "Place",
    sort: "COUNTRY",
    width: "minmax(0, 1.3fr)",
    cell: (row) => <PlaceText {...row} />,
  },
  {
    id: "outcomes",
    header: "Outcomes",
    width: "minmax(0, 1.5fr)",
    cell: (row) =>
      row.outcomes
        .map(({ measure, count }) => `${count.toLocaleString("en-GB")} ${measureWords(measure, count)}`)
        .join(", "),
  },
  {
    id: "stage",
    header: "Stage",
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
  const { filter, sort, setFilter, setSort } = useUrlFilter(collaborationAddress, SORTS, {
    field: "BEGIN",
    direction: "DESC",
  });
  const query = useList(CollaborationsDocument, (data) => data.collaborations, filter, sort);
  return (
    <ListPage
      title="Collaborations"
      nouns={["collaboration", "collaborations"]}
      newPath={viewer.abilities.createCollaboration ? newPath("COLLABORATION") : null}
      isFiltered={countFilters(filter) > 0 || Boolean(filter.text)}
      query={query}
      columns={columns}
      linkOf={(row) => recordPath("COLLABORATION", row.id)}
      sort={sort}
      onSort={setSort}
      filters={
        <FilterBar filter={filter} setFilter={setFilter} emptyFilter={{}} placeholder="Title, place or summary">
          <CodeMultiSelect label="Kind" labels={COLLABORATION_KIND_LABELS} {...someOf(filter, setFilter, "kind")} />
          <CodeMultiSelect label="Stage" labels={STAGE_LABELS} {...someOf(filter, setFilter, "stage")} />
          <PartnerMultiSelect label="Partner" {...someOf(filter, setFilter, "partner")} />
          <CountryMultiSelect label="Country" {...someOf(filter, setFilter, "country")} />
          <CodeMultiSelect label="Focus area" labels={FOCUS_AREA_LABELS} {...someOf(filter, setFilter, "focusArea")} />
          <OfficeMultiSelect {...someOf(filter, setFilter, "office")} />
          <CodeMultiSelect label="Outcome" labels={OUTCOME_MEASURE_LABELS} {...someOf(filter, setFilter, "measure")} />
          <CodeMultiSelect
            label="Confidentiality"
            labels={CONFIDENTIALITY_LABELS}
            {...someOf(filter, setFilter, "confidentiality")}
          />
          <PeriodFilter filter={filter} setFilter={setFilter} />
        </FilterBar>
      }
    />
  );
}
