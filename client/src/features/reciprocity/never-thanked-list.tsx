import { listsDue } from "@concord/shared/lists-behind";
import type { NeverThankedFilter } from "@concord/shared/rules/reciprocity";
import { THANKED_KIND_LABELS } from "@concord/shared/vocabularies";
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Text } from "@mantine/core";
import { Fragment, type ReactNode } from "react";
import { Link } from "react-router";
import { NeverThankedDocument, type NeverThankedQuery } from "../../generated/graphql.ts";
import { CodeMultiSelect } from "../../ui/code-select.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { countFilters, FilterBar, type FilterFieldsProps, someOf } from "../../ui/filter-bar.tsx";
import { ListPage } from "../../ui/list-page.tsx";
import { partnerName } from "../../ui/partner-name.ts";
import { recordPath } from "../../ui/record-paths.ts";
import { useSession } from "../../ui/session.ts";
import { listReading, useUrlList } from "../../ui/use-list.ts";
import { pathTo } from "../dashboards/paths.ts";
import { ExplainedFilters, reasonHeader, useLastColumns, type WithoutWords } from "./list-parts.tsx";
import { OfPartnersFilters } from "./of-partners-filters.tsx";
import { neverThankedAddress } from "./paths.ts";

type Row = NeverThankedQuery["neverThanked"]["edges"][number]["node"];

const SORTS = ["DEEDS", "NAME"] as const;
type Sort = (typeof SORTS)[number];

const neverThankedReading = listReading({
  document: NeverThankedDocument,
  pick: (data) => data.neverThanked,
  address: neverThankedAddress,
  sorts: SORTS,
  sort: { field: "DEEDS", direction: "DESC" },
});

const columns = (): readonly Column<Row, Sort>[] => [
  {
    id: "who",
    header: t`Who`,
    sort: "NAME",
    width: "minmax(0, 2fr)",
    cell: (row) => nameOf(row),
  },
  {
    id: "position",
    header: t`Position`,
    width: "minmax(0, 1.5fr)",
    cell: ({ person }) =>
      person ? [person.currentPosition?.title, person.currentPosition?.partner?.name].filter(Boolean).join(", ") : null,
  },
  {
    id: "reason",
    header: reasonHeader(),
    sort: "DEEDS",
    width: "minmax(0, 4fr)",
    cell: (row) => <Deeds row={row} />,
  },
];

function nameOf({ partner, person }: Row): string {
  if (person) return person.name;
  return partner ? partnerName(partner) : "";
}

/** "2 recognitions of Justice Works, 3 statements about our work: never thanked", each leading to its list. */
function Deeds({ row: { id, person, received, statements, collaborations } }: { readonly row: Row }) {
  const { shortName } = useSession().installation;
  const lists = listsDue.deeds(person ? "person" : "partner", id);
  const deeds = [
    {
      count: received,
      list: lists.received,
      words: plural(received, {
        one: `# recognition of ${shortName}`,
        other: `# recognitions of ${shortName}`,
      }),
    },
    {
      count: statements,
      list: lists.statements,
      words: plural(statements, { one: "# statement about our work", other: "# statements about our work" }),
    },
    {
      count: collaborations,
      list: lists.collaborations,
      words: plural(collaborations, { one: "# completed collaboration", other: "# completed collaborations" }),
    },
  ].filter(({ count }) => count > 0);
  const given = deeds.map(({ list, words }, index) => (
    <Fragment key={list.list}>
      {index > 0 && ", "}
      <Anchor component={Link} to={pathTo(list)} underline="always" inherit>
        {words}
      </Anchor>
    </Fragment>
  ));
  return (
    <Text component="div">
      <Trans>{given}; never thanked</Trans>
    </Text>
  );
}

function Filters({ filter, setFilter }: FilterFieldsProps<NeverThankedFilter>) {
  return (
    <>
      <CodeMultiSelect label={t`Who`} labels={THANKED_KIND_LABELS} {...someOf(filter, setFilter, "who")} />
      <OfPartnersFilters filter={filter} setFilter={setFilter} />
    </>
  );
}

/** Partners and people who gave us something, and whom we never recognised. */
export function NeverThankedList({ switcher }: { readonly switcher: ReactNode }) {
  const { filter, sort, setFilter, setSort, query } = useUrlList(neverThankedReading);
  const lastColumns = useLastColumns<Row>(
    ({ partner, person }) => (partner ?? person)?.office.name,
    (row) => ({ who: row.person ? "person" : "partner", id: row.id, name: nameOf(row) }),
  );
  return (
    <ListPage
      title={t`Never thanked`}
      texts={{
        counted: (count) => plural(count, { one: "# partner or person", other: "# partners and people" }),
        noneMatch: t`Everybody was thanked under these filters`,
        none: t`Everybody was thanked`,
      }}
      newPath={null}
      actions={switcher}
      isFiltered={countFilters(filter) > 0}
      query={query}
      columns={[...columns(), ...lastColumns]}
      linkOf={({ id, person }) => recordPath(person ? "PERSON" : "PARTNER", id)}
      sort={sort}
      onSort={setSort}
      filters={
        <ExplainedFilters
          explanation={
            <Trans>
              Partners and people who recognised us, spoke about our work or completed a collaboration with us, and whom
              we never recognised.
            </Trans>
          }
        >
          <FilterBar<WithoutWords<NeverThankedFilter>> filter={filter} setFilter={setFilter} emptyFilter={{}}>
            <Filters filter={filter} setFilter={setFilter} />
          </FilterBar>
        </ExplainedFilters>
      }
    />
  );
}
