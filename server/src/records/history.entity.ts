import type { HistoryAction, RecordKind } from "@concord/shared/vocabularies";
import { EntitySchema } from "typeorm";
import { id, instant, json, optional, primary, text } from "../database/columns.ts";

/** What one write did to one field, in the shape of the input. */
export interface StoredChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface HistoryRow {
  /** Time-ordered, so that it also orders the entries. */
  id: string;
  recordKind: RecordKind;
  recordId: string;
  at: string;
  /** Null for what the installation itself loaded. */
  userId: string | null;
  action: HistoryAction;
  changes: StoredChange[];
  /** The collaboration that a change of a link concerns: who may not read that one does not see this entry. */
  linkId: string | null;
  /** Of the input that made the record, so that the same request sent again makes no second one. */
  requestHash: string | null;
}

export const historyEntity = new EntitySchema<HistoryRow>({
  name: "history",
  columns: {
    id: primary(id),
    recordKind: text(20),
    recordId: id,
    at: instant,
    userId: optional(id),
    action: text(20),
    changes: json,
    linkId: optional(id),
    requestHash: optional(text(64)),
  },
});
