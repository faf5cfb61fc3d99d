import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { HistoryAction } from "@concord/shared/vocabularies";
import type { RecordRow } from "../database/columns.ts";
import type { Transaction } from "../database/database.ts";
import type { StoredChange } from "./audit-log.entity.ts";
import { note } from "./audit-log.ts";
import type { RecordDefinition } from "./record.ts";
import type { Actor } from "./viewing.ts";

interface Write<Values> {
  readonly recordId: string;
  readonly action: HistoryAction;
  readonly before: Values | null;
  readonly after: Values | null;
  /** What the entry says besides the fields that differ. */
  readonly told?: readonly StoredChange[];
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
 * Adds to the history, in the transaction of the write. A change of a link has an entry of its own that names the
 * other record, so that whoever may not read that one can be kept from the entry by a WHERE clause.
 */
export function writeHistory<Row extends RecordRow, Values extends object>(
  transaction: Transaction,
  actor: Actor,
  definition: RecordDefinition<Row, Values>,
  write: Write<Values>,
): void {
  const subject = { kind: definition.kind, id: write.recordId };
  const linkFields = new Set<string>(definition.links.map((link) => link.name));
  const differing = changesOf(write.before, write.after).filter((change) => !linkFields.has(change.field));
  const changes = [...(write.told ?? []), ...differing];
  // A link is a change of its own, so that a record is not shown to have been made or deleted twice.
  const links = linkChanges(definition, write).map(({ linkId, change }) => ({
    action: "UPDATE" as const,
    subject,
    linkId,
    changes: [change],
  }));
  if (changes.length > 0 || write.action !== "UPDATE") {
    const { requestHash } = write;
    note(transaction, actor, {
      action: write.action,
      subject,
      changes,
      ...(requestHash === undefined ? {} : { requestHash }),
    });
  }
  note(transaction, actor, ...links);
}

/** The collaborations that a write linked or unlinked. */
export function linkChanges<Row extends RecordRow, Values extends object>(
  definition: RecordDefinition<Row, Values>,
  { before, after }: Pick<Write<Values>, "before" | "after">,
): { linkId: string; change: StoredChange }[] {
  return definition.links.flatMap((link) => {
    const was = before ? link.get(before) : [];
    const is = after ? link.get(after) : [];
    return [
      ...was
        .filter((id) => !is.includes(id))
        .map((id) => ({ linkId: id, change: { field: link.name, before: [id], after: null } })),
      ...is
        .filter((id) => !was.includes(id))
        .map((id) => ({ linkId: id, change: { field: link.name, before: null, after: [id] } })),
    ];
  });
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
