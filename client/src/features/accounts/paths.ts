import type { UserFilter } from "@concord/shared/rules/accounts";
import { ROLE_LABELS, USER_STATUS_LABELS } from "@concord/shared/vocabularies";
import { codes, type FilterAddress, ids, pathWithFilter, words } from "../../ui/url-state.ts";

/** The list's address: `/users?role=LEADERSHIP&status=DEACTIVATED`. */
export const userAddress: FilterAddress<UserFilter> = {
  text: words,
  role: codes(ROLE_LABELS),
  office: ids,
  status: codes(USER_STATUS_LABELS),
};

export function usersPath(filter: UserFilter): string {
  return pathWithFilter("/users", filter);
}

export function userPath(id: string): string {
  return `/users/${id}`;
}
