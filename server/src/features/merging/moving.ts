import sql, { join, raw, type Sql } from "sql-template-tag";
import type { ObjectLiteral } from "typeorm";
import { policies } from "../../access/policies.ts";
import { column } from "../../access/rule.ts";
import type { Database, Transaction } from "../../database/database.ts";
import { columnOf } from "../../database/naming.ts";
import { numberOf, textOf } from "../../database/rows.ts";
import { leadsOf } from "../../records/merges.ts";
import { tableOf } from "../../records/scope.ts";
import { type MoveRow, moveEntity } from "./merging.entity.ts";
import type { Pointer } from "./pointers.ts";

/** Which record went, and which one stayed. */
interface Pair {
  readonly merged: string;
  readonly kept: string;
}

const BATCH = 500;

/**
 * Lets everything that pointed to the one that goes point to the one that stays, and remembers it. What the one that
 * stays says of the other itself, as that it is a unit of it, is a matter of its fields. The number of statements does
 * not grow with what is moved, but for rows that would say the same twice.
 */
export async function movePointers(
  database: Database,
  transaction: Transaction,
  pointers: readonly Pointer[],
  { merged, kept }: Pair,
): Promise<void> {
  for (const pointer of pointers) {
    const { table, name, owner } = partsOf(pointer);
    const theirs = sql`${pointsTo(pointer, name, merged)} AND ${owner} <> ${kept}`;
    if (pointer.list?.isSet) await collapse(database, transaction, pointer, { merged, kept });
    const position = pointer.list ? column(name, "position") : sql`0`;
    await transaction.execute(
      sql`INSERT INTO merge_moves (merged_id, pointer, owner_id, position, slot)
          SELECT ${merged}, ${pointer.name}, ${owner}, ${position}, ${pointer.slot(name)} FROM ${table} WHERE ${theirs}`,
    );
    await transaction.execute(sql`UPDATE ${table} SET ${columnFor(pointer)} = ${kept} WHERE ${theirs}`);
  }
}

/** Takes out the rows that would say the same twice, and remembers them whole. */
async function collapse(database: Database, transaction: Transaction, pointer: Pointer, pair: Pair): Promise<void> {
  const { table, name, owner } = partsOf(pointer);
  const slot = pointer.slot(name);
  const rows = await transaction.raw(
    sql`SELECT ${table}.*, ${slot} AS move_slot FROM ${table}
        WHERE ${pointsTo(pointer, name, pair.merged)} AND ${stands(pointer, pair.kept, owner, slot)}`,
  );
  if (rows.length === 0) return;
  const decode = database.decoder(pointer.entity);
  await transaction.insert(
    moveEntity,
    rows.map((row) => ({
      mergedId: pair.merged,
      pointer: pointer.name,
      ownerId: textOf(row, columnOf(pointer.owner)),
      position: numberOf(row, "position"),
      slot: textOf(row, "move_slot"),
      collapsed: decode(row),
    })),
  );
  await transaction.execute(
    sql`DELETE FROM ${table} WHERE ${pointsTo(pointer, name, pair.merged)} AND EXISTS (
          SELECT 1 FROM merge_moves m WHERE m.merged_id = ${pair.merged} AND m.pointer = ${pointer.name}
            AND m.owner_id = ${owner} AND m.position = ${column(name, "position")})`,
  );
}

/**
 * Lets everything that still stands as the merge left it point to the record again that comes back; what somebody
 * changed since stays as they left it. The versions of the records that point grow, since an open form that sends the
 * one that stayed may mean either.
 */
export async function movePointersBack(
  transaction: Transaction,
  pointers: readonly Pointer[],
  { merged, kept }: Pair,
): Promise<void> {
  for (const pointer of pointers) {
    const { table, name, owner } = partsOf(pointer);
    await transaction.execute(
      sql`UPDATE ${table} SET ${columnFor(pointer)} = ${merged} WHERE ${pointsTo(pointer, name, kept)} AND EXISTS (
            SELECT 1 FROM merge_moves m WHERE m.merged_id = ${merged} AND m.pointer = ${pointer.name}
              AND m.owner_id = ${owner} AND m.slot = ${pointer.slot(name)} AND m.collapsed IS NULL)`,
    );
    if (!pointer.list?.isSet) continue;
    await raiseOwn(transaction, pointer, { merged, kept });
    await raiseOthers(transaction, pointer, { merged, kept });
  }
  await countAsWritten(transaction, pointers, merged);
}

/** Puts back the rows that said the same as one of the record that stayed, where that one is still there. */
async function raiseOwn(transaction: Transaction, pointer: Pointer, { merged, kept }: Pair): Promise<void> {
  const moves = await transaction.find(
    moveEntity,
    sql`SELECT m.* FROM merge_moves m WHERE m.merged_id = ${merged} AND m.pointer = ${pointer.name}
          AND m.collapsed IS NOT NULL AND ${stands(pointer, kept, sql`m.owner_id`, sql`m.slot`)}
        ORDER BY m.owner_id, m.position`,
  );
  await putBack(transaction, pointer, moves, merged);
}

/**
 * A row that has gone back may have stood for other merges into the same record, too, whose rows said the same: the
 * first of them takes its place.
 */
async function raiseOthers(transaction: Transaction, pointer: Pointer, { merged, kept }: Pair): Promise<void> {
  const [owner, slot] = [sql`m.owner_id`, sql`m.slot`];
  const moves = await transaction.find(
    moveEntity,
    sql`SELECT m.* FROM merge_moves m JOIN merges g ON g.merged_id = m.merged_id
        WHERE g.kept_id = ${kept} AND g.merged_id <> ${merged} AND m.pointer = ${pointer.name}
          AND m.collapsed IS NOT NULL AND ${stands(pointer, merged, owner, slot)}
          AND NOT ${stands(pointer, kept, owner, slot)}
        ORDER BY g.at, m.merged_id, m.owner_id, m.position`,
  );
  const [...first] = Map.groupBy(moves, (move) => `${move.ownerId} ${move.slot}`).values();
  const raised = first.flatMap(([move]) => (move ? [move] : []));
  await putBack(transaction, pointer, raised, kept);
  for (const move of raised) {
    await transaction.execute(
      sql`UPDATE merge_moves SET collapsed = NULL WHERE merged_id = ${move.mergedId} AND pointer = ${move.pointer}
            AND owner_id = ${move.ownerId} AND position = ${move.position}`,
    );
  }
}

/** Puts rows back where they stood; a list that was written anew since makes room for them at that place. */
async function putBack(
  transaction: Transaction,
  pointer: Pointer,
  moves: readonly MoveRow[],
  to: string,
): Promise<void> {
  const { table, name, owner } = partsOf(pointer);
  const isOfList = pointer.list?.where(name) ?? sql`1 = 1`;
  const byOwner = [...Map.groupBy(moves, (move) => move.ownerId)];
  for (let start = 0; start < byOwner.length; start += BATCH) {
    const batch = byOwner.slice(start, start + BATCH);
    const there = await transaction.find(
      pointer.entity,
      sql`SELECT * FROM ${table} WHERE ${owner} IN (${join(batch.map(([ownerId]) => ownerId))}) AND ${isOfList}`,
    );
    const lists = Map.groupBy(there, (row) => String(row[pointer.owner]));
    const added: ObjectLiteral[] = [];
    const crowded: string[] = [];
    for (const [ownerId, back] of batch) {
      const list = (lists.get(ownerId) ?? []).toSorted(byPosition);
      const rows = back.toSorted(byPosition).map((move) => ({
        ...move.collapsed,
        [pointer.property]: to,
        position: move.position,
      }));
      const isFree = rows.every(({ position }) => list.every((row) => row["position"] !== position));
      if (!isFree) crowded.push(ownerId);
      added.push(...(isFree ? rows : withRoom(list, rows)));
    }
    if (crowded.length > 0) {
      await transaction.execute(sql`DELETE FROM ${table} WHERE ${owner} IN (${join(crowded)}) AND ${isOfList}`);
    }
    await transaction.insert(pointer.entity, await besidesLedOn(transaction, pointer, added));
  }
}

function byPosition(one: ObjectLiteral, other: ObjectLiteral): number {
  return Number(one["position"]) - Number(other["position"]);
}

/** A list, numbered anew, in which each of the rows has its own place again. */
function withRoom(list: readonly ObjectLiteral[], rows: readonly (ObjectLiteral & { position: number })[]) {
  const whole = [...list];
  for (const row of rows) whole.splice(row.position, 0, row);
  return whole.map((row, position) => ({ ...row, position }));
}

/** A row that lay apart may point to a partner, too, that was merged or removed in the meantime. */
async function besidesLedOn<Row extends object>(
  transaction: Transaction,
  { besides }: Pointer,
  rows: readonly Row[],
): Promise<Row[]> {
  if (besides === undefined) return [...rows];
  const idOf = (row: Row): unknown => Reflect.get(row, besides);
  const ids = rows.map(idOf).filter((id) => typeof id === "string");
  if (ids.length === 0) return [...rows];
  const leads = await leadsOf(transaction, ids);
  const meant = (id: unknown) => (typeof id === "string" ? (leads.get(id) ?? id) : null);
  const there = await transaction.raw(sql`SELECT id FROM partners WHERE id IN (${join(ids.map(meant))})`);
  const known = new Set(there.map((row) => textOf(row, "id")));
  return rows.map((row) => {
    const id = meant(idOf(row));
    return { ...row, [besides]: id !== null && known.has(id) ? id : null };
  });
}

async function countAsWritten(transaction: Transaction, pointers: readonly Pointer[], merged: string): Promise<void> {
  for (const [kind, group] of Map.groupBy(pointers, (pointer) => pointer.holder)) {
    if (kind === null) continue;
    const owners = new Set<string>();
    for (const pointer of group) {
      const { table, name, owner } = partsOf(pointer);
      const rows = await transaction.raw(
        sql`SELECT DISTINCT ${owner} AS owner_id FROM ${table} WHERE ${pointsTo(pointer, name, merged)}`,
      );
      for (const row of rows) owners.add(textOf(row, "owner_id"));
    }
    const ids = [...owners];
    for (let start = 0; start < ids.length; start += BATCH) {
      await transaction.execute(
        sql`UPDATE ${raw(policies[kind].table)} SET version = version + 1
            WHERE id IN (${join(ids.slice(start, start + BATCH))})`,
      );
    }
  }
}

function partsOf(pointer: Pointer): { table: Sql; name: string; owner: Sql } {
  const name = pointer.entity.options.tableName ?? pointer.entity.options.name;
  return { table: tableOf(pointer.entity), name, owner: column(name, columnOf(pointer.owner)) };
}

function columnFor(pointer: Pointer): Sql {
  return raw(columnOf(pointer.property));
}

/** Rows of the aliased table that are such pointers, to this record. */
function pointsTo(pointer: Pointer, alias: string, id: string): Sql {
  return sql`${column(alias, columnOf(pointer.property))} = ${id} AND ${pointer.where(alias)}`;
}

/** Whether an owner has, in a slot, a row that points to this record. */
function stands(pointer: Pointer, id: string, owner: Sql, slot: Sql): Sql {
  return sql`EXISTS (SELECT 1 FROM ${tableOf(pointer.entity)} k WHERE ${pointsTo(pointer, "k", id)}
    AND ${column("k", columnOf(pointer.owner))} = ${owner} AND ${pointer.slot("k")} = ${slot})`;
}
