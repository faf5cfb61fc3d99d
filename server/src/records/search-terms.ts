import { searchTerms, searchWords } from "@concord/shared/fold";
import type { RecordKind } from "@concord/shared/vocabularies";
import sql, { empty, join, raw, type Sql } from "sql-template-tag";
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

/**
 * Some records of a kind, as `(record_id, sorted)`, in which every word of `words`, of which there is one at least, begins a
 * word: of many, those whose words come first in the alphabet, and no more than so many, so that it takes no longer among
 * many records. One may be there several times.
 * @param sortColumn of the table, read along with the access rule so that no record has to be read again to be sorted
 * @param where holds for the records, as `t`; what the viewer may not read must not take another one's place
 */
export function someMatching(
  table: string,
  sortColumn: Sql,
  kind: RecordKind,
  words: readonly string[],
  where: Sql,
  limit: number,
): Sql {
  const [longest = "", ...others] = words.toSorted((one, other) => other.length - one.length);
  const besides = others.map(
    (word) =>
      sql`AND EXISTS (SELECT 1 FROM search_terms os WHERE os.record_id = st.record_id AND ${begins("os", word)})`,
  );
  return sql`SELECT st.record_id, ${sortColumn} AS sorted FROM search_terms st JOIN ${raw(table)} t ON t.id = st.record_id
    WHERE st.kind = ${kind} AND ${begins("st", longest)} AND ${where} ${besides.length > 0 ? join(besides, " ") : empty}
    ORDER BY st.term, st.record_id LIMIT ${limit}`;
}

/** A range rather than LIKE: both dialects answer it from the index, and nothing in it needs escaping. */
function begins(alias: string, word: string): Sql {
  return sql`${column(alias, "term")} >= ${word} AND ${column(alias, "term")} < ${`${word}\u{10FFFF}`}`;
}

/** Records of the aliased table in which every word of `query` begins a word; without a word, every record. */
export function matchesText(alias: string, kind: RecordKind, query: string): Sql {
  const words = searchWords(query);
  if (words.length === 0) return sql`1 = 1`;
  const matches = words.map(
    (word) => sql`${column(alias, "id")} IN (
      SELECT sw.record_id FROM search_terms sw WHERE sw.kind = ${kind} AND ${begins("sw", word)})`,
  );
  return sql`(${join(matches, " AND ")})`;
}
