import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { HistoryAction } from "@concord/shared/vocabularies";
import { v7 } from "uuid";
import type { RecordRow } from "../database/columns.ts";
import type { Transaction } from "../database/database.ts";
import { type HistoryRow, historyEntity, type StoredChange } from "./history.entity.ts";
import type { RecordDefinition } from "./record.ts";

interface Write<Values> {
  readonly recordId: string;
  readonly userId: string | null;
  readonly at: string;
  readonly action: HistoryAction;
  readonly before: Values | null;
  readonly after: Values | null;
  readonly requestHash?: string;
}

/** Fields that differ, in the order of the record; a record that is made differs from nothing by what it holds. */
export function changesOf<Values extends object>(before: Values | null, after: Values | null): StoredChange[] {
  const from = new Map<string, unknown>(Object.entries(before ?? {}));
  const to = new Map<string, unknown>(Object.entries(after ?? {}));
  return [...new Set([...from.keys(), ...to.keys()])]
    .map((field) => ({ field, before: from.get(field) ?? null, after: to.get(field) ?? null }))
    .filter(({ before: was, after: is }) => !isDeepStrictEqual(emptyToNull(was), emptyToNull(is)));
}

function emptyToNull(value: unknown): unknown {
  return value === false || (Array.isArray(value) && value.length === 0) ? null : value;
}

/**
 * Appends to the history, in the transaction of the write. A change of a link has an entry of its own that names the
 * other record, so that whoever may not read that one can be kept from the entry by a WHERE clause.
 */
export async function writeHistory<Row extends RecordRow, Values extends object>(
  transaction: Transaction,
  definition: RecordDefinition<Row, Values>,
  write: Write<Values>,
): Promise<void> {
  const linkFields = new Set<string>(definition.links.map((link) => link.name));
  const entry = (changes: StoredChange[], linkId: string | null): HistoryRow => ({
    id: v7(),
    recordKind: definition.kind,
    recordId: write.recordId,
    at: write.at,
    userId: write.userId,
    // A link is a change of its own, so that a record is not shown to have been made or deleted twice.
    action: linkId === null ? write.action : "UPDATE",
    changes,
    linkId,
    requestHash: linkId === null ? (write.requestHash ?? null) : null,
  });
  const main = changesOf(write.before, write.after).filter((change) => !linkFields.has(change.field));
  const links = definition.links.flatMap((link) => {
    const before = write.before ? link.get(write.before) : [];
    const after = write.after ? link.get(write.after) : [];
    return [
      ...before
        .filter((id) => !after.includes(id))
        .map((id) => entry([{ field: link.name, before: [id], after: null }], id)),
      ...after
        .filter((id) => !before.includes(id))
        .map((id) => entry([{ field: link.name, before: null, after: [id] }], id)),
    ];
  });
  const entries = main.length > 0 || write.action !== "UPDATE" ? [entry(main, null), ...links] : links;
  await transaction.insert(historyEntity, entries);
}

/** What two requests have in common that ask for the same thing. */
export function requestHash(input: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(sorted(input)))
    .digest("hex");
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}
