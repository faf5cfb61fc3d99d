import { isDeepStrictEqual } from "node:util";
import sql from "sql-template-tag";
import { v7 } from "uuid";
import type { RecordRow } from "../database/columns.ts";
import type { Transaction } from "../database/database.ts";
import { isDuplicateKey } from "../database/dialect.ts";
import { Failure, forbidden } from "../errors.ts";
import { requestHash, writeHistory } from "./history.ts";
import type { RecordDefinition } from "./record.ts";
import { assignments } from "./row-writing.ts";
import { tableOf } from "./scope.ts";
import { writeSearchTerms } from "./search-terms.ts";
import { userIdOf, type Viewing } from "./viewing.ts";
import {
  checked,
  editableRecord,
  editRecord,
  refuseLockOut,
  sameRequest,
  withCreatorAsMember,
  withHiddenLinks,
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
  const hash = requestHash(input);
  const make = () =>
    viewing.database.transaction(async (transaction) => {
      if (wantedId !== undefined) {
        const earlier = await sameRequest(viewing, transaction, definition, wantedId, hash);
        if (earlier) return earlier;
      }
      const id = wantedId ?? v7();
      const values = withCreatorAsMember(
        viewing,
        definition,
        await checked(viewing, transaction, definition, input, null, id),
      );
      if (!definition.policy.edit.allows(viewing.viewer, definition.facts(values))) {
        throw forbidden(
          `You may not add a ${definition.noun} for this office. Choose your own office, or ask an administrator.`,
        );
      }
      return insertRecord(transaction, definition, id, values, userIdOf(viewing.viewer), hash);
    });
  try {
    return await make();
  } catch (error) {
    // Two requests with one id at the same time: the second waits for the first's commit and then reads what it made.
    if (wantedId === undefined || !isDuplicateKey(error)) throw error;
    return make();
  } finally {
    viewing.loaded = {};
  }
}

/** Writes a new record that has been checked; `userId` is null where the installation itself writes. */
export async function insertRecord<Row extends RecordRow, Values extends object>(
  transaction: Transaction,
  definition: RecordDefinition<Row, Values>,
  id: string,
  values: Values,
  userId: string | null,
  hash: string,
): Promise<Row> {
  const at = new Date().toISOString();
  const row = rowOf(definition, values, { id, version: 1, createdAt: at, updatedAt: at, deletedAt: null });
  await transaction.insert(definition.entity, [row]);
  await definition.writeLists(transaction, id, values, null);
  await writeSearchTerms(transaction, definition.kind, id, definition.searchTexts(values), true);
  await writeHistory(transaction, definition, {
    recordId: id,
    userId,
    at,
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
  patch: Partial<Values> | ((current: Values) => Values),
): Promise<Row> {
  try {
    return await viewing.database.transaction(async (transaction) => {
      const { row, values: before } = await editRecord(viewing, transaction, definition, id, version);
      const patched = typeof patch === "function" ? patch(before) : { ...before, ...patch };
      const wanted = await withHiddenLinks(viewing, transaction, definition, before, patched);
      const after = await checked(viewing, transaction, definition, wanted, before, id);
      if (isDeepStrictEqual(before, after)) return row;
      refuseLockOut(viewing, definition, before, after);
      return saveRecord(viewing, transaction, definition, row, before, after, "UPDATE");
    });
  } finally {
    viewing.loaded = {};
  }
}

/** Writes a changed record that has been checked, under the version that `row` was read with. */
export async function saveRecord<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  transaction: Transaction,
  definition: RecordDefinition<Row, Values>,
  row: Row,
  before: Values,
  after: Values,
  action: "UPDATE" | "MERGE",
): Promise<Row> {
  const at = new Date().toISOString();
  const next = rowOf(definition, after, {
    id: row.id,
    version: row.version + 1,
    createdAt: row.createdAt,
    updatedAt: at,
    deletedAt: row.deletedAt,
  });
  await writeRow(transaction, definition, row, next);
  await definition.writeLists(transaction, row.id, after, before);
  if (!isDeepStrictEqual(definition.searchTexts(before), definition.searchTexts(after))) {
    await writeSearchTerms(transaction, definition.kind, row.id, definition.searchTexts(after), false);
  }
  await writeHistory(transaction, definition, {
    recordId: row.id,
    userId: userIdOf(viewing.viewer),
    at,
    action,
    before,
    after,
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
      return moveToTrash(viewing, transaction, definition, row);
    });
  } finally {
    viewing.loaded = {};
  }
}

/** Writes that a record, which has been checked, goes to the trash. */
export function moveToTrash<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  transaction: Transaction,
  definition: RecordDefinition<Row, Values>,
  row: Row,
): Promise<Row> {
  return move(viewing, transaction, definition, row, "DELETE");
}

/**
 * Takes a record out of the trash; one that is not in it is answered as it is.
 * @throws NOT_FOUND, FORBIDDEN
 */
export async function restoreRecord<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  definition: RecordDefinition<Row, Values>,
  id: string,
): Promise<Row> {
  try {
    return await viewing.database.transaction(async (transaction) => {
      const { row } = await editableRecord(viewing, transaction, definition, id, "ANYWHERE");
      return row.deletedAt === null ? row : move(viewing, transaction, definition, row, "RESTORE");
    });
  } finally {
    viewing.loaded = {};
  }
}

async function move<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  transaction: Transaction,
  definition: RecordDefinition<Row, Values>,
  row: Row,
  action: "DELETE" | "RESTORE",
): Promise<Row> {
  const at = new Date().toISOString();
  const next = { ...row, version: row.version + 1, updatedAt: at, deletedAt: action === "DELETE" ? at : null };
  await writeRow(transaction, definition, row, next);
  await writeHistory(transaction, definition, {
    recordId: row.id,
    userId: userIdOf(viewing.viewer),
    at,
    action,
    before: null,
    after: null,
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
