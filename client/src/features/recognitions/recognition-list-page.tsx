import {
  CONFIDENTIALITY_LABELS,
  DIRECTION_LABELS,
  FOCUS_AREA_LABELS,
  RECOGNITION_KIND_LABELS,
} from "@concord/shared/vocabularies";
import { RecognitionsDocument, type RecognitionsQuery } from "../../generated/graphql.ts";
import { ConfidentialityBadge, DirectionBadge } from "../../ui/badges.tsx";
import { CodeMultiSelect } from "../../ui/code-select.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { DateText } from "../../ui/dates.tsx";
import { countFilters, FilterBar, someOf } from "../../ui/filter-bar.tsx";
import { ListPage } from "../../ui/list-page.tsx";
import { PeriodFilter } from "../../ui/period-filter.tsx";
import { CountryMultiSelect } from "../../ui/place-selects.tsx";
import { newPath, recordPath } from "../../ui/record-paths.ts";
import { useSession } from "../../ui/session.ts";
import { useUrlFilter } from "../../ui/url-state.ts";
import { useList } from "../../ui/use-list.ts";
import { OfficeMultiSelect } from "../offices/office-select.tsx";
import { PartnerMultiSelect } from "../partners/partner-select.tsx";
import { recognitionAddress } from "./paths.ts";

type Row = RecognitionsQuery["recognitions"]["edges"][number]["node"];

const SORTS = ["DATE", "TITLE", "KIND", "DIRECTION", "UPDATED_AT"] as const;

const names = (parties: readonly { readonly name: string }[]) => parties.map((party) => party.name).join(", ");

const columns: readonly Column<Row, (typeof SORTS)[number]>[] = [
  { id: "title", header: "Title", sort: "TITLE", width: "minmax(0, 3fr)", cell: (row) => row.title },
  { id: "date", header: "Date", sort: "DATE", width: "minmax(0, 1.2fr)", cell: (row) => <DateText value={row.date} /> },
  {
    id: "kind",
    wideOnly: true,
    header: "Kind",
    sort: "KIND",
    width: "minmax(0, 1.2fr)",
    cell: (row) => RECOGNITION_KIND_LABELS[row.kind],
  },
  { id: "givers", header: "From", width: "minmax(0, 2fr)", cell: (row) => names(row.givers) },
  { id: "recipients", header: "To", width: "minmax(0, 2fr)", cell: (row) => names(row.recipients) },
  {
    id: "direction",
    header: "Direction",
    sort: "DIRECTION",
    width: "11rem",
    cell: (row) => <DirectionBadge value={row.direction} />,
  },
  {
    id: "confidentiality",
    header: "Who reads it",
    width: "8rem",
    cell: (row) => <ConfidentialityBadge value={row.confidentiality} />,
  },
];

export function RecognitionListPage() {
  const { viewer } = useSession();
  const { filter, sort, setFilter, setSort } = useUrlFilter(recognitionAddress, SORTS, {
    field: "DATE",
    direction: "DESC",
  });
  const query = useList(RecognitionsDocument, (data) => data.recognitions, filter, sort);
  return (
    <ListPage
      title="Recognitions"
      nouns={["recognition", "recognitions"]}
      newPath={viewer.abilities.createRecognition ? newPath("RECOGNITION") : null}
      isFiltered={countFilters(filter) > 0 || Boolean(filter.text)}
      query={query}
      columns={columns}
      linkOf={(row) => recordPath("RECOGNITION", row.id)}
      sort={sort}
      onSort={setSort}
      filters={
        <FilterBar filter={filter} setFilter={setFilter} emptyFilter={{}} placeholder="Title, citation or occasion">
          <CodeMultiSelect label="Kind" labels={RECOGNITION_KIND_LABELS} {...someOf(filter, setFilter, "kind")} />
          <CodeMultiSelect label="Direction" labels={DIRECTION_LABELS} {...someOf(filter, setFilter, "direction")} />
          <PartnerMultiSelect label="Partner" {...someOf(filter, setFilter, "partner")} />
          <CountryMultiSelect label="Country" {...someOf(filter, setFilter, "country")} />
          <CodeMultiSelect label="Focus area" labels={FOCUS_AREA_LABELS} {...someOf(filter, setFilter, "focusArea")} />
          <OfficeMultiSelect {...someOf(filter, setFilter, "office")} />
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
