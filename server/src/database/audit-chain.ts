import { createHash } from "node:crypto";

/** What one entry of the audit log holds, as far as its hash covers it. */
export interface ChainedEntry {
  /** 1 for the first entry; no number is left out. */
  readonly sequence: number;
  readonly id: string;
  readonly at: string;
  readonly userId: string | null;
  readonly address: string | null;
  readonly agent: string | null;
  readonly action: string;
  readonly recordKind: string | null;
  readonly recordId: string | null;
  readonly linkId: string | null;
  readonly requestHash: string | null;
  /** Of the details' text, so that the details may be erased later without breaking the chain. */
  readonly detailsDigest: string | null;
  /** The hash of the entry before. */
  readonly previousHash: string;
}

/** What stands in the place of a hash before the first entry. */
export const CHAIN_BEGIN = "0".repeat(64);

/** SHA-256, in hexadecimal digits. */
export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The hash of an entry: SHA-256 over all that it holds and the hash of the entry before. */
export function chainHash(entry: ChainedEntry): string {
  return digestOf(
    JSON.stringify([
      entry.sequence,
      entry.id,
      entry.at,
      entry.userId,
      entry.address,
      entry.agent,
      entry.action,
      entry.recordKind,
      entry.recordId,
      entry.linkId,
      entry.requestHash,
      entry.detailsDigest,
      entry.previousHash,
    ]),
  );
}
