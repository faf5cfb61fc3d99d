import { isDeepStrictEqual } from "node:util";
import { fold, searchWords } from "@concord/shared/fold";
import { given } from "@concord/shared/rules/fields";
import { createOfficeRule, type OfficeFilter, officeFilterRule, updateOfficeRule } from "@concord/shared/rules/offices";
import sql, { join } from "sql-template-tag";
import { v7 } from "uuid";
import type { Transaction } from "../../database/database.ts";
import { badInput, Failure, notFound } from "../../errors.ts";
import { note } from "../../records/audit-log.ts";
import { defineRowLoader } from "../../records/by-id.ts";
import { isOneOf } from "../../records/conditions.ts";
import { changesOf } from "../../records/history.ts";
import { parseInput, parseListArguments } from "../../records/input.ts";
import { type ListDefinition, list } from "../../records/list.ts";
import { assignments } from "../../records/row-writing.ts";
import { actorOf, type Viewing } from "../../records/viewing.ts";
import { type Office, type OfficePage, officeEntity } from "./offices.entity.ts";

const officeList: ListDefinition<Office, OfficeFilter, "NAME"> = {
  entity: officeEntity,
  alias: "o",
  conditions: (_viewer, filter) => [
    // There are few offices: no index of words is kept for them.
    join([sql`1 = 1`, ...searchWords(filter.text ?? "").map((word) => sql`o.name_sort LIKE ${`%${word}%`}`)], " AND "),
    ...isOneOf("o", "country", filter.country),
  ],
  order: { NAME: "nameSort" },
  defaultOrder: { field: "NAME", direction: "ASC" },
};

export const officeById = defineRowLoader(officeEntity);

/** The office of a record or user, which is always there. */
export async function officeOf(viewing: Viewing, officeId: string): Promise<Office> {
  return readOffice(viewing, officeId);
}

export async function readOffice(viewing: Viewing, id: string): Promise<Office> {
  const office = await officeById(viewing, id);
  if (!office) throw notFound("office", id);
  return office;
}

type RawListArguments = Parameters<typeof parseListArguments<typeof officeFilterRule.shape, "NAME">>[1];

export async function listOffices(viewing: Viewing, raw: RawListArguments): Promise<OfficePage> {
  return list(viewing, officeList, parseListArguments(officeFilterRule, raw));
}

/**
 * Adds an office. Who may, the table of the access module says.
 * @throws BAD_USER_INPUT, CONFLICT where the id is taken by another office
 */
export async function addOffice(viewing: Viewing, input: unknown): Promise<Office> {
  const { id = v7(), name, country, city } = parseInput(createOfficeRule, input);
  const office: Office = { id, version: 1, name, nameSort: fold(name), country, city };
  return viewing.database.transaction(async (transaction) => {
    const [made] = await transaction.find(officeEntity, sql`SELECT * FROM offices WHERE id = ${id}`);
    if (made && isDeepStrictEqual(made, office)) return made;
    if (made) throw new Failure("CONFLICT", `The id "${id}" is taken by another office. Make a new one.`);
    await refuseSameName(transaction, office);
    await transaction.insert(officeEntity, [office]);
    const changes = changesOf(null, { name, country, city });
    note(transaction, actorOf(viewing), { action: "CREATE_OFFICE", subject: { kind: "OFFICE", id }, changes });
    return office;
  });
}

/** @throws NOT_FOUND, CONFLICT, BAD_USER_INPUT */
export async function changeOffice(viewing: Viewing, id: string, version: number, input: unknown): Promise<Office> {
  const patch = given(parseInput(updateOfficeRule, input));
  const changed = await viewing.database.transaction(async (transaction) => {
    const [office] = await transaction.find(officeEntity, sql`SELECT * FROM offices WHERE id = ${id}`);
    if (!office) throw notFound("office", id);
    if (office.version !== version) {
      const message = `Somebody else changed this office: you sent version ${version}, it is now at version ${office.version}. Compare the two and save again.`;
      throw new Failure("CONFLICT", message, { current: { ...office } });
    }
    const named = { ...office, ...patch };
    const next = { ...named, nameSort: fold(named.name), version: version + 1 };
    const changes = changesOf(valuesOf(office), valuesOf(next));
    if (changes.length === 0) return office;
    await refuseSameName(transaction, next);
    await transaction.execute(
      sql`UPDATE offices SET ${assignments(officeEntity, office, next)} WHERE id = ${id} AND version = ${version}`,
    );
    note(transaction, actorOf(viewing), { action: "UPDATE_OFFICE", subject: { kind: "OFFICE", id }, changes });
    return next;
  });
  viewing.loaded = {};
  return changed;
}

function valuesOf({ name, country, city }: Office) {
  return { name, country, city };
}

async function refuseSameName(transaction: Transaction, office: Office): Promise<void> {
  const [same] = await transaction.raw(
    sql`SELECT id FROM offices WHERE name_sort = ${office.nameSort} AND id <> ${office.id}`,
  );
  if (!same) return;
  throw badInput([
    { path: "name", message: `There is an office called "${office.name}" already. Choose another name for this one.` },
  ]);
}
