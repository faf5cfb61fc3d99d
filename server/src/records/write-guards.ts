import { isDeepStrictEqual } from "node:util";
import sql from "sql-template-tag";
import type { Rule } from "../access/rule.ts";
import type { RecordRow } from "../database/columns.ts";
import type { Reader, Transaction } from "../database/database.ts";
import { badInput, Failure, forbidden, notFound } from "../errors.ts";
import { auditEntity } from "./audit-log.entity.ts";
import { leadOf, mergedAway } from "./merges.ts";
import type { RecordDefinition } from "./record.ts";
import { missingReferences, readableLinks } from "./references.ts";
import { tableOf, whereReadable } from "./scope.ts";
import { refuseTrueNames, textsIn } from "./true-names.ts";
import { actorOf, type Viewing } from "./viewing.ts";
import { versionWithin } from "./visible-version.ts";

/** What a write asks before it writes: who may, under which version, by which rules, and what stays hidden. */

/**
 * A record that is there and that the viewer may edit, under the version that they saw; null stands for the present one.
 * @param mayChange who may, where the change is none that everybody who edits may make
 * @throws NOT_FOUND, FORBIDDEN, CONFLICT with the current record
 */
export async function editRecord<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  transaction: Transaction,
  definition: RecordDefinition<Row, Values>,
  id: string,
  version: number | null,
  mayChange: Rule = definition.policy.edit,
): Promise<{ row: Row; values: Values }> {
  const record = await editableRecord(viewing, transaction, definition, id, "PRESENT", mayChange);
  if (version !== null) await refuseOldVersion(viewing, transaction, definition, record.row, record.values, version);
  return record;
}

/** What an id that the caller wants has been used for already. */
interface EarlierUse<Row> {
  readonly id: string;
  /** The record, where it is of this kind and the viewer finds it. */
  readonly row: Row | null;
  /** Whether the same user asked for the same thing. */
  readonly isSameRequest: boolean;
}

/** Null for an id that was never used, also not by what was removed for good. */
export async function earlierUse<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  transaction: Transaction,
  definition: RecordDefinition<Row, Values>,
  id: string,
  hash: string,
): Promise<EarlierUse<Row> | null> {
  const [made] = await transaction.find(
    auditEntity,
    sql`SELECT * FROM audit_log WHERE record_id = ${id} AND action = 'CREATE' AND link_id IS NULL`,
  );
  if (!made) return null;
  const [row] = await transaction.find(
    definition.entity,
    sql`SELECT t.* FROM ${tableOf(definition.entity)} t WHERE t.id = ${id} AND t.deleted_at IS NULL
        AND ${whereReadable(viewing.viewer, definition.policy, "t")}`,
  );
  const isSameRequest = made.userId === actorOf(viewing).userId && made.requestHash === hash;
  return { id, row: row ?? null, isSameRequest };
}

/**
 * What is hidden, of another kind or gone for good is answered in the same words. That the id is taken cannot be kept
 * from whoever knows it: two records cannot have one.
 */
export async function idTaken<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  transaction: Transaction,
  definition: RecordDefinition<Row, Values>,
  { id, row }: EarlierUse<Row>,
): Promise<Failure> {
  return new Failure(
    "CONFLICT",
    `The id "${id}" is taken by something else. Make a new one, or leave the id out.`,
    row ? { current: await visibleSnapshot(viewing, transaction, definition, row) } : {},
  );
}

/**
 * A record that is there for the viewer, whole, as a transaction sees it.
 * @throws NOT_FOUND, CONFLICT where it was merged into another one
 */
export async function readableRecord<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  transaction: Transaction,
  definition: RecordDefinition<Row, Values>,
  id: string,
  presence: "PRESENT" | "ANYWHERE" = "PRESENT",
): Promise<{ row: Row; values: Values }> {
  const [row] = await transaction.find(
    definition.entity,
    sql`SELECT t.* FROM ${tableOf(definition.entity)} t WHERE t.id = ${id}
        AND ${whereReadable(viewing.viewer, definition.policy, "t")}`,
  );
  if (!row) throw notFound(definition.noun, id);
  if (row.deletedAt !== null && presence === "PRESENT") {
    const keptId = await leadOf(transaction, id);
    throw keptId === undefined ? notFound(definition.noun, id) : mergedAway(definition.noun, keptId);
  }
  return { row, values: await valuesOf(transaction, definition, row) };
}

/** A record that the viewer may edit, perhaps in the trash. @throws NOT_FOUND, FORBIDDEN */
export async function editableRecord<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  transaction: Transaction,
  definition: RecordDefinition<Row, Values>,
  id: string,
  presence: "PRESENT" | "ANYWHERE",
  mayChange: Rule = definition.policy.edit,
): Promise<{ row: Row; values: Values }> {
  const { row, values } = await readableRecord(viewing, transaction, definition, id, presence);
  if (mayChange.allows(viewing.viewer, definition.facts(values))) return { row, values };
  if (row.deletedAt !== null) throw notFound(definition.noun, id);
  throw forbidden(`You may read this ${definition.noun}, but not change it. Ask its office or an administrator.`);
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
  reader: Reader,
  definition: RecordDefinition<Row, Values>,
  input: Values,
  before: Values | null,
  id: string,
): Promise<Values> {
  const issues = [
    ...definition.consistency(input, id),
    ...(await missingReferences(viewing, reader, definition, input, before)),
  ];
  if (issues.length > 0) throw badInput(issues);
  const refuse = (values: Values) =>
    refuseTrueNames(viewing, reader, id, definition.protects(values, id), textsIn(values));
  // First as they were sent, so that a fault stands at its place in the sender's list and not where it is sorted to.
  await refuse(input);
  if (!definition.complete) return input;
  const values = await definition.complete(viewing, reader, input, id, before);
  await refuse(values);
  return values;
}

/**
 * A new record as it will be written.
 * @throws BAD_USER_INPUT with every fault at once, FORBIDDEN
 */
export async function newValues<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  reader: Reader,
  definition: RecordDefinition<Row, Values>,
  input: Values,
  id: string,
): Promise<Values> {
  const values = withCreatorAsMember(viewing, definition, await checked(viewing, reader, definition, input, null, id));
  if (definition.policy.edit.allows(viewing.viewer, definition.facts(values))) return values;
  throw forbidden(
    `You may not add a ${definition.noun} for this office. Choose your own office, or ask an administrator.`,
  );
}

/** A change to a record: some of its values anew, or what becomes of those that the viewer sees. */
export type Patch<Values> = Partial<Values> | ((current: Values) => Values);

/**
 * A changed record as it will be written.
 * @param meant makes of what it names what is meant by it; nothing, where all of it was just found
 * @throws BAD_USER_INPUT with every fault at once, FORBIDDEN
 */
export async function changedValues<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  reader: Reader,
  definition: RecordDefinition<Row, Values>,
  id: string,
  before: Values,
  patch: Patch<Values>,
  meant: (values: Values) => Promise<Values> = (values) => Promise.resolve(values),
): Promise<Values> {
  // The viewer changes the record that they see: what they may not know of is out of reach, and out of every answer.
  const seen = await withoutHiddenLinks(viewing, reader, definition, before);
  const wanted = typeof patch === "function" ? patch(seen) : { ...seen, ...patch };
  const right = await checked(viewing, reader, definition, await meant(wanted), seen, id);
  const after = withHiddenLinks(definition, before, seen, right);
  if (!isDeepStrictEqual(before, after)) refuseLockOut(viewing, definition, before, after);
  return after;
}

/** Whoever logs something restricted for another office stays able to read it. */
function withCreatorAsMember<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  definition: RecordDefinition<Row, Values>,
  values: Values,
): Values {
  const facts = definition.facts(values);
  if (definition.policy.read.allows(viewing.viewer, facts) || !("members" in values)) return values;
  return { ...values, members: [...facts.memberIds, viewing.viewer.id] };
}

/** A record as the viewer knows it: without the links to what they may not know of. */
async function withoutHiddenLinks<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  reader: Reader,
  definition: RecordDefinition<Row, Values>,
  values: Values,
): Promise<Values> {
  let seen = values;
  for (const link of definition.links) {
    const readable = await readableLinks(viewing, reader, link.get(values));
    seen = link.set(
      seen,
      link.get(values).filter((id) => readable.has(id)),
    );
  }
  return seen;
}

/** Puts back the links that the viewer did not see, where the viewer replaced the list. */
function withHiddenLinks<Row extends RecordRow, Values extends object>(
  definition: RecordDefinition<Row, Values>,
  stored: Values,
  seen: Values,
  wanted: Values,
): Values {
  let result = wanted;
  for (const link of definition.links) {
    const [before, shown, after] = [link.get(stored), link.get(seen), link.get(wanted)];
    // The order of the stored list is kept, so that a form that sends back what it was shown changes nothing.
    const kept = before.filter((id) => !shown.includes(id) || after.includes(id));
    result = link.set(result, [...kept, ...after.filter((id) => !before.includes(id))]);
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
  const current = await versionWithin(viewing, transaction, row);
  if (current === version) return;
  throw new Failure(
    "CONFLICT",
    `Somebody else changed this ${definition.noun}: you sent version ${version}, it is now at version ${current}. Compare the two and save again.`,
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
  const values = known ?? (await valuesOf(transaction, definition, row));
  const seen = await withoutHiddenLinks(viewing, transaction, definition, values);
  return { id: row.id, version: await versionWithin(viewing, transaction, row), ...seen };
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
