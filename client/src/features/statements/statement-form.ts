import { checkInput } from "@concord/shared/rules/check";
import {
  createStatementRule,
  NOT_ASKED,
  type Permission,
  statementConsistency,
} from "@concord/shared/rules/statements";
import type { Confidentiality, FocusArea } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import type { StatementFieldsFragment } from "../../generated/graphql.ts";
import { rememberName } from "../../ui/known-names.ts";
import type { SourceValues } from "../../ui/sources-input.tsx";

/** What the form of a statement holds, in the shape of the input. */
export type StatementFormValues = {
  text: string;
  language: string;
  translation: string | null;
  date: string | null;
  occasion: string | null;
  source: SourceValues | null;
  permission: Permission;
  ours: boolean;
  person: string | null;
  partner: string | null;
  speakerName: string | null;
  speakerTitle: string | null;
  about: string[];
  focusAreas: FocusArea[];
  confidentiality: Confidentiality;
  members: string[];
  office: string;
};

export const statementLabels = (): Readonly<Record<keyof StatementFormValues, string>> => ({
  text: t`Words`,
  language: t`Language`,
  translation: t`Translation`,
  date: t`Date`,
  occasion: t`Occasion`,
  source: t`Source`,
  permission: t`Permission to publish`,
  ours: t`One of us says it`,
  person: t`Person`,
  partner: t({ message: "For", context: "for whom somebody spoke" }),
  speakerName: t`Speaker's name then`,
  speakerTitle: t`Speaker's title then`,
  about: t`About`,
  focusAreas: t`Focus areas`,
  confidentiality: t`Confidentiality`,
  members: t`Named members`,
  office: t`Responsible office`,
});

export function newStatement(office: string, partner: string | null): StatementFormValues {
  return {
    text: "",
    language: "en",
    translation: null,
    date: null,
    occasion: null,
    source: null,
    permission: NOT_ASKED,
    ours: false,
    person: null,
    partner,
    speakerName: null,
    speakerTitle: null,
    about: [],
    focusAreas: [],
    confidentiality: "INTERNAL",
    members: [],
    office,
  };
}

export function statementValues(statement: StatementFieldsFragment): StatementFormValues {
  rememberName(statement.person);
  rememberName(statement.partner);
  rememberName(statement.office);
  for (const { id, title } of statement.about) rememberName({ id, name: title });
  for (const member of statement.members) rememberName(member);
  const {
    text,
    language,
    translation,
    date,
    occasion,
    source,
    permission,
    ours,
    speakerName,
    speakerTitle,
    confidentiality,
  } = statement;
  return {
    text,
    language,
    translation,
    date,
    occasion,
    source: source && { title: source.title, url: source.url, date: source.date },
    permission: { status: permission.status, by: permission.by, date: permission.date, note: permission.note },
    ours,
    person: statement.person?.id ?? null,
    partner: statement.partner?.id ?? null,
    speakerName,
    speakerTitle,
    about: statement.about.map((collaboration) => collaboration.id),
    focusAreas: [...statement.focusAreas],
    confidentiality,
    members: statement.members.map((member) => member.id),
    office: statement.office.id,
  };
}

export function checkStatement(values: StatementFormValues) {
  const checked = checkInput(createStatementRule, values, statementConsistency);
  if (!checked.ok) return checked;
  const { id: _id, ...input } = checked.value;
  return { ok: true as const, value: input };
}
