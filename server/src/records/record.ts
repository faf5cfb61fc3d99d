import type { FieldIssue } from "@concord/shared/rules/check";
import type { RecordKind } from "@concord/shared/vocabularies";
import type { EntitySchema } from "typeorm";
import type { Policy } from "../access/policies.ts";
import type { AccessFacts } from "../access/rule.ts";
import type { RecordRow } from "../database/columns.ts";
import type { Reader, Transaction } from "../database/database.ts";
import type { Viewing } from "./viewing.ts";

/** A mention of another record, office or user by its id, at a path of the input. */
export interface Reference {
  readonly path: string;
  readonly kind: RecordKind | "OFFICE" | "USER";
  readonly id: string;
}

/** A field that holds ids of collaborations, some of which a viewer may not be allowed to know of. */
export interface LinkField<Values> {
  readonly name: string & keyof Values;
  get(values: Values): readonly string[];
  set(values: Values, ids: string[]): Values;
}

/**
 * What one kind of record is to the one way of writing, listing and searching. `Values` is the record in the shape of
 * its input, whole, lists included: forms send it, conflicts answer it, history compares it.
 */
export interface RecordDefinition<Row extends RecordRow, Values extends object> {
  readonly kind: RecordKind;
  /** As it stands in sentences: "partner". */
  readonly noun: string;
  readonly entity: EntitySchema<Row>;
  readonly policy: Policy;
  readonly links: readonly LinkField<Values>[];
  /** What access depends on; open kinds answer INTERNAL and no members. */
  facts(values: Values): AccessFacts;
  /** What access depends on, as far as the row itself tells: all but the members. */
  rowFacts(row: Row): Omit<AccessFacts, "memberIds">;
  /** Records in the shape of their input, in the order of `rows`; the same number of statements for one and for many. */
  read(reader: Reader, rows: readonly Row[]): Promise<Values[]>;
  /** The columns of the record's own table. */
  columns(values: Values): Omit<Row, keyof RecordRow>;
  /** Rewrites the lists that differ from `before`. */
  writeLists(transaction: Transaction, id: string, values: Values, before: Values | null): Promise<void>;
  /** Rules over the whole record that both sides share. */
  consistency(values: Values, id: string): readonly FieldIssue[];
  /** Fills in what follows from other records, and refuses what they, or `before`, forbid. */
  complete?(viewing: Viewing, reader: Reader, values: Values, id: string, before: Values | null): Promise<Values>;
  references(values: Values): readonly Reference[];
  /** The collaborations whose protected persons its texts must not name; `id` is the record's own. */
  protects(values: Values, id: string): readonly string[];
  /** The texts by which people find it. */
  searchTexts(values: Values): readonly (string | null)[];
  /** Told of each write, in its transaction, for what is kept beside the record; null where it came, went or came back. */
  written?(
    transaction: Transaction,
    id: string,
    change: { readonly before: Values; readonly after: Values } | null,
  ): void;
}

/** The mentions of a list of collaborations. */
export function linkReferences(path: string, ids: readonly string[]): Reference[] {
  return ids.map((id, index) => ({ path: `${path}.${index}`, kind: "COLLABORATION", id }));
}

/** The mentions of members and the responsible office. */
export function memberReferences(values: {
  readonly members: readonly string[];
  readonly office: string;
}): Reference[] {
  return [
    ...values.members.map((id, index) => ({ path: `members.${index}`, kind: "USER", id }) as const),
    { path: "office", kind: "OFFICE", id: values.office },
  ];
}
