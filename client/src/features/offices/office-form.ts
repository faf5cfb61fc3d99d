import { checkInput } from "@concord/shared/rules/check";
import { createOfficeRule } from "@concord/shared/rules/offices";
import { t } from "@lingui/core/macro";
import type { OfficeFieldsFragment } from "../../generated/graphql.ts";

/** What the form of an office holds, in the shape of the input. */
export type OfficeFormValues = {
  name: string;
  country: string | null;
  city: string | null;
};

export const officeLabels = (): Readonly<Record<keyof OfficeFormValues, string>> => ({
  name: t`Name`,
  country: t`Country`,
  city: t`City`,
});

export const newOffice: OfficeFormValues = { name: "", country: null, city: null };

export function officeValues({ name, country, city }: OfficeFieldsFragment): OfficeFormValues {
  return { name, country, city };
}

export function checkOffice(values: OfficeFormValues) {
  const checked = checkInput(createOfficeRule, values);
  if (!checked.ok) return checked;
  const { id: _id, ...input } = checked.value;
  return { ok: true as const, value: input };
}
