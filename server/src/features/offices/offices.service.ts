import { searchWords } from "@concord/shared/fold";
import { type OfficeFilter, officeFilterRule } from "@concord/shared/rules/offices";
import sql, { join } from "sql-template-tag";
import { notFound } from "../../errors.ts";
import { defineRowLoader } from "../../records/by-id.ts";
import { isOneOf } from "../../records/conditions.ts";
import { parseListArguments } from "../../records/input.ts";
import { type ListDefinition, list } from "../../records/list.ts";
import type { Viewing } from "../../records/viewing.ts";
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

export async function listOffices(
  viewing: Viewing,
  raw: Parameters<typeof parseListArguments>[1],
): Promise<OfficePage> {
  return list(viewing, officeList, { ...parseListArguments(officeFilterRule, raw), orderBy: null });
}
