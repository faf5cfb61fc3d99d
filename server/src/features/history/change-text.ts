import sql, { join, raw } from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import { textOf } from "../../database/rows.ts";
import { defineLoader } from "../../records/loader.ts";
import { whereReadable } from "../../records/scope.ts";
import type { Viewing } from "../../records/viewing.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const GONE = "(removed)";

/** Where a name is found by an id: the tables without access rules, and those with them. */
const NAMES = [
  { table: "offices", name: "name", policy: null },
  { table: "users", name: "name", policy: null },
  { table: "partners", name: "name", policy: policies.PARTNER.policy },
  { table: "people", name: "name", policy: policies.PERSON.policy },
  { table: "collaborations", name: "title", policy: policies.COLLABORATION.policy },
] as const;

/** The name of whatever has the id, as far as the viewer may know it. */
const nameOf = defineLoader<string, string>(async (viewing, ids) => {
  const names = new Map<string, string>();
  for (const { table, name, policy } of NAMES) {
    const scope = policy ? whereReadable(viewing.viewer, policy, "t") : sql`1 = 1`;
    const rows = await viewing.database.raw(
      sql`SELECT t.id, t.${raw(name)} AS name FROM ${raw(table)} t WHERE t.id IN (${join([...ids])}) AND ${scope}`,
    );
    for (const row of rows) names.set(textOf(row, "id"), textOf(row, "name"));
  }
  return ids.map((id) => names.get(id) ?? GONE);
});

/** A stored value as people read it: ids as names, lists joined with "; ", the parts of an item with ", ". */
export async function changeText(viewing: Viewing, value: unknown): Promise<string | null> {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return UUID.test(value) ? nameOf(viewing, value) : value;
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return joined(viewing, value, "; ");
  return "us" in value ? "us" : joined(viewing, Object.values(value), ", ");
}

async function joined(viewing: Viewing, values: readonly unknown[], separator: string): Promise<string | null> {
  const texts = await Promise.all(values.filter((value) => value !== false).map((value) => changeText(viewing, value)));
  return texts.filter((text) => text !== null).join(separator) || null;
}
