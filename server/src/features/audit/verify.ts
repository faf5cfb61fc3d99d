import sql from "sql-template-tag";
import { CHAIN_BEGIN, chainHash, digestOf } from "../../database/audit-chain.ts";
import type { Database } from "../../database/database.ts";
import { numberOf, optionalTextOf, type RawRow, textOf } from "../../database/rows.ts";

const BATCH = 1_000;

export interface Verdict {
  readonly entries: number;
  /** Number and hash of the last entry: kept elsewhere, they show later whether the log's end was cut off. */
  readonly head: string;
  /** One sentence for each place where the log is not what was written; none where it is. */
  readonly faults: readonly string[];
}

/**
 * Reads the whole audit log and holds it against its chain of hashes.
 * @param earlier the head that an earlier verification told, as `1234:abcd…`
 */
export async function verifyAuditLog(database: Database, earlier?: string): Promise<Verdict> {
  const chain = new Chain(await removedRecords(database));
  for (let after = 0; ; ) {
    const rows = await database.raw(
      sql`SELECT * FROM audit_log WHERE sequence > ${after} ORDER BY sequence LIMIT ${BATCH}`,
    );
    for (const row of rows) chain.read(row);
    const last = rows.at(-1);
    if (!last) break;
    after = numberOf(last, "sequence");
  }
  const [head] = await database.raw(sql`SELECT newest, hash FROM audit_head WHERE id = 1`);
  chain.end(numberOf(head, "newest"), head ? textOf(head, "hash") : "");
  if (earlier) chain.holdAgainst(earlier);
  return { entries: chain.entries, head: `${chain.sequence}:${chain.hash}`, faults: chain.faults };
}

/** Records that were removed for good: only their details may have been erased. */
async function removedRecords(database: Database): Promise<ReadonlySet<string>> {
  const rows = await database.raw(sql`SELECT record_id FROM audit_log WHERE action = 'REMOVE'`);
  return new Set(rows.map((row) => textOf(row, "record_id")));
}

class Chain {
  readonly faults: string[] = [];
  entries = 0;
  sequence = 0;
  hash = CHAIN_BEGIN;
  private readonly hashes = new Map<number, string>();
  private readonly removed: ReadonlySet<string>;

  constructor(removed: ReadonlySet<string>) {
    this.removed = removed;
  }

  read(row: RawRow): void {
    const entry = {
      sequence: numberOf(row, "sequence"),
      id: textOf(row, "id"),
      at: textOf(row, "at"),
      userId: optionalTextOf(row, "user_id"),
      address: optionalTextOf(row, "address"),
      agent: optionalTextOf(row, "agent"),
      action: textOf(row, "action"),
      recordKind: optionalTextOf(row, "record_kind"),
      recordId: optionalTextOf(row, "record_id"),
      linkId: optionalTextOf(row, "link_id"),
      requestHash: optionalTextOf(row, "request_hash"),
      detailsDigest: optionalTextOf(row, "details_digest"),
      previousHash: textOf(row, "previous_hash"),
    };
    const name = `Entry ${entry.sequence} (${entry.action} at ${entry.at}, id ${entry.id})`;
    const hash = textOf(row, "hash");
    this.checkPlace(name, entry.sequence, entry.previousHash);
    if (chainHash(entry) !== hash) this.faults.push(`${name} was changed: it is not what its hash was made of.`);
    this.checkDetails(name, entry, optionalTextOf(row, "details"));
    this.entries += 1;
    this.sequence = entry.sequence;
    this.hash = hash;
    this.hashes.set(entry.sequence, hash);
  }

  private checkPlace(name: string, sequence: number, previousHash: string): void {
    const expected = this.sequence + 1;
    if (sequence > expected) {
      const missing =
        sequence - 1 === expected ? `Entry ${expected} was` : `Entries ${expected} to ${sequence - 1} were`;
      this.faults.push(`${missing} removed.`);
    } else if (previousHash !== this.hash) {
      this.faults.push(`${name} does not follow on entry ${this.sequence}: one of the two was put in or exchanged.`);
    }
  }

  private checkDetails(
    name: string,
    entry: { readonly detailsDigest: string | null; readonly recordId: string | null; readonly linkId: string | null },
    details: string | null,
  ): void {
    if (details !== null && digestOf(details) !== entry.detailsDigest) {
      this.faults.push(`${name} was changed: its details are not what was written.`);
    }
    const erased = details === null && entry.detailsDigest !== null;
    const mayBeErased = [entry.recordId, entry.linkId].some((id) => id !== null && this.removed.has(id));
    if (erased && !mayBeErased) {
      this.faults.push(`${name} was changed: its details were erased, though its record was not removed.`);
    }
  }

  end(newest: number, hash: string): void {
    if (this.sequence < newest)
      this.faults.push(`The end was cut off: entries ${this.sequence + 1} to ${newest} were removed.`);
    else if (this.sequence > newest) this.faults.push(`Entries from ${newest + 1} on were put in at the end.`);
    else if (this.hash !== hash)
      this.faults.push(`The end was exchanged: entry ${newest} is not the one that was last.`);
  }

  holdAgainst(earlier: string): void {
    const [number = "", hash = ""] = earlier.split(":");
    const found = this.hashes.get(Number(number));
    if (found === hash) return;
    this.faults.push(
      found === undefined
        ? `Entry ${number}, which was last at an earlier verification, was removed.`
        : `Up to entry ${number} the log is not the one of the earlier verification: it was written anew.`,
    );
  }
}
