import { ROLE_LABELS, USER_STATUS_LABELS } from "@concord/shared/vocabularies";
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { Link } from "react-router";
import { type UserFieldsFragment, UsersDocument } from "../../generated/graphql.ts";
import { CodeMultiSelect } from "../../ui/code-select.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { countFilters, FilterBar, someOf } from "../../ui/filter-bar.tsx";
import { ListPage } from "../../ui/list-page.tsx";
import { listReading, useUrlList } from "../../ui/use-list.ts";
import { wordsOf } from "../../ui/words.ts";
import { OfficeMultiSelect } from "../offices/office-select.tsx";
import { userAddress, userPath } from "./paths.ts";
import { LastSignIn, oneTimeCodesText, UserStatusBadge } from "./user-facts.tsx";

const SORTS = ["NAME"] as const;

const usersReading = listReading({
  document: UsersDocument,
  pick: (data) => data.users,
  address: userAddress,
  sorts: SORTS,
  sort: { field: "NAME", direction: "ASC" },
});

const columns = (): readonly Column<UserFieldsFragment, (typeof SORTS)[number]>[] => [
  { id: "name", header: t`Name`, sort: "NAME", width: "minmax(0, 2fr)", cell: (row) => row.name },
  { id: "email", header: t`E-mail`, width: "minmax(0, 2.5fr)", cell: (row) => row.email },
  { id: "role", header: t`Role`, width: "minmax(0, 1.5fr)", cell: (row) => wordsOf(ROLE_LABELS)[row.role] },
  { id: "office", header: t`Office`, width: "minmax(6.5rem, 1fr)", cell: (row) => row.office.name },
  { id: "status", header: t`Status`, width: "7rem", cell: (row) => <UserStatusBadge value={row.status} /> },
  { id: "seen", header: t`Last sign-in`, width: "minmax(0, 1.5fr)", cell: (row) => <LastSignIn {...row} /> },
  { id: "codes", header: t`One-time codes`, width: "8rem", cell: oneTimeCodesText },
];

export function UserListPage() {
  const { filter, sort, setFilter, setSort, query } = useUrlList(usersReading);
  return (
    <ListPage
      title={t`Users`}
      texts={{
        counted: (count) => plural(count, { one: "# user", other: "# users" }),
        noneMatch: t`No users match these filters`,
        none: t`No users yet`,
      }}
      newPath={null}
      actions={
        <Button component={Link} to="/users/new" leftSection={<IconUserPlus size={16} aria-hidden />}>
          <Trans>Invite a user</Trans>
        </Button>
      }
      isFiltered={countFilters(filter) > 0 || Boolean(filter.text)}
      query={query}
      columns={columns()}
      linkOf={(row) => userPath(row.id)}
      sort={sort}
      onSort={setSort}
      filters={
        <FilterBar filter={filter} setFilter={setFilter} emptyFilter={{}} placeholder={t`Name or e-mail`}>
          <CodeMultiSelect label={t`Role`} labels={ROLE_LABELS} {...someOf(filter, setFilter, "role")} />
          <OfficeMultiSelect {...someOf(filter, setFilter, "office")} />
          <CodeMultiSelect
            label={t`Status`}
            labels={USER_STATUS_LABELS}
            placeholder={t`Invited and active`}
            {...someOf(filter, setFilter, "status")}
          />
        </FilterBar>
      }
    />
  );
}
