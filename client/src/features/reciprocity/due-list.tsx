import { listsDue } from "@concord/shared/lists-behind";
import { RECOGNITION_DUE } from "@concord/shared/reciprocity";
import type { RecognitionDueFilter } from "@concord/shared/rules/reciprocity";
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Stack, Text } from "@mantine/core";
import { Fragment, lazy, type ReactNode } from "react";
import { Link } from "react-router";
import { RecognitionDueDocument } from "../../generated/graphql.ts";
import type { Column } from "../../ui/data-table.tsx";
import { countFilters, FilterBar } from "../../ui/filter-bar.tsx";
import { ListPage } from "../../ui/list-page.tsx";
import { partnerName } from "../../ui/partner-name.ts";
import { recordPath } from "../../ui/record-paths.ts";
import { listReading, useUrlList } from "../../ui/use-list.ts";
import { pathTo } from "../dashboards/paths.ts";
import { ExplainedFilters, reasonHeader, useLastColumns, type WithoutWords } from "./list-parts.tsx";
import { recognitionDueAddress } from "./paths.ts";
import { type DueRow, dueReason, ofKindText, waitingText } from "./reason-words.ts";

const Filters = lazy(async () => ({ default: (await import("./due-filters.tsx")).DueFilters }));

const SORTS = ["COLLABORATIONS", "WAITING_SINCE", "NAME"] as const;
type Sort = (typeof SORTS)[number];

const dueReading = listReading({
  document: RecognitionDueDocument,
  pick: (data) => data.recognitionDue,
  address: recognitionDueAddress,
  sorts: SORTS,
  sort: { field: "COLLABORATIONS", direction: "DESC" },
});

const columns = (): readonly Column<DueRow, Sort>[] => [
  {
    id: "partner",
    header: t`Partner`,
    sort: "NAME",
    width: "minmax(0, 2fr)",
    cell: ({ partner }) => partnerName(partner),
  },
  {
    id: "reason",
    header: reasonHeader(),
    sort: "COLLABORATIONS",
    width: "minmax(0, 4fr)",
    cell: (row) => <Reason row={row} />,
  },
  {
    id: "waiting",
    header: t({ message: t`For`, comment: "Head of the column that says for how long: 6 years" }),
    sort: "WAITING_SINCE",
    width: "minmax(6rem, 1fr)",
    cell: ({ months }) => waitingText(months),
  },
];

/** The reason in words, which leads to the collaborations that it counts; and these by their kinds. */
function Reason({ row }: { readonly row: DueRow }) {
  const { id, since, byKind } = row;
  return (
    <Stack gap={2}>
      <Anchor component={Link} to={pathTo(listsDue.collaborations(id, since))} underline="always">
        {dueReason(row)}
      </Anchor>
      {byKind.length > 1 && (
        <Text size="sm" c="dimmed" component="div">
          {byKind.map(({ kind, collaborations }, index) => (
            <Fragment key={kind}>
              {index > 0 && " · "}
              <Anchor component={Link} to={pathTo(listsDue.collaborations(id, since, kind))} underline="always" inherit>
                {ofKindText(kind, collaborations)}
              </Anchor>
            </Fragment>
          ))}
        </Text>
      )}
    </Stack>
  );
}

/** Partners to whom recognition is due, with the reason. */
export function DueList({ switcher }: { readonly switcher: ReactNode }) {
  const { filter, sort, setFilter, setSort, query } = useUrlList(dueReading);
  const lastColumns = useLastColumns<DueRow>(
    ({ partner }) => partner.office.name,
    ({ partner: { id, name } }) => ({ who: "partner", id, name }),
  );
  const collaborations = filter.collaborations ?? RECOGNITION_DUE.collaborations;
  const months = filter.months ?? RECOGNITION_DUE.months;
  const done = plural(collaborations, {
    one: "# completed collaboration",
    other: "# completed collaborations",
  });
  const time = plural(months, { one: "# month", other: "# months" });
  return (
    <ListPage
      title={t`Recognition due`}
      texts={{
        counted: (count) => plural(count, { one: "# partner", other: "# partners" }),
        noneMatch: t`Nobody is due under these filters`,
        none: t`Recognition is due to nobody`,
      }}
      newPath={null}
      actions={switcher}
      isFiltered={countFilters(filter) > 0}
      query={query}
      columns={[...columns(), ...lastColumns]}
      linkOf={({ id }) => recordPath("PARTNER", id)}
      sort={sort}
      onSort={setSort}
      filters={
        <ExplainedFilters
          explanation={
            <Trans>
              Partners with at least {done} since we last recognised them or one of their people, at least {time} ago;
              and those whom we never recognised, where the first of these is as long ago.
            </Trans>
          }
        >
          <FilterBar<WithoutWords<RecognitionDueFilter>> filter={filter} setFilter={setFilter} emptyFilter={{}}>
            <Filters filter={filter} setFilter={setFilter} />
          </FilterBar>
        </ExplainedFilters>
      }
    />
  );
}
