import { checkInput } from "@concord/shared/rules/check";
import { createPersonRule, personConsistency } from "@concord/shared/rules/people";
import { t } from "@lingui/core/macro";
import type { DuplicateDraft, PersonFieldsFragment } from "../../generated/graphql.ts";
import type { ExternalIdValues } from "../../ui/external-ids-input.tsx";
import { rememberName } from "../../ui/known-names.ts";

interface PositionFormValues {
  partner: string | null;
  title: string;
  rank: string | null;
  from: string | null;
  to: string | null;
}

/** What the form of a person holds, in the shape of the input. */
export type PersonFormValues = {
  name: string;
  aliases: string[];
  positions: PositionFormValues[];
  email: string | null;
  externalIds: ExternalIdValues[];
  notes: string | null;
  office: string;
};

export const personLabels = (): Readonly<Record<keyof PersonFormValues, string>> => ({
  name: t`Name`,
  aliases: t`Other names`,
  positions: t`Positions`,
  email: t`E-mail`,
  externalIds: t`External ids`,
  notes: t`Notes`,
  office: t`Responsible office`,
});

export function newPosition(partner: string | null): PositionFormValues {
  return { partner, title: "", rank: null, from: null, to: null };
}

export function newPerson(office: string, partner: string | null): PersonFormValues {
  return {
    name: "",
    aliases: [],
    positions: partner ? [newPosition(partner)] : [],
    email: null,
    externalIds: [],
    notes: null,
    office,
  };
}

export function personValues(person: PersonFieldsFragment): PersonFormValues {
  rememberName(person.office);
  for (const position of person.positions) rememberName(position.partner);
  return {
    name: person.name,
    aliases: [...person.aliases],
    positions: person.positions.map(({ partner, title, rank, from, to }) => ({
      partner: partner?.id ?? null,
      title,
      rank,
      from,
      to,
    })),
    email: person.email,
    externalIds: person.externalIds.map(({ system, value }) => ({ system, value })),
    notes: person.notes,
    office: person.office.id,
  };
}

export function checkPerson(values: PersonFormValues) {
  const checked = checkInput(createPersonRule, values, personConsistency);
  if (!checked.ok) return checked;
  const { id: _id, ...input } = checked.value;
  return { ok: true as const, value: input };
}

/** What likely duplicates are looked for by. */
export function personDraft({ name, aliases, positions }: PersonFormValues, id: string | null): DuplicateDraft {
  return { kind: "PERSON", id, name, aliases, partners: positions.flatMap(({ partner }) => partner ?? []) };
}
