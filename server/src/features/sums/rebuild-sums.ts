import sql, { raw } from "sql-template-tag";
import { v7 } from "uuid";
import { policies } from "../../access/policies.ts";
import type { Database, Reader } from "../../database/database.ts";
import { textOf } from "../../database/rows.ts";
import { COUNTED_KINDS, recount } from "./keep-sums.ts";
import { lockSums } from "./lock.ts";
import { recountRelations } from "./relations.ts";
import { readState } from "./remembered-sums.ts";
import { SUMS_VERSION } from "./version.ts";

/** Records that are counted in one transaction: few enough that nobody waits long for their own. */
const BATCH = 2_000;

/** Whether the sums hold everything, by the rules of now. Until they do, what they would answer is counted. */
export async function areSumsWhole(reader: Reader): Promise<boolean> {
  return (await readState(reader)).version === SUMS_VERSION;
}

/** Where there is nothing yet, all that comes is counted as it comes. */
export async function beginSums(database: Database): Promise<void> {
  if (await areSumsWhole(database)) return;
  await database.transaction(async (transaction) => {
    await lockSums(transaction);
    for (const kind of COUNTED_KINDS) {
      const [first] = await transaction.raw(sql`SELECT id FROM ${raw(policies[kind].table)} LIMIT 1`);
      if (first) return;
    }
    await transaction.execute(sql`UPDATE sums_state SET version = ${SUMS_VERSION} WHERE id = 1`);
  });
}

/**
 * Counts everything anew, while others read and write: what they write in the meantime they count themselves, and what
 * they read is counted for them until the sums are whole again. A second run that begins meanwhile takes over.
 * @param progress told how many records have been counted
 * @param signal ends it between two transactions; the sums are not whole then
 */
export async function rebuildSums(
  database: Database,
  progress: (done: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  const run = v7();
  const isMine = async (reader: Reader) => {
    const [state] = await reader.raw(sql`SELECT run FROM sums_state WHERE id = 1`);
    return state !== undefined && textOf(state, "run") === run;
  };
  await database.transaction(async (transaction) => {
    await transaction.execute(sql`UPDATE sums_state SET version = 0, run = ${run} WHERE id = 1`);
    await transaction.execute(sql`DELETE FROM sums`);
    await transaction.execute(sql`DELETE FROM counted`);
    await transaction.execute(sql`DELETE FROM relations`);
  });
  let done = 0;
  for (const kind of COUNTED_KINDS) {
    for (let after = ""; ; ) {
      if (signal?.aborted) return;
      const rows = await database.raw(
        sql`SELECT id FROM ${raw(policies[kind].table)} WHERE id > ${after} ORDER BY id LIMIT ${BATCH}`,
      );
      const ids = rows.map((row) => textOf(row, "id"));
      if (ids.length === 0) break;
      const goesOn = await database.transaction(async (transaction) => {
        await lockSums(transaction);
        if (!(await isMine(transaction))) return false;
        await recount(transaction, kind, ids);
        if (kind === "PARTNER") await recountRelations(transaction, ids);
        return true;
      });
      if (!goesOn) return;
      after = ids.at(-1) ?? "";
      done += ids.length;
      progress(done);
    }
  }
  await database.transaction((transaction) =>
    transaction.execute(sql`UPDATE sums_state SET version = ${SUMS_VERSION} WHERE id = 1 AND run = ${run}`),
  );
}
