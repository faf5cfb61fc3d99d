import { useQuery } from "@apollo/client/react";
import { IMPORT_KIND_LABELS } from "@concord/shared/vocabularies";
import { plural, t } from "@lingui/core/macro";
import { ImportsDocument, type ImportsQuery } from "../../generated/graphql.ts";
import type { Column } from "../../ui/data-table.tsx";
import { InstantText } from "../../ui/dates.tsx";
import { LIST_PAGE_SIZE } from "../../ui/list-frame.tsx";
import { ListPage } from "../../ui/list-page.tsx";
import { wordsOf } from "../../ui/words.ts";
import { countsText } from "./counts.ts";
import { StateBadge } from "./import-badges.tsx";
import { importPath, NEW_IMPORT_PATH } from "./paths.ts";

type Row = ImportsQuery["imports"]["edges"][number]["node"];

const columns = (): readonly Column<Row, "CREATED_AT">[] => [
  { id: "file", header: t`File`, width: "minmax(0, 2fr)", cell: (row) => row.fileName },
  {
    id: "kind",
    header: t({ message: t`Of`, context: "what a file holds" }),
    width: "minmax(0, 1fr)",
    cell: (row) => wordsOf(IMPORT_KIND_LABELS)[row.kind],
  },
  { id: "state", header: t`State`, width: "minmax(0, 1.4fr)", cell: (row) => <StateBadge value={row.state} /> },
  { id: "rows", header: t`Rows`, width: "minmax(0, 2fr)", cell: (row) => countsText(row) },
  {
    id: "by",
    wideOnly: true,
    header: t({ message: t`By`, context: "who did it" }),
    width: "minmax(0, 1fr)",
    cell: (row) => row.by.name,
  },
  { id: "at", header: t`When`, width: "minmax(0, 1.2fr)", cell: (row) => <InstantText value={row.createdAt} /> },
];

/** The imports of whoever looks; for administrators, of all. */
export function ImportListPage() {
  const { data, loading, error, refetch, fetchMore } = useQuery(ImportsDocument, {
    variables: { first: LIST_PAGE_SIZE },
  });
  return (
    <ListPage
      title={t`Imports`}
      texts={{
        counted: (count) => plural(count, { one: "# import", other: "# imports" }),
        add: t`New import`,
        noneMatch: t`No imports match these filters`,
        none: t`No imports yet`,
      }}
      newPath={NEW_IMPORT_PATH}
      filters={null}
      isFiltered={false}
      query={{
        data: data?.imports,
        loading,
        error,
        refetch: () => void refetch(),
        fetchMore,
      }}
      columns={columns()}
      linkOf={(row) => importPath(row.id)}
      sort={{ field: "CREATED_AT", direction: "DESC" }}
      onSort={() => undefined}
    />
  );
}
