import sql, { join, raw } from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import { textOf } from "../../database/rows.ts";
import type { StoredChange } from "../../records/audit-log.entity.ts";
import { defineLoader } from "../../records/loader.ts";
import { leadsOf } from "../../records/merges.ts";
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
  { table: "recognitions", name: "title", policy: policies.RECOGNITION.policy },
  { table: "statements", name: "speaker_name", policy: policies.STATEMENT.policy },
] as const;

/**
 * The name of whatever has the id, as far as the viewer may know it. What was merged into another record and removed for
 * good bears the name of the one that stayed.
 */
export const nameOf = defineLoader<string, string | null>(async (viewing, ids) => {
  const names = await namesOf(viewing, ids);
  const missing = ids.filter((id) => !names.has(id));
  const leads = missing.length === 0 ? new Map<string, string>() : await leadsOf(viewing.database, missing);
  const further = leads.size === 0 ? names : await namesOf(viewing, [...leads.values()]);
  return ids.map((id) => names.get(id) ?? further.get(leads.get(id) ?? "") ?? null);
});

async function namesOf(viewing: Viewing, ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const { table, name, policy } of NAMES) {
    const scope = policy ? whereReadable(viewing.viewer, policy, "t") : sql`1 = 1`;
    const rows = await viewing.database.raw(
      sql`SELECT t.id, t.${raw(name)} AS name FROM ${raw(table)} t WHERE t.id IN (${join([...ids])}) AND ${scope}`,
    );
    for (const row of rows) names.set(textOf(row, "id"), textOf(row, "name"));
  }
  return names;
}

/** Changes as people read them. */
export function changeTexts(viewing: Viewing, changes: readonly StoredChange[]) {
  return Promise.all(
    changes.map(async ({ field, before, after }) => ({
      field,
      before: await changeText(viewing, before),
      after: await changeText(viewing, after),
    })),
  );
}

/** A stored value as people read it: ids as names, lists joined with "; ", the parts of an item with ", ". */
async function changeText(viewing: Viewing, value: unknown): Promise<string | null> {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return UUID.test(value) ? ((await nameOf(viewing, value)) ?? GONE) : value;
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return joined(viewing, value, "; ");
  if ("us" in value) return "us";
  // The id of an item within a record says nothing to people.
  const { id: _id, ...told } = { id: null, ...value };
  return joined(viewing, Object.values(told), ", ");
}

async function joined(viewing: Viewing, values: readonly unknown[], separator: string): Promise<string | null> {
  const texts = await Promise.all(values.filter((value) => value !== false).map((value) => changeText(viewing, value)));
  return texts.filter((text) => text !== null).join(separator) || null;
}
