import type { AuditFilter } from "@concord/shared/rules/audit";
import { AUDIT_ACTION_LABELS } from "@concord/shared/vocabularies";
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { AuditLogDocument } from "../../generated/graphql.ts";
import { CodeMultiSelect } from "../../ui/code-select.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { InstantText } from "../../ui/dates.tsx";
import { countFilters, FilterBar, someOf } from "../../ui/filter-bar.tsx";
import { rememberName } from "../../ui/known-names.ts";
import { ListPage } from "../../ui/list-page.tsx";
import { PeriodFilter } from "../../ui/period-filter.tsx";
import { listReading, useUrlList } from "../../ui/use-list.ts";
import { UserMultiSelect } from "../accounts/member-select.tsx";
import { About, Action, type AuditEntry, Details, FromWhere, Who } from "./audit-entry.tsx";
import { auditAddress, auditExportPath } from "./paths.ts";
import { SubjectSelect } from "./subject-select.tsx";

/** The log is not searched by words. */
type WithoutWords = AuditFilter & { readonly text?: undefined };

/** The log has one order, the newest first. */
const SORTS = ["AT"] as const;

const auditReading = listReading({
  document: AuditLogDocument,
  pick: (data) => data.auditLog,
  address: auditAddress,
  sorts: SORTS,
  sort: { field: "AT", direction: "DESC" },
});

const columns = (): readonly Column<AuditEntry, (typeof SORTS)[number]>[] => [
  { id: "at", header: t`When`, width: "minmax(0, 1.2fr)", cell: (row) => <InstantText value={row.at} /> },
  { id: "who", header: t`Who`, width: "minmax(0, 1.2fr)", cell: (row) => <Who {...row} /> },
  { id: "action", header: t`What`, width: "minmax(11.5rem, 1.5fr)", cell: (row) => <Action action={row.action} /> },
  { id: "subject", header: t`About`, width: "minmax(0, 1.8fr)", cell: (row) => <About subject={row.subject} /> },
  { id: "details", header: t`Details`, width: "minmax(0, 3fr)", cell: (row) => <Details {...row} /> },
  { id: "from", header: t`From where`, width: "minmax(0, 1.4fr)", cell: (row) => <FromWhere {...row} /> },
];

export function AuditLogPage() {
  const { filter, sort, setFilter, setSort, query } = useUrlList(auditReading);
  for (const { node } of query.data?.edges ?? []) {
    rememberName(node.by);
    if (node.subject?.name) rememberName({ id: node.subject.id, name: node.subject.name });
  }
  return (
    <ListPage
      title={t`Audit log`}
      texts={{
        counted: (count) => plural(count, { one: "# entry", other: "# entries" }),
        noneMatch: t`No entries match these filters`,
        none: t`No entries yet`,
      }}
      newPath={null}
      actions={
        <Button
          component="a"
          href={auditExportPath(filter)}
          download
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          <Trans>Export as CSV</Trans>
        </Button>
      }
      isFiltered={countFilters(filter) > 0}
      query={query}
      columns={columns()}
      linkOf={() => null}
      sort={sort}
      onSort={setSort}
      filters={
        <FilterBar<WithoutWords> filter={filter} setFilter={setFilter} emptyFilter={{}}>
          <CodeMultiSelect label={t`Action`} labels={AUDIT_ACTION_LABELS} {...someOf(filter, setFilter, "action")} />
          <UserMultiSelect label={t`Who`} {...someOf(filter, setFilter, "user")} />
          <SubjectSelect {...someOf(filter, setFilter, "subject")} />
          <PeriodFilter filter={filter} setFilter={setFilter} />
          <Text size="sm" c="dimmed" mt={{ base: 0, sm: 32 }}>
            <Trans>Days begin and end in UTC.</Trans>
          </Text>
        </FilterBar>
      }
    />
  );
}
