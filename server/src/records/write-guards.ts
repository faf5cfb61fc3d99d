import sql from "sql-template-tag";
import type { RecordRow } from "../database/columns.ts";
import type { Transaction } from "../database/database.ts";
import { badInput, Failure, forbidden, notFound } from "../errors.ts";
import { historyEntity } from "./history.entity.ts";
import type { RecordDefinition } from "./record.ts";
import { missingReferences, readableLinks } from "./references.ts";
import { tableOf, whereReadable } from "./scope.ts";
import { userIdOf, type Viewing } from "./viewing.ts";

/** What a write asks before it writes: who may, under which version, by which rules, and what stays hidden. */

/**
 * A record that is there and that the viewer may edit, under the version that they saw; null stands for the present one.
 * @throws NOT_FOUND, FORBIDDEN, CONFLICT with the current record
 */
export async function editRecord<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  transaction: Transaction,
  definition: RecordDefinition<Row, Values>,
  id: string,
  version: number | null,
): Promise<{ row: Row; values: Values }> {
  const record = await editableRecord(viewing, transaction, definition, id, "PRESENT");
  if (version !== null) await refuseOldVersion(viewing, transaction, definition, record.row, record.values, version);
  return record;
}

/** What an earlier request with this id made, where it was the same; a conflict where it was another. */
export async function sameRequest<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  transaction: Transaction,
  definition: RecordDefinition<Row, Values>,
  id: string,
  hash: string,
): Promise<Row | undefined> {
  const [made] = await transaction.find(
    historyEntity,
    sql`SELECT * FROM history WHERE record_id = ${id} AND action = 'CREATE' AND link_id IS NULL`,
  );
  if (!made) return undefined;
  const [row] = await transaction.find(
    definition.entity,
    sql`SELECT t.* FROM ${tableOf(definition.entity)} t WHERE t.id = ${id} AND t.deleted_at IS NULL
        AND ${whereReadable(viewing.viewer, definition.policy, "t")}`,
  );
  if (row && made.userId === userIdOf(viewing.viewer) && made.requestHash === hash) return row;
  throw new Failure(
    "CONFLICT",
    `The id "${id}" is taken by something else. Make a new one, or leave the id out.`,
    row ? { current: await visibleSnapshot(viewing, transaction, definition, row) } : {},
  );
}

/** A record that the viewer may edit, perhaps in the trash. @throws NOT_FOUND, FORBIDDEN */
export async function editableRecord<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  transaction: Transaction,
  definition: RecordDefinition<Row, Values>,
  id: string,
  presence: "PRESENT" | "ANYWHERE",
): Promise<{ row: Row; values: Values }> {
  const [row] = await transaction.find(
    definition.entity,
    sql`SELECT t.* FROM ${tableOf(definition.entity)} t WHERE t.id = ${id}
        AND ${whereReadable(viewing.viewer, definition.policy, "t")}`,
  );
  if (!row) throw notFound(definition.noun, id);
  const values = await valuesOf(transaction, definition, row);
  const mayEdit = definition.policy.edit.allows(viewing.viewer, definition.facts(values));
  if (row.deletedAt !== null && (presence === "PRESENT" || !mayEdit)) throw notFound(definition.noun, id);
  if (!mayEdit) {
    throw forbidden(`You may read this ${definition.noun}, but not change it. Ask its office or an administrator.`);
  }
  return { row, values };
}

async function valuesOf<Row extends RecordRow, Values extends object>(
  transaction: Transaction,
  definition: RecordDefinition<Row, Values>,
  row: Row,
): Promise<Values> {
  const [values] = await definition.read(transaction, [row]);
  if (!values) throw new Error(`The ${definition.noun} ${row.id} could not be read back.`);
  return values;
}

/** Every rule at once: those of the whole record, and that what it refers to is there. */
export async function checked<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  transaction: Transaction,
  definition: RecordDefinition<Row, Values>,
  input: Values,
  before: Values | null,
  id: string,
): Promise<Values> {
  const issues = [
    ...definition.consistency(input, id),
    ...(await missingReferences(viewing, transaction, definition, input, before)),
  ];
  if (issues.length > 0) throw badInput(issues);
  return definition.complete ? definition.complete(viewing, transaction, input, id) : input;
}

/** Whoever logs something restricted for another office stays able to read it. */
export function withCreatorAsMember<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  definition: RecordDefinition<Row, Values>,
  values: Values,
): Values {
  const facts = definition.facts(values);
  if (definition.policy.read.allows(viewing.viewer, facts) || !("members" in values)) return values;
  return { ...values, members: [...facts.memberIds, viewing.viewer.id] };
}

/** The links that the viewer may not know of stay, where the viewer replaces the list. */
export async function withHiddenLinks<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  transaction: Transaction,
  definition: RecordDefinition<Row, Values>,
  before: Values,
  patched: Values,
): Promise<Values> {
  let result = patched;
  for (const link of definition.links) {
    const stored = link.get(before);
    if (stored.length === 0) continue;
    const readable = await readableLinks(viewing, transaction, stored);
    const wanted = link.get(patched);
    // The order of the stored list is kept, so that a form that sends back what it was shown changes nothing.
    const kept = stored.filter((id) => !readable.has(id) || wanted.includes(id));
    result = link.set(result, [...kept, ...wanted.filter((id) => !stored.includes(id))]);
  }
  return result;
}

async function refuseOldVersion<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  transaction: Transaction,
  definition: RecordDefinition<Row, Values>,
  row: Row,
  values: Values,
  version: number,
): Promise<void> {
  if (row.version === version) return;
  throw new Failure(
    "CONFLICT",
    `Somebody else changed this ${definition.noun}: you sent version ${version}, it is now at version ${row.version}. Compare the two and save again.`,
    { current: await visibleSnapshot(viewing, transaction, definition, row, values) },
  );
}

/** A record in the shape of its input without the links that the viewer may not know of. */
async function visibleSnapshot<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  transaction: Transaction,
  definition: RecordDefinition<Row, Values>,
  row: Row,
  known?: Values,
): Promise<Readonly<Record<string, unknown>>> {
  let values = known ?? (await valuesOf(transaction, definition, row));
  for (const link of definition.links) {
    const readable = await readableLinks(viewing, transaction, link.get(values));
    values = link.set(
      values,
      link.get(values).filter((id) => readable.has(id)),
    );
  }
  return { id: row.id, version: row.version, ...values };
}

/** @throws FORBIDDEN where the viewer may not give it to that office, BAD_USER_INPUT where they could no longer read it */
export function refuseLockOut<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  definition: RecordDefinition<Row, Values>,
  before: Values,
  after: Values,
): void {
  const facts = definition.facts(after);
  if (facts.officeId !== definition.facts(before).officeId && !definition.policy.edit.allows(viewing.viewer, facts)) {
    throw forbidden(`You may not move this ${definition.noun} to another office. Ask an administrator to do it.`);
  }
  if (definition.policy.read.allows(viewing.viewer, facts)) return;
  throw badInput([
    {
      path: "members",
      message: "With this change you could no longer read the record yourself. Keep yourself among the members.",
    },
  ]);
}
