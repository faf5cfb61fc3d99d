import sql, { join, raw } from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import type { Database, Transaction } from "../../database/database.ts";
import { numberOf, textOf } from "../../database/rows.ts";
import { type Counted, MEASURES, readCounted, type SumKind, type SummedKind } from "./counted.ts";
import { COUNTED_KINDS } from "./keep-sums.ts";
import { lockSums } from "./lock.ts";
import { areSumsWhole } from "./rebuild-sums.ts";
import { addStates, bringRelationsUpToToday, readFromScratch, readKept } from "./relations.ts";
import { keyText, Sums } from "./rollup.ts";
import { countedEntity, KEY_COLUMNS, MEASURE_COLUMNS, type RelationRow } from "./sums.entity.ts";

const BATCH = 2_000;

/** What a check found: how many sums there are, and a sentence for each that is not what a count from scratch finds. */
interface Check {
  readonly sums: number;
  readonly differences: readonly string[];
}

/** Compares the sums with a count from scratch. Who writes in the meantime waits until it is done. */
export async function checkSums(database: Database): Promise<Check> {
  await bringRelationsUpToToday(database);
  return database.transaction(async (transaction) => {
    await lockSums(transaction);
    const differences: string[] = [];
    if (!(await areSumsWhole(transaction))) differences.push("The sums are not whole. Run npm run rebuild-sums.");
    let sums = 0;
    const relations = new Sums();
    for (const kind of COUNTED_KINDS) {
      const counted = await countFromScratch(transaction, kind, relations, differences);
      sums += await compare(transaction, kind, counted, differences);
    }
    sums += await compare(transaction, "RELATION", relations, differences);
    return { sums, differences };
  });
}

/** The sums as they should be; on the way, what each record is said to count for is compared with what it counts for. */
async function countFromScratch(
  transaction: Transaction,
  kind: SumKind,
  relations: Sums,
  differences: string[],
): Promise<Sums> {
  const sums = new Sums();
  const table = raw(policies[kind].table);
  for (let after = ""; ; ) {
    const rows = await transaction.raw(sql`SELECT id FROM ${table} WHERE id > ${after} ORDER BY id LIMIT ${BATCH}`);
    const ids = rows.map((row) => textOf(row, "id"));
    if (ids.length === 0) break;
    const counted = await readCounted(transaction, kind, ids);
    for (const each of counted.values()) sums.add(kind, each, 1);
    await compareRecords(transaction, kind, ids, counted, differences);
    if (kind === "PARTNER") await compareRelations(transaction, ids, relations, differences);
    after = ids.at(-1) ?? "";
  }
  const gone = await transaction.raw(
    sql`SELECT k.record_id FROM counted k LEFT JOIN ${table} t ON t.id = k.record_id WHERE k.kind = ${kind} AND t.id IS NULL`,
  );
  for (const row of gone) differences.push(`${kind} ${textOf(row, "record_id")} is not there, and is counted.`);
  return sums;
}

async function compareRecords(
  transaction: Transaction,
  kind: SumKind,
  ids: readonly string[],
  counted: ReadonlyMap<string, Counted>,
  differences: string[],
): Promise<void> {
  const rows = await transaction.find(countedEntity, sql`SELECT * FROM counted WHERE record_id IN (${join([...ids])})`);
  const kept = new Map(rows.map(({ recordId, facts }) => [recordId, facts]));
  const shown = (facts: Counted | undefined) => (facts ? JSON.stringify(facts) : "nothing");
  for (const id of ids) {
    const [is, said] = [shown(counted.get(id)), shown(kept.get(id))];
    if (is !== said) differences.push(`${kind} ${id} counts for ${is}, and ${said} is kept.`);
  }
}

async function compareRelations(
  transaction: Transaction,
  partnerIds: readonly string[],
  relations: Sums,
  differences: string[],
): Promise<void> {
  const shown = (states: readonly RelationRow[] | undefined) => (states ? JSON.stringify(states) : "nothing");
  const [kept, counted] = [await readKept(transaction, partnerIds), await readFromScratch(transaction, partnerIds)];
  for (const id of partnerIds) {
    addStates(relations, counted.get(id) ?? [], 1);
    const [is, said] = [shown(counted.get(id)), shown(kept.get(id))];
    if (is !== said) differences.push(`The relation with ${id} is ${is}, and ${said} is kept.`);
  }
}

async function compare(transaction: Transaction, kind: SummedKind, sums: Sums, differences: string[]): Promise<number> {
  const columns = ["total", ...MEASURES.map((measure) => MEASURE_COLUMNS[measure])];
  const wanted = new Map(
    sums.all.map(({ key, total, measures }) => [
      keyText(key),
      [total, ...MEASURES.map((_measure, index) => measures[index] ?? 0)],
    ]),
  );
  const rows = await transaction.raw(sql`SELECT * FROM sums WHERE kind = ${kind}`);
  for (const row of rows) {
    const key = KEY_COLUMNS.map((column) => textOf(row, column)).join("|");
    const kept = columns.map((column) => numberOf(row, column));
    tellDifferences(key, columns, kept, wanted.get(key) ?? columns.map(() => 0), differences);
    wanted.delete(key);
  }
  for (const [key, counted] of wanted)
    tellDifferences(
      key,
      columns,
      columns.map(() => 0),
      counted,
      differences,
    );
  return rows.length;
}

function tellDifferences(
  key: string,
  columns: readonly string[],
  kept: readonly number[],
  counted: readonly number[],
  differences: string[],
): void {
  for (const [index, column] of columns.entries()) {
    if (kept[index] === counted[index]) continue;
    differences.push(`${key}: ${column} is ${kept[index]}, and a count from scratch finds ${counted[index]}.`);
  }
}
