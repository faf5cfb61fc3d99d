import { isDeepStrictEqual } from "node:util";
import sql from "sql-template-tag";
import { v7 } from "uuid";
import type { Rule } from "../access/rule.ts";
import type { RecordRow } from "../database/columns.ts";
import type { Transaction } from "../database/database.ts";
import { isDuplicateKey } from "../database/dialect.ts";
import { Failure } from "../errors.ts";
import type { StoredChange } from "./audit-log.entity.ts";
import { changesOf, linkChanges, requestHash, writeHistory } from "./history.ts";
import { leadOn } from "./lead-on.ts";
import { leadOf } from "./merges.ts";
import type { RecordDefinition } from "./record.ts";
import { assignments } from "./row-writing.ts";
import { tableOf } from "./scope.ts";
import { writeSearchTerms } from "./search-terms.ts";
import { notingCaught } from "./true-names.ts";
import { type Actor, actorOf, type Viewing } from "./viewing.ts";
import { rememberLinkWrite } from "./visible-version.ts";
import {
  changedValues,
  earlierUse,
  editableRecord,
  editRecord,
  idTaken,
  newValues,
  type Patch,
} from "./write-guards.ts";

/**
 * Makes a record. The same request sent again with the same `id` answers the record that the first one made.
 * @throws BAD_USER_INPUT with every fault at once, FORBIDDEN, CONFLICT where the id is taken by something else
 */
export async function createRecord<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  definition: RecordDefinition<Row, Values>,
  input: Values,
  wantedId: string | undefined,
): Promise<Row> {
  const make = () =>
    viewing.database.transaction((transaction) => makeRecord(viewing, transaction, definition, input, wantedId));
  try {
    return await notingCaught(viewing, make);
  } catch (error) {
    // Two requests with one id at the same time: the second waits for the first's commit and then reads what it made.
    if (wantedId === undefined || !isDuplicateKey(error)) throw error;
    return await make();
  } finally {
    viewing.loaded = {};
  }
}

/** Makes a record in a transaction of more than this. Where it throws a Failure, it has written nothing. */
export async function makeRecord<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  transaction: Transaction,
  definition: RecordDefinition<Row, Values>,
  input: Values,
  wantedId: string | undefined,
): Promise<Row> {
  const hash = requestHash(input);
  const taken = wantedId === undefined ? null : await earlierUse(viewing, transaction, definition, wantedId, hash);
  if (taken?.row && taken.isSameRequest) return taken.row;
  // That an id is taken is told last, and only to whoever could have made the record under another one.
  const id = wantedId === undefined || taken ? v7() : wantedId;
  const meant = await leadOn(viewing, transaction, definition, input);
  const values = await newValues(viewing, transaction, definition, meant, id);
  if (taken) throw await idTaken(viewing, transaction, definition, taken);
  return insertRecord(transaction, definition, id, values, actorOf(viewing), hash);
}

/** Writes a new record that has been checked. */
export async function insertRecord<Row extends RecordRow, Values extends object>(
  transaction: Transaction,
  definition: RecordDefinition<Row, Values>,
  id: string,
  values: Values,
  actor: Actor,
  hash: string,
): Promise<Row> {
  const at = new Date().toISOString();
  const row = rowOf(definition, values, { id, version: 1, createdAt: at, updatedAt: at, deletedAt: null });
  await transaction.insert(definition.entity, [row]);
  await definition.writeLists(transaction, id, values, null);
  await writeSearchTerms(transaction, definition.kind, id, definition.searchTexts(values), true);
  definition.written?.(transaction, id, null);
  writeHistory(transaction, actor, definition, {
    recordId: id,
    action: "CREATE",
    before: null,
    after: values,
    requestHash: hash,
  });
  return row;
}

/**
 * Changes a record: what `patch` leaves out stays.
 * @throws NOT_FOUND, FORBIDDEN, CONFLICT with the current record where `version` is old, BAD_USER_INPUT
 */
export async function updateRecord<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  definition: RecordDefinition<Row, Values>,
  id: string,
  version: number,
  patch: Patch<Values>,
): Promise<Row> {
  return writing(viewing, (transaction) => changeRecord(viewing, transaction, definition, id, version, patch));
}

/** Writes in one transaction: notes a true name that was caught, and lets what loaders know be read anew. */
export async function writing<Result>(
  viewing: Viewing,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  try {
    return await notingCaught(viewing, () => viewing.database.transaction(work));
  } finally {
    viewing.loaded = {};
  }
}

/**
 * Changes a record in a transaction of more than this. Where it throws a Failure, it has written nothing.
 * @param mayChange who may, where the change is none that everybody who edits may make
 * @throws NOT_FOUND, FORBIDDEN, CONFLICT, BAD_USER_INPUT
 */
export async function changeRecord<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  transaction: Transaction,
  definition: RecordDefinition<Row, Values>,
  id: string,
  version: number,
  patch: Patch<Values>,
  mayChange?: Rule,
): Promise<Row> {
  const { row, values: before } = await editRecord(viewing, transaction, definition, id, version, mayChange);
  const meant = (values: Values) => leadOn(viewing, transaction, definition, values);
  const after = await changedValues(viewing, transaction, definition, id, before, patch, meant);
  if (isDeepStrictEqual(before, after)) return row;
  return saveRecord(viewing, transaction, definition, row, before, after, "UPDATE");
}

/**
 * Writes a changed record that has been checked, under the version that `row` was read with.
 * @param told what the history says besides the fields that differ
 */
export async function saveRecord<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  transaction: Transaction,
  definition: RecordDefinition<Row, Values>,
  row: Row,
  before: Values,
  after: Values,
  action: "UPDATE" | "MERGE" | "UNMERGE",
  told: readonly StoredChange[] = [],
): Promise<Row> {
  const linked = linkChanges(definition, { before, after });
  const changes = changesOf(before, after);
  const isOfLinksAlone =
    changes.length > 0 && changes.every(({ field }) => definition.links.some((link) => link.name === field));
  const next = rowOf(definition, after, {
    id: row.id,
    version: row.version + 1,
    createdAt: row.createdAt,
    // Who may not know of what was linked would see that something happened.
    updatedAt: isOfLinksAlone ? row.updatedAt : new Date().toISOString(),
    deletedAt: row.deletedAt,
  });
  await writeRow(transaction, definition, row, next);
  if (isOfLinksAlone) {
    const linkIds = [...new Set(linked.map(({ linkId }) => linkId))];
    await rememberLinkWrite(transaction, row.id, next.version, linkIds);
  }
  await definition.writeLists(transaction, row.id, after, before);
  if (!isDeepStrictEqual(definition.searchTexts(before), definition.searchTexts(after))) {
    await writeSearchTerms(transaction, definition.kind, row.id, definition.searchTexts(after), false);
  }
  definition.written?.(transaction, row.id, { before, after });
  writeHistory(transaction, actorOf(viewing), definition, {
    recordId: row.id,
    action,
    before,
    after,
    told,
  });
  return next;
}

/**
 * Puts a record into the trash, from which it can be restored.
 * @throws NOT_FOUND, FORBIDDEN, CONFLICT
 */
export async function deleteRecord<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  definition: RecordDefinition<Row, Values>,
  id: string,
  version: number,
): Promise<Row> {
  try {
    return await viewing.database.transaction(async (transaction) => {
      const { row } = await editRecord(viewing, transaction, definition, id, version);
      return moveRecord(viewing, transaction, definition, row, "DELETE");
    });
  } finally {
    viewing.loaded = {};
  }
}

/**
 * Takes a record out of the trash; one that is not in it is answered as it is.
 * @throws NOT_FOUND, FORBIDDEN, CONFLICT where it was merged into another one
 */
export async function restoreRecord<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  definition: RecordDefinition<Row, Values>,
  id: string,
): Promise<Row> {
  try {
    return await viewing.database.transaction(async (transaction) => {
      const { row } = await editableRecord(viewing, transaction, definition, id, "ANYWHERE");
      if (row.deletedAt === null) return row;
      const keptId = await leadOf(transaction, id);
      if (keptId !== undefined) throw mergedNotDeleted(definition.noun, keptId);
      return moveRecord(viewing, transaction, definition, row, "RESTORE");
    });
  } finally {
    viewing.loaded = {};
  }
}

/** What was merged would come back empty: everything of its own is with the other one. */
function mergedNotDeleted(noun: string, keptId: string): Failure {
  return new Failure(
    "CONFLICT",
    `This ${noun} was merged into another one, which has the id "${keptId}". Undo that merge: it comes back with everything that was its own.`,
  );
}

/**
 * Writes that a record, which has been checked, goes to the trash or comes out of it.
 * @param told what the history says of it
 */
export async function moveRecord<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  transaction: Transaction,
  definition: RecordDefinition<Row, Values>,
  row: Row,
  action: "DELETE" | "RESTORE" | "MERGE" | "UNMERGE",
  told: readonly StoredChange[] = [],
): Promise<Row> {
  const at = new Date().toISOString();
  const goes = action === "DELETE" || action === "MERGE";
  const next = { ...row, version: row.version + 1, updatedAt: at, deletedAt: goes ? at : null };
  await writeRow(transaction, definition, row, next);
  definition.written?.(transaction, row.id, null);
  writeHistory(transaction, actorOf(viewing), definition, {
    recordId: row.id,
    action,
    before: null,
    after: null,
    told,
  });
  return next;
}

function rowOf<Row extends RecordRow, Values extends object>(
  definition: RecordDefinition<Row, Values>,
  values: Values,
  record: RecordRow,
): Row {
  // biome-ignore lint/plugin: a row is exactly its record columns and the rest, which TypeScript cannot add up for a generic
  return { ...record, ...definition.columns(values) } as Row;
}

async function writeRow<Row extends RecordRow, Values extends object>(
  transaction: Transaction,
  definition: RecordDefinition<Row, Values>,
  row: Row,
  next: Row,
): Promise<void> {
  const changed = await transaction.execute(
    sql`UPDATE ${tableOf(definition.entity)} SET ${assignments(definition.entity, row, next)}
        WHERE id = ${row.id} AND version = ${row.version}`,
  );
  if (changed === 1) return;
  throw new Failure(
    "CONFLICT",
    `Somebody else is changing this ${definition.noun} at this moment. Reload it and try again.`,
  );
}
