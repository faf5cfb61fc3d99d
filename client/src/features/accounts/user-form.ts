import { inviteUserRule } from "@concord/shared/rules/accounts";
import { checkInput } from "@concord/shared/rules/check";
import type { Role } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import type { UserFieldsFragment } from "../../generated/graphql.ts";
import { rememberName } from "../../ui/known-names.ts";

/** What the form of a user holds, in the shape of the input. */
export type UserFormValues = {
  name: string;
  email: string;
  role: Role | null;
  office: string | null;
};

export const userLabels = (): Readonly<Record<keyof UserFormValues, string>> => ({
  name: t`Name`,
  email: t`E-mail`,
  role: t`Role`,
  office: t`Office`,
});

export const newUser: UserFormValues = { name: "", email: "", role: null, office: null };

export function userValues({ name, email, role, office }: UserFieldsFragment): UserFormValues {
  rememberName(office);
  return { name, email, role, office: office.id };
}

export function checkUser(values: UserFormValues) {
  const checked = checkInput(inviteUserRule, values);
  if (!checked.ok) return checked;
  const { id: _id, ...input } = checked.value;
  return { ok: true as const, value: input };
}
