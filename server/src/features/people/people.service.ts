import { parsePartialDate } from "@concord/shared/partial-date";
import { given } from "@concord/shared/rules/fields";
import {
  createPersonRule,
  type PersonValues,
  personConsistency,
  personFilterRule,
  updatePersonRule,
} from "@concord/shared/rules/people";
import sql, { join } from "sql-template-tag";
import type { Reader } from "../../database/database.ts";
import { parseInput, parseListArguments } from "../../records/input.ts";
import { list } from "../../records/list.ts";
import type { Viewing } from "../../records/viewing.ts";
import { createRecord, updateRecord } from "../../records/write.ts";
import { type Person, type PersonPage, type PositionRow, personEntity, positionEntity } from "./people.entity.ts";
import { type PersonOrderField, peopleOfPartner, personList } from "./people.list.ts";
import { personRecord } from "./people.record.ts";

/** A new person as it was sent, for the viewer's own office where the input names none. @throws BAD_USER_INPUT */
export function newPerson(viewing: Viewing, input: unknown): { id: string | undefined; values: PersonValues } {
  const { id, office, ...values } = parseInput(createPersonRule, input, personConsistency);
  return { id, values: { ...values, office: office ?? viewing.viewer.officeId } };
}

/** Adds a person. */
export async function addPerson(viewing: Viewing, input: unknown): Promise<Person> {
  const { id, values } = newPerson(viewing, input);
  return createRecord(viewing, personRecord, values, id);
}

/** Changes a person; what the input leaves out stays. */
export async function changePerson(viewing: Viewing, id: string, version: number, input: unknown): Promise<Person> {
  return updateRecord(viewing, personRecord, id, version, given(parseInput(updatePersonRule, input)));
}

type RawListArguments = Parameters<typeof parseListArguments<typeof personFilterRule.shape, PersonOrderField>>[1];

/** People whom the viewer may read of. */
export async function listPeople(viewing: Viewing, raw: RawListArguments): Promise<PersonPage> {
  return list(viewing, personList, parseListArguments(personFilterRule, raw));
}

/** People who hold or held a position at a partner. */
export function listPeopleOfPartner(viewing: Viewing, partnerId: string, raw: RawListArguments): Promise<PersonPage> {
  return peopleOfPartner(viewing, partnerId, parseListArguments(personFilterRule, raw));
}

/** Who a person was at some time: the name with the rank borne then, the title, and the partner. */
export interface Speaker {
  readonly name: string;
  readonly rank: string | null;
  readonly title: string | null;
  readonly partnerId: string | null;
}

/**
 * Who people were at a date, or are now where there is none, by the positions that are known; by person id.
 * @param date EDTF text
 */
export async function speakersAt(
  reader: Reader,
  personIds: readonly string[],
  date: string | null,
): Promise<Map<string, Speaker>> {
  if (personIds.length === 0) return new Map();
  const people = await reader.find(personEntity, sql`SELECT * FROM people WHERE id IN (${join([...personIds])})`);
  const positions = await reader.find(
    positionEntity,
    sql`SELECT * FROM positions WHERE person_id IN (${join([...personIds])}) ORDER BY person_id, position`,
  );
  return new Map(
    people.map((person) => {
      const position = positionAt(
        positions.filter((row) => row.personId === person.id),
        date,
      );
      return [
        person.id,
        {
          name: person.name,
          rank: position?.rankTitle ?? null,
          title: position?.title ?? null,
          partnerId: position?.partnerId ?? null,
        },
      ];
    }),
  );
}

/** The position held at a date: one that may have been held then, else the newest. */
function positionAt(positions: readonly PositionRow[], date: string | null): PositionRow | undefined {
  const at = date === null ? undefined : parsePartialDate(date);
  if (!at) return positions[0];
  const held = positions.find(
    (row) => (row.fromFirst === "" || row.fromFirst <= at.last) && (row.toLast === "" || row.toLast >= at.first),
  );
  return held ?? positions[0];
}
