import * as z from "zod";
import { LIMITS } from "../limits.ts";
import { isWhollyBefore } from "../partial-date.ts";
import type { FieldIssue } from "./check.ts";
import {
  emailAddress,
  line,
  listOf,
  newId,
  optional,
  paragraphs,
  partialDate,
  reference,
  required,
  shown,
} from "./fields.ts";
import { externalIdIssues, externalIds, filterFlag, filterIds, filterText, office, presence } from "./records.ts";

const positionRule = z.object({
  partner: reference("The partner of a position"),
  title: line("The title of a position", LIMITS.name),
  rank: optional(line("The rank", LIMITS.name)).create,
  from: optional(partialDate).create,
  to: optional(partialDate).create,
});
export type PositionValues = z.output<typeof positionRule>;

const fields = {
  name: required(line("The name", LIMITS.name)),
  aliases: listOf("Other names", line("Another name", LIMITS.name), LIMITS.aliases),
  positions: listOf("Positions", positionRule, LIMITS.positions),
  email: optional(emailAddress),
  externalIds,
  notes: optional(paragraphs("The notes", LIMITS.notes)),
  office,
};

export const createPersonRule = z.object({
  id: newId,
  name: fields.name.create,
  aliases: fields.aliases.create,
  positions: fields.positions.create,
  email: fields.email.create,
  externalIds: fields.externalIds.create,
  notes: fields.notes.create,
  office: fields.office.create,
});

export const updatePersonRule = z.object({
  name: fields.name.update,
  aliases: fields.aliases.update,
  positions: fields.positions.update,
  email: fields.email.update,
  externalIds: fields.externalIds.update,
  notes: fields.notes.update,
  office: fields.office.update,
});

/** A person, whole, in the shape of its input. */
export interface PersonValues extends Omit<z.output<typeof createPersonRule>, "id" | "office"> {
  readonly office: string;
}

/** Rules between the fields of a person. */
export function personConsistency(values: Partial<Pick<PersonValues, "positions" | "externalIds">>): FieldIssue[] {
  const positions = (values.positions ?? []).flatMap((position, index) =>
    position.from && position.to && isWhollyBefore(position.to, position.from)
      ? [
          {
            path: `positions.${index}.to`,
            message: `The position ends at ${shown(position.to)}, before it begins at ${shown(position.from)}. Exchange the two.`,
          },
        ]
      : [],
  );
  return [...positions, ...externalIdIssues(values)];
}

export const personFilterRule = z.object({
  text: filterText,
  partner: filterIds("A partner"),
  office: filterIds("An office"),
  current: filterFlag,
  presence,
});
export type PersonFilter = z.output<typeof personFilterRule>;
