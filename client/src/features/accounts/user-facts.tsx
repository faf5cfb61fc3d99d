import { USER_STATUS_LABELS, type UserStatus } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Badge } from "@mantine/core";
import type { UserFieldsFragment } from "../../generated/graphql.ts";
import { InstantText } from "../../ui/dates.tsx";
import { wordsOf } from "../../ui/words.ts";

export function UserStatusBadge({ value }: { readonly value: UserStatus }) {
  return (
    <Badge variant={value === "ACTIVE" ? "filled" : "outline"} color={value === "ACTIVE" ? "teal" : "gray"}>
      {wordsOf(USER_STATUS_LABELS)[value]}
    </Badge>
  );
}

/** When a user last signed in. */
export function LastSignIn({ account }: Pick<UserFieldsFragment, "account">) {
  return account?.lastSignInAt ? <InstantText value={account.lastSignInAt} /> : t`Never`;
}

export function oneTimeCodesText({ account }: Pick<UserFieldsFragment, "account">): string {
  return account?.oneTimeCodes ? t`On` : t`Off`;
}
