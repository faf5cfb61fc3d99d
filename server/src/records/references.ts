import type { FieldIssue } from "@concord/shared/rules/check";
import sql, { join, raw, type Sql } from "sql-template-tag";
import { policies } from "../access/policies.ts";
import type { RecordRow } from "../database/columns.ts";
import type { Reader } from "../database/database.ts";
import { textOf } from "../database/rows.ts";
import type { RecordDefinition, Reference } from "./record.ts";
import { whereThere } from "./scope.ts";
import type { Viewing } from "./viewing.ts";

const NOUNS: Record<Reference["kind"], string> = {
  PARTNER: "partner",
  PERSON: "person",
  COLLABORATION: "collaboration",
  RECOGNITION: "recognition",
  STATEMENT: "statement",
  OFFICE: "office",
  USER: "user",
};

/** What a record newly refers to and the viewer cannot find; what it referred to before may have gone since. */
export async function missingReferences<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  reader: Reader,
  definition: RecordDefinition<Row, Values>,
  values: Values,
  before: Values | null,
): Promise<FieldIssue[]> {
  const known = new Set(before ? definition.references(before).map(keyOf) : []);
  const added = definition.references(values).filter((reference) => !known.has(keyOf(reference)));
  const kinds = [...new Set(added.map((reference) => reference.kind))];
  const found = new Map<string, Set<string>>();
  for (const kind of kinds) {
    const ids = [...new Set(added.filter((reference) => reference.kind === kind).map((reference) => reference.id))];
    found.set(kind, await findable(viewing, reader, kind, ids));
  }
  return added
    .filter((reference) => !found.get(reference.kind)?.has(reference.id))
    .map((reference) => ({
      path: reference.path,
      message: `There is no ${NOUNS[reference.kind]} with the id "${reference.id}". Choose one that is there.`,
    }));
}

/** Which of these collaborations the viewer may know of. */
export function readableLinks(viewing: Viewing, reader: Reader, ids: readonly string[]): Promise<Set<string>> {
  return findable(viewing, reader, "COLLABORATION", ids);
}

async function findable(
  viewing: Viewing,
  reader: Reader,
  kind: Reference["kind"],
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await reader.raw(findQuery(viewing, kind, ids));
  return new Set(rows.map((row) => textOf(row, "id")));
}

function findQuery(viewing: Viewing, kind: Reference["kind"], ids: readonly string[]): Sql {
  if (kind === "OFFICE") return sql`SELECT t.id FROM offices t WHERE t.id IN (${join(ids)})`;
  if (kind === "USER") return sql`SELECT t.id FROM users t WHERE t.id IN (${join(ids)})`;
  const { table, policy } = policies[kind];
  return sql`SELECT t.id FROM ${raw(table)} t WHERE t.id IN (${join(ids)}) AND ${whereThere(viewing.viewer, policy, "t")}`;
}

function keyOf(reference: Reference): string {
  return `${reference.kind} ${reference.id}`;
}
