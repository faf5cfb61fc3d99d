import type { AuditAction, AuditSubjectKind } from "@concord/shared/vocabularies";
import { EntitySchema } from "typeorm";
import { id, instant, integer, json, optional, primary, text } from "../database/columns.ts";

/** What one write did to one field, in the shape of the input. */
export interface StoredChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What an entry tells besides who, when, where and what to which record. */
export interface AuditDetails {
  /** Random, so that nobody can find out by trying what erased details were. */
  readonly salt: string;
  readonly changes: StoredChange[];
  /** A reason that was given, an address that was tried, a filter of what was exported. */
  readonly remark?: string;
}

/** One entry of the log of all that happens; what happened to a record is the record's history. */
export interface AuditRow {
  /** 1 for the first; without a gap. Shown to nobody but administrators: a gap would tell of what is hidden. */
  sequence: number;
  /** Time-ordered, so that it also orders the entries. */
  id: string;
  at: string;
  /** Null for what the installation itself did, and where nobody was signed in. */
  userId: string | null;
  /** The client's network address. */
  address: string | null;
  /** What the client's program calls itself. */
  agent: string | null;
  action: AuditAction;
  recordKind: AuditSubjectKind | null;
  recordId: string | null;
  /**
   * Another record that the entry concerns, as the collaboration that was linked or the record that would have told a true
   * name: who may not read that one does not see this entry.
   */
  linkId: string | null;
  /** Null where there are none, and where they were erased with their record. */
  details: AuditDetails | null;
  /** Of the input that made the record, so that the same request sent again makes no second one. */
  requestHash: string | null;
  detailsDigest: string | null;
  previousHash: string;
  hash: string;
}

export const auditEntity = new EntitySchema<AuditRow>({
  name: "audit_log",
  columns: {
    sequence: primary(integer),
    id,
    at: instant,
    userId: optional(id),
    address: optional(text(45)),
    agent: optional(text(200)),
    action: text(30),
    recordKind: optional(text(20)),
    recordId: optional(id),
    linkId: optional(id),
    details: optional(json),
    requestHash: optional(text(64)),
    detailsDigest: optional(text(64)),
    previousHash: text(64),
    hash: text(64),
  },
});

/** The end of the log: one row, which every transaction that adds to the log locks until its commit. */
interface AuditHead {
  id: number;
  newest: number;
  hash: string;
}

export const auditHeadEntity = new EntitySchema<AuditHead>({
  name: "audit_head",
  columns: { id: primary(integer), newest: integer, hash: text(64) },
});
