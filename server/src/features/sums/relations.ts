import sql, { join } from "sql-template-tag";
import type { Database, Reader, Transaction } from "../../database/database.ts";
import { textOf } from "../../database/rows.ts";
import { today } from "../../records/days.ts";
import { addToSums } from "./add-to-sums.ts";
import { lockSums } from "./lock.ts";
import { countedOfState, relationOf, statesFromScratch } from "./relation-states.ts";
import { Sums } from "./rollup.ts";
import { type RelationRow, relationEntity } from "./sums.entity.ts";

const BATCH = 500;

/** The rows of these partners as they are kept, by partner. */
export async function readKept(reader: Reader, partnerIds: readonly string[]) {
  return byPartner(
    (await reader.raw(sql`SELECT * FROM relations WHERE partner_id IN (${join([...partnerIds])})`)).map(relationOf),
  );
}

/** The rows of these partners as they should be, by partner. */
export async function readFromScratch(reader: Reader, partnerIds: readonly string[]) {
  return byPartner((await reader.raw(statesFromScratch(partnerIds))).map(relationOf));
}

/** In the order of their layers, so that they can be compared. */
function byPartner(rows: readonly RelationRow[]): ReadonlyMap<string, readonly RelationRow[]> {
  return Map.groupBy(
    rows.toSorted((one, other) => (one.layer < other.layer ? -1 : 1)),
    ({ partnerId }) => partnerId,
  );
}

/**
 * Adds what a partner counts for to sums, or takes it away: as it looks to everybody and, in each layer in which it looks
 * different, the difference.
 */
export function addStates(sums: Sums, states: readonly RelationRow[], sign: 1 | -1): void {
  const everybody = states.find(({ layer }) => layer === "");
  for (const state of states) {
    sums.add("RELATION", countedOfState(state), sign, state.layer);
    if (state.layer === "" || !everybody) continue;
    sums.add("RELATION", countedOfState({ ...everybody, layer: state.layer }), sign === 1 ? -1 : 1, state.layer);
  }
}

/** Looks anew at how it stands with these partners, and lets them count for it. */
export async function recountRelations(transaction: Transaction, partnerIds: readonly string[]): Promise<void> {
  for (let start = 0; start < partnerIds.length; start += BATCH) {
    const ids = partnerIds.slice(start, start + BATCH);
    const [before, now] = [await readKept(transaction, ids), await readFromScratch(transaction, ids)];
    const differing = ids.filter((id) => JSON.stringify(before.get(id)) !== JSON.stringify(now.get(id)));
    if (differing.length === 0) continue;
    const change = new Sums();
    for (const id of differing) {
      addStates(change, before.get(id) ?? [], -1);
      addStates(change, now.get(id) ?? [], 1);
    }
    await transaction.execute(sql`DELETE FROM relations WHERE partner_id IN (${join(differing)})`);
    await transaction.insert(
      relationEntity,
      differing.flatMap((id) => now.get(id) ?? []),
    );
    await addToSums(transaction, change);
  }
}

/** Looks anew at those relations in which something planned has begun since. */
export async function bringRelationsUpToToday(database: Database): Promise<void> {
  for (;;) {
    const rows = await database.raw(
      sql`SELECT DISTINCT partner_id FROM relations WHERE next_begin <= ${today()} LIMIT ${BATCH}`,
    );
    if (rows.length === 0) return;
    const ids = rows.map((row) => textOf(row, "partner_id"));
    await database.transaction(async (transaction) => {
      await lockSums(transaction);
      await recountRelations(transaction, ids);
    });
  }
}
