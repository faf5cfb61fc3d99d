import { randomBytes, randomInt } from "node:crypto";
import type { AuditAction, AuditSubjectKind } from "@concord/shared/vocabularies";
import sql from "sql-template-tag";
import { v7 } from "uuid";
import { chainHash, digestOf } from "../database/audit-chain.ts";
import type { Transaction } from "../database/database.ts";
import { numberOf, textOf } from "../database/rows.ts";
import { type AuditDetails, type AuditRow, auditEntity, type StoredChange } from "./audit-log.entity.ts";
import type { Actor } from "./viewing.ts";

interface AuditEntry {
  readonly action: AuditAction;
  readonly subject?: { readonly kind: AuditSubjectKind; readonly id: string };
  readonly linkId?: string;
  readonly changes?: readonly StoredChange[];
  readonly remark?: string;
  readonly requestHash?: string;
}

type PendingRow = Omit<AuditRow, "sequence" | "previousHash" | "hash">;

const AGENT_LENGTH = 200;
const pendingOf = new WeakMap<Transaction, PendingRow[]>();

/**
 * Adds to the audit log, in the transaction of what happened: both are there, or neither. The entries are written at
 * its end, so that the log's end is locked only for the moment before the commit.
 */
export function note(transaction: Transaction, actor: Actor, ...entries: readonly AuditEntry[]): void {
  let pending = pendingOf.get(transaction);
  if (!pending) {
    const rows: PendingRow[] = [];
    pending = rows;
    pendingOf.set(transaction, rows);
    transaction.beforeCommit("LOG", () => append(transaction, rows));
  }
  const at = new Date().toISOString();
  pending.push(...entries.map((entry) => rowOf(actor, entry, at)));
}

function rowOf(actor: Actor, entry: AuditEntry, at: string): PendingRow {
  const hasDetails = (entry.changes?.length ?? 0) > 0 || entry.remark !== undefined;
  const details: AuditDetails | null = hasDetails
    ? {
        salt: randomBytes(16).toString("base64url"),
        changes: [...(entry.changes ?? [])],
        ...(entry.remark === undefined ? {} : { remark: entry.remark }),
      }
    : null;
  return {
    id: entryId(),
    at,
    userId: actor.userId,
    address: actor.origin.address,
    agent: actor.origin.agent?.slice(0, AGENT_LENGTH) ?? null,
    action: entry.action,
    recordKind: entry.subject?.kind ?? null,
    recordId: entry.subject?.id ?? null,
    linkId: entry.linkId ?? null,
    details,
    requestHash: entry.requestHash ?? null,
    detailsDigest: details ? digestOf(JSON.stringify(details)) : null,
  };
}

/** The time and the counter of the newest id of an entry. */
let newest = { msecs: 0, seq: 0 };
const MAX_STEP = 2 ** 20;

/**
 * An id that comes after the one before (UUID version 7). It goes on by a random step: ids that are counted through tell
 * how many lie between two of them, and so that a change of a link is hidden between two others.
 */
function entryId(): string {
  const seq = newest.seq + randomInt(1, MAX_STEP);
  const isFull = seq >= 2 ** 32;
  newest =
    Date.now() > newest.msecs || isFull
      ? { msecs: Math.max(Date.now(), newest.msecs + 1), seq: randomInt(2 ** 31) }
      : { ...newest, seq };
  return v7(newest);
}

async function append(transaction: Transaction, pending: readonly PendingRow[]): Promise<void> {
  if (pending.length === 0) return;
  await transaction.execute(sql`UPDATE audit_head SET newest = newest + ${pending.length} WHERE id = 1`);
  const [head] = await transaction.raw(sql`SELECT newest, hash FROM audit_head WHERE id = 1`);
  if (!head) throw new Error("The audit log has lost its end: the table audit_head is empty.");
  let sequence = numberOf(head, "newest") - pending.length;
  let previousHash = textOf(head, "hash");
  const rows = pending.map((entry): AuditRow => {
    sequence += 1;
    const linked = { ...entry, sequence, previousHash };
    previousHash = chainHash(linked);
    return { ...linked, hash: previousHash };
  });
  await transaction.insert(auditEntity, rows);
  await transaction.execute(sql`UPDATE audit_head SET hash = ${previousHash} WHERE id = 1`);
}
