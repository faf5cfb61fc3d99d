import { searchTerms, searchWords } from "@concord/shared/fold";
import type { RecordKind } from "@concord/shared/vocabularies";
import sql, { join, type Sql } from "sql-template-tag";
import { EntitySchema } from "typeorm";
import { column } from "../access/rule.ts";
import { id, primary, text } from "../database/columns.ts";
import type { Transaction } from "../database/database.ts";

interface SearchTermRow {
  recordId: string;
  term: string;
  kind: RecordKind;
}

/** The folded words by which a record is found; written with the record, read only together with its access scope. */
export const searchTermEntity = new EntitySchema<SearchTermRow>({
  name: "search_terms",
  columns: { recordId: primary(id), term: primary(text(64)), kind: text(20) },
});

/** Rewrites the words of one record. `isNew` saves a statement for a record that has none yet. */
export async function writeSearchTerms(
  transaction: Transaction,
  kind: RecordKind,
  recordId: string,
  texts: readonly (string | null)[],
  isNew: boolean,
): Promise<void> {
  if (!isNew) await transaction.execute(sql`DELETE FROM search_terms WHERE record_id = ${recordId}`);
  const terms = searchTerms(texts.filter((line) => line !== null).join("\n"));
  await transaction.insert(
    searchTermEntity,
    terms.map((term) => ({ recordId, term, kind })),
  );
}

/** Records of the aliased table in which every word of `query` begins a word; without a word, every record. */
export function matchesText(alias: string, kind: RecordKind, query: string): Sql {
  const words = searchWords(query);
  if (words.length === 0) return sql`1 = 1`;
  // A range rather than LIKE: both dialects answer it from the index, and nothing in it needs escaping.
  const matches = words.map(
    (word) => sql`${column(alias, "id")} IN (
      SELECT record_id FROM search_terms WHERE kind = ${kind} AND term >= ${word} AND term < ${`${word}\u{10FFFF}`})`,
  );
  return sql`(${join(matches, " AND ")})`;
}
