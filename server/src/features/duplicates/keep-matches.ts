import type { DuplicateKind } from "@concord/shared/vocabularies";
import sql, { join, raw } from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import type { Database, Reader, Transaction } from "../../database/database.ts";
import { numberOf, textOf } from "../../database/rows.ts";
import { matchRecords } from "./match-records.ts";

/** Grows with every change of keys or scoring after which what is kept has to be made anew; that happens at the next start. */
const MATCH_VERSION = 1;

/** Records that are matched anew in one transaction: few, so that nobody waits long for their own. */
const ANEW_BATCH = 20;

/** What a transaction did to the records of one kind. */
interface Changed {
  readonly ids: Set<string>;
  /** Records of which it stays said, whatever they are called now, from whom they are told apart. */
  readonly decided: Set<string>;
}

const changed = new WeakMap<Transaction, Map<DuplicateKind, Changed>>();

/**
 * Remembers that a record came, changed, or went: its keys and pairs are rewritten as the last thing of the
 * transaction, together with those of all other records that it changed.
 */
export function keepMatches(transaction: Transaction, kind: DuplicateKind, id: string): void {
  changedBy(transaction, kind).ids.add(id);
}

/**
 * The same for a record whose names grow by a merge, or shrink as it is undone: nobody called it anew, and so those of
 * which it was said that they are others stay others.
 */
export function keepMatchesAndDecisions(transaction: Transaction, kind: DuplicateKind, id: string): void {
  keepMatches(transaction, kind, id);
  changedBy(transaction, kind).decided.add(id);
}

/** The same for all that is matched by where it belongs: the units of these partners, and the people at either. */
export async function keepMatchesAround(transaction: Transaction, partnerIds: readonly string[]): Promise<void> {
  const units = await transaction.raw(sql`SELECT id FROM partners WHERE parent_id IN (${join([...partnerIds])})`);
  const unitIds = units.map((row) => textOf(row, "id"));
  const people = await transaction.raw(
    sql`SELECT DISTINCT person_id FROM positions WHERE partner_id IN (${join([...partnerIds, ...unitIds])})`,
  );
  for (const id of unitIds) keepMatches(transaction, "PARTNER", id);
  for (const row of people) keepMatches(transaction, "PERSON", textOf(row, "person_id"));
}

function changedBy(transaction: Transaction, kind: DuplicateKind): Changed {
  let ofKinds = changed.get(transaction);
  if (!ofKinds) {
    const kinds = new Map<DuplicateKind, Changed>();
    ofKinds = kinds;
    changed.set(transaction, kinds);
    transaction.beforeCommit("MATCHES", async () => {
      for (const [of, { ids, decided }] of kinds) await matchRecords(transaction, of, [...ids], decided);
    });
  }
  const ofKind = ofKinds.get(kind) ?? { ids: new Set(), decided: new Set() };
  ofKinds.set(kind, ofKind);
  return ofKind;
}

/** Where there is nothing yet, all that comes is matched as it comes. */
export async function beginMatching(database: Database): Promise<void> {
  await database.transaction(async (transaction) => {
    for (const kind of ["PARTNER", "PERSON"] as const) {
      await transaction.execute(
        sql`UPDATE match_versions SET version = ${MATCH_VERSION} WHERE kind = ${kind}
            AND NOT EXISTS (SELECT 1 FROM ${raw(policies[kind].table)})`,
      );
    }
  });
}

/** Whether everything that is there was matched by the keys of now. */
export async function areMatchesUpToDate(reader: Reader): Promise<boolean> {
  const [older] = await reader.raw(
    sql`SELECT kind FROM match_versions WHERE version <> ${MATCH_VERSION} ORDER BY kind LIMIT 1`,
  );
  return older === undefined;
}

/**
 * Matches everything that is there anew, where that was last done by other keys than these, while others read and write:
 * what they write in the meantime is matched with it. An interrupted run begins again at the next start.
 * @param told called before there is something to do
 * @param signal ends it between two transactions
 */
export async function bringMatchesUpToDate(database: Database, told: () => void, signal?: AbortSignal): Promise<void> {
  for (const kind of ["PARTNER", "PERSON"] as const) {
    const [state] = await database.raw(sql`SELECT version FROM match_versions WHERE kind = ${kind}`);
    if (numberOf(state, "version") === MATCH_VERSION) continue;
    for (let after = ""; ; ) {
      if (signal?.aborted) return;
      const ids = await idsAfter(database, kind, after);
      if (ids.length === 0) break;
      if (after === "") told();
      await database.transaction((transaction) => matchRecords(transaction, kind, ids));
      after = ids.at(-1) ?? "";
    }
    await database.transaction((transaction) =>
      transaction.execute(sql`UPDATE match_versions SET version = ${MATCH_VERSION} WHERE kind = ${kind}`),
    );
  }
}

async function idsAfter(database: Database, kind: DuplicateKind, after: string): Promise<string[]> {
  const table = raw(policies[kind].table);
  const rows = await database.raw(
    sql`SELECT id FROM ${table} WHERE deleted_at IS NULL AND id > ${after} ORDER BY id LIMIT ${ANEW_BATCH}`,
  );
  return rows.map((row) => textOf(row, "id"));
}
