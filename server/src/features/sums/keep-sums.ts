import sql, { join, type Sql } from "sql-template-tag";
import type { Reader, Transaction } from "../../database/database.ts";
import { textOf } from "../../database/rows.ts";
import { addToSums } from "./add-to-sums.ts";
import { type Counted, readCounted, type SumKind } from "./counted.ts";
import { lockSums } from "./lock.ts";
import { recountRelations } from "./relations.ts";
import { Sums } from "./rollup.ts";
import { countedEntity } from "./sums.entity.ts";

/** In the order in which they are counted. */
export const COUNTED_KINDS = [
  "PARTNER",
  "COLLABORATION",
  "RECOGNITION",
  "STATEMENT",
] as const satisfies readonly SumKind[];

/** What a transaction did. */
interface Changed {
  readonly ids: Readonly<Record<SumKind, Set<string>>>;
  /** Partners because of which recognitions and statements count elsewhere. */
  readonly around: Set<string>;
}

const changed = new WeakMap<Transaction, Changed>();

/**
 * Remembers that a record came, changed, or went: the sums follow as the last thing of the transaction. Nobody else
 * changes sums from then on until it commits, so that what it finds counted is what is counted.
 */
export function keepSums(transaction: Transaction, kind: SumKind, id: string): void {
  changedBy(transaction).ids[kind].add(id);
}

/** The same for what counts for a partner's country, after that changed, the partner came or went, or was merged. */
export function keepSumsAround(transaction: Transaction, partnerId: string): void {
  changedBy(transaction).around.add(partnerId);
}

/** The same for what names partners at this moment, before they are removed for good and no more is known of it. */
export async function keepSumsOfNaming(transaction: Transaction, partnerIds: readonly string[]): Promise<void> {
  const naming = await namingPartners(transaction, partnerIds);
  for (const kind of COUNTED_KINDS) for (const id of naming(kind)) keepSums(transaction, kind, id);
}

function changedBy(transaction: Transaction): Changed {
  const known = changed.get(transaction);
  if (known) return known;
  const made: Changed = {
    ids: { PARTNER: new Set(), COLLABORATION: new Set(), RECOGNITION: new Set(), STATEMENT: new Set() },
    around: new Set(),
  };
  changed.set(transaction, made);
  transaction.beforeCommit("SUMS", async () => {
    await lockSums(transaction);
    const around = await namingPartners(transaction, [...made.around]);
    const partners = new Set(made.ids.PARTNER);
    for (const kind of COUNTED_KINDS) {
      const ids = new Set([...made.ids[kind], ...around(kind)]);
      for (const partner of await recount(transaction, kind, [...ids])) partners.add(partner);
    }
    await recountRelations(transaction, [...partners]);
  });
  return made;
}

/** What names these partners. */
async function namingPartners(reader: Reader, partnerIds: readonly string[]) {
  const read = async (from: Sql) => {
    if (partnerIds.length === 0) return [];
    const rows = await reader.raw(sql`SELECT DISTINCT ${from} WHERE partner_id IN (${join([...partnerIds])})`);
    return rows.map((row) => textOf(row, "id"));
  };
  const found: Partial<Record<SumKind, readonly string[]>> = {
    COLLABORATION: await read(sql`collaboration_id AS id FROM participants`),
    RECOGNITION: await read(sql`recognition_id AS id FROM recognition_parties`),
    STATEMENT: await read(sql`id FROM statements`),
  };
  return (kind: SumKind) => found[kind] ?? [];
}

const BATCH = 500;

/**
 * Lets these records count for what they are now, instead of for what they counted before.
 * @returns the partners with whom they are now, or were then
 */
export async function recount(
  transaction: Transaction,
  kind: SumKind,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const change = new Sums();
  const partners = new Set<string>();
  for (let start = 0; start < ids.length; start += BATCH) {
    for (const each of await recountBatch(transaction, kind, ids.slice(start, start + BATCH), change)) {
      for (const partner of each.partners) partners.add(partner);
    }
  }
  await addToSums(transaction, change);
  return partners;
}

async function recountBatch(
  transaction: Transaction,
  kind: SumKind,
  ids: readonly string[],
  change: Sums,
): Promise<readonly Counted[]> {
  const now = await readCounted(transaction, kind, ids);
  const rows = await transaction.find(countedEntity, sql`SELECT * FROM counted WHERE record_id IN (${join([...ids])})`);
  const before = new Map(rows.map(({ recordId, facts }) => [recordId, facts]));
  const differing = ids.filter((id) => JSON.stringify(before.get(id)) !== JSON.stringify(now.get(id)));
  const gone = differing.filter((id) => before.has(id));
  if (gone.length > 0) await transaction.execute(sql`DELETE FROM counted WHERE record_id IN (${join(gone)})`);
  const come = differing.flatMap((recordId) => {
    const [was, is] = [before.get(recordId), now.get(recordId)];
    if (was) change.add(kind, was, -1);
    if (is) change.add(kind, is, 1);
    return is ? [{ recordId, kind, restricted: is.restricted ? 1 : 0, facts: is }] : [];
  });
  await transaction.insert(countedEntity, come);
  return [...before.values(), ...now.values()];
}
