import { fold } from "@concord/shared/fold";
import { given } from "@concord/shared/rules/fields";
import { type PositionValues, updatePersonRule } from "@concord/shared/rules/people";
import { externalIdKey } from "@concord/shared/rules/records";
import * as z from "zod";
import { parseInput } from "../../../records/input.ts";
import { personRecord } from "../../people/people.record.ts";
import { newPerson } from "../../people/people.service.ts";
import type { Said } from "../fields/field.ts";
import { PERSON_FIELDS } from "../fields/person-fields.ts";
import { likeDrafts } from "../likeness.ts";
import { formerName, importedKind, withMore } from "./imported-kind.ts";

const POSITION_PARTS = ["partner", "title", "rank", "from", "to"] as const;

const positionPartsRule = z.object({
  partner: z.string().optional(),
  title: z.string().optional(),
  rank: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
});
type PositionParts = z.output<typeof positionPartsRule>;

/** The name from its parts, and the position from its own. */
function whole(said: Said): Said {
  const { givenName, familyName, name, ...rest } = said;
  const parts = Object.fromEntries(POSITION_PARTS.flatMap((part) => (part in rest ? [[part, rest[part]]] : [])));
  const others = Object.fromEntries(Object.entries(rest).filter(([key]) => !(key in parts)));
  const joined = [givenName, familyName].filter((part) => part !== undefined).join(" ");
  const known = name ?? (joined === "" ? undefined : joined);
  return {
    ...others,
    ...(known === undefined ? {} : { name: known }),
    ...(Object.keys(parts).length > 0 ? { positions: [parts] } : {}),
  };
}

/** A position at the same partner, under the same title where one is told, is the same: the row tells more of it. */
function positionsWith(current: readonly PositionValues[], parts: PositionParts | undefined): readonly object[] {
  if (!parts) return current;
  const same = current.findIndex(
    ({ partner, title }) =>
      partner === parts.partner && (parts.title === undefined || fold(title) === fold(parts.title.trim())),
  );
  if (same < 0) return [...current, parts];
  return current.map((position, index) => (index === same ? { ...position, ...given(parts) } : position));
}

export const personKind = importedKind({
  kind: "PERSON",
  definition: personRecord,
  fields: PERSON_FIELDS,
  hasEmail: true,
  nameColumn: "name",
  nameOf: (values) => values.name,
  whole,
  newRecord: newPerson,
  mark: null,
  findLike: likeDrafts(({ name, aliases, positions }) => ({
    kind: "PERSON",
    ...{ name, aliases },
    partners: [positions].flat().flatMap((position) => positionPartsRule.safeParse(position).data?.partner ?? []),
  })),
  changed(current, said) {
    const parts = positionPartsRule.optional().parse([said["positions"]].flat()[0]);
    const patch = given(
      parseInput(updatePersonRule, { ...said, ...(parts && { positions: positionsWith(current.positions, parts) }) }),
    );
    return {
      ...current,
      ...patch,
      aliases: withMore(current.aliases, [...(patch.aliases ?? []), ...formerName(current.name, patch.name)], fold),
      externalIds: withMore(current.externalIds, patch.externalIds, externalIdKey),
    };
  },
  stored: (values) => given(parseInput(updatePersonRule, values)),
});
