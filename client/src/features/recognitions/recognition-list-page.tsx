import { RECOGNITION_KIND_LABELS } from "@concord/shared/vocabularies";
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Group, Stack } from "@mantine/core";
import { lazy } from "react";
import { Link } from "react-router";
import { RecognitionsDocument, type RecognitionsQuery } from "../../generated/graphql.ts";
import { ConfidentialityBadge, DirectionBadge, RecognitionStageBadge } from "../../ui/badges.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { DateText } from "../../ui/dates.tsx";
import { countFilters, FilterBar } from "../../ui/filter-bar.tsx";
import { ListPage } from "../../ui/list-page.tsx";
import { newPath, recordPath } from "../../ui/record-paths.ts";
import { useSession } from "../../ui/session.ts";
import { listReading, useUrlList } from "../../ui/use-list.ts";
import { wordsOf } from "../../ui/words.ts";
import { PROPOSALS_PATH, proposePath, recognitionAddress } from "./paths.ts";

const RecognitionFilters = lazy(async () => ({
  default: (await import("./recognition-filters.tsx")).RecognitionFilters,
}));

type Row = RecognitionsQuery["recognitions"]["edges"][number]["node"];

const SORTS = ["DATE", "TITLE", "KIND", "DIRECTION", "UPDATED_AT"] as const;

const names = (parties: readonly { readonly name: string }[]) => parties.map((party) => party.name).join(", ");

export const recognitionsReading = listReading({
  document: RecognitionsDocument,
  pick: (data) => data.recognitions,
  address: recognitionAddress,
  sorts: SORTS,
  sort: { field: "DATE", direction: "DESC" },
});

const columns = (): readonly Column<Row, (typeof SORTS)[number]>[] => [
  {
    id: "title",
    header: t`Title`,
    sort: "TITLE",
    width: "minmax(0, 3fr)",
    cell: (row) => (
      <Group gap="xs" component="span">
        {row.title}
        <RecognitionStageBadge value={row.stage} />
      </Group>
    ),
  },
  {
    id: "date",
    header: t`Date`,
    sort: "DATE",
    width: "minmax(0, 1.2fr)",
    cell: (row) => <DateText value={row.date} />,
  },
  {
    id: "kind",
    wideOnly: true,
    header: t`Kind`,
    sort: "KIND",
    width: "minmax(0, 1.2fr)",
    cell: (row) => wordsOf(RECOGNITION_KIND_LABELS)[row.kind],
  },
  {
    id: "givers",
    header: t({ message: "From", context: "who gave it" }),
    width: "minmax(0, 2fr)",
    cell: (row) => names(row.givers),
  },
  {
    id: "recipients",
    header: t({ message: "To", context: "who received it" }),
    width: "minmax(0, 2fr)",
    cell: (row) => names(row.recipients),
  },
  {
    id: "direction",
    header: t`Direction`,
    sort: "DIRECTION",
    width: "11rem",
    cell: (row) => <DirectionBadge value={row.direction} />,
  },
  {
    id: "confidentiality",
    header: t`Who reads it`,
    width: "8rem",
    cell: (row) => <ConfidentialityBadge value={row.confidentiality} />,
  },
];

export function RecognitionListPage() {
  const { viewer } = useSession();
  const { filter, sort, setFilter, setSort, query } = useUrlList(recognitionsReading);
  return (
    <ListPage
      title={t`Recognitions`}
      texts={{
        counted: (count) => plural(count, { one: "# recognition", other: "# recognitions" }),
        add: t`New recognition`,
        noneMatch: t`No recognitions match these filters`,
        none: t`No recognitions yet`,
      }}
      newPath={viewer.abilities.createRecognition ? newPath("RECOGNITION") : null}
      isFiltered={countFilters(filter) > 0 || Boolean(filter.text)}
      query={query}
      columns={columns()}
      linkOf={(row) => recordPath("RECOGNITION", row.id)}
      sort={sort}
      onSort={setSort}
      filters={
        <Stack gap="xs">
          <FilterBar
            filter={filter}
            setFilter={setFilter}
            emptyFilter={{}}
            placeholder={t`Title, citation or occasion`}
          >
            <RecognitionFilters filter={filter} setFilter={setFilter} />
          </FilterBar>
          <Group gap="md">
            <Anchor component={Link} to={PROPOSALS_PATH} underline="always">
              <Trans>Proposals that wait</Trans>
            </Anchor>
            {viewer.abilities.createRecognition && (
              <Anchor component={Link} to={proposePath()} underline="always">
                <Trans>Propose a recognition</Trans>
              </Anchor>
            )}
          </Group>
        </Stack>
      }
    />
  );
}
