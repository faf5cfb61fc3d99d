import type { DuplicateDraft } from "@concord/shared/rules/duplicates";
import type { DuplicateKind } from "@concord/shared/vocabularies";
import type { Sql } from "sql-template-tag";
import type { Reader } from "../../database/database.ts";
import type { Verdict } from "./matching/reasons.ts";

/** Which records of an aliased table may be read: those that are there for a viewer, or all that are there. */
export type ScopeOf = (alias: string) => Sql;

/** What one kind of record is to matching: how it is read, by which keys it is found, and how two are compared. */
export interface KindMatching<Read> {
  readonly kind: DuplicateKind;
  /** Records by id, as far as they are in the scope; the same number of statements for one and for many. */
  read(reader: Reader, ids: readonly string[], scopeOf: ScopeOf): Promise<Map<string, Read>>;
  /** Drafts in their order; the same number of statements for one and for many. */
  readDrafts(reader: Reader, drafts: readonly DuplicateDraft[], scopeOf: ScopeOf): Promise<Read[]>;
  keys(read: Read): string[];
  score(mine: Read, theirs: Read): Verdict;
  names(read: Read): readonly string[];
}
