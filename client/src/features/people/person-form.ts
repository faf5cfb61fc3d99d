import { checkInput } from "@concord/shared/rules/check";
import { createPersonRule, personConsistency } from "@concord/shared/rules/people";
import type { PersonFieldsFragment } from "../../generated/graphql.ts";
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
  notes: string | null;
  office: string;
};

export const PERSON_LABELS: Readonly<Record<keyof PersonFormValues, string>> = {
  name: "Name",
  aliases: "Other names",
  positions: "Positions",
  notes: "Notes",
  office: "Responsible office",
};

export function newPosition(partner: string | null): PositionFormValues {
  return { partner, title: "", rank: null, from: null, to: null };
}

export function newPerson(office: string, partner: string | null): PersonFormValues {
  return { name: "", aliases: [], positions: partner ? [newPosition(partner)] : [], notes: null, office };
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
