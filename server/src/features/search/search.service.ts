import { countryName } from "@concord/shared/countries";
import { fold, searchWords } from "@concord/shared/fold";
import { formatPartialDate } from "@concord/shared/partial-date";
import { searchRule } from "@concord/shared/rules/search";
import {
  COLLABORATION_KIND_LABELS,
  codesOf,
  PARTNER_KIND_LABELS,
  RECOGNITION_KIND_LABELS,
  RECORD_KIND_LABELS,
  type RecordKind,
} from "@concord/shared/vocabularies";
import sql, { raw, type Sql } from "sql-template-tag";
import type { EntitySchema } from "typeorm";
import { policies } from "../../access/policies.ts";
import type { RecordRow } from "../../database/columns.ts";
import { parseInput } from "../../records/input.ts";
import { whereThere } from "../../records/scope.ts";
import { someMatching } from "../../records/search-terms.ts";
import type { Viewing } from "../../records/viewing.ts";
import { collaborationEntity } from "../collaborations/collaborations.entity.ts";
import { partnerEntity } from "../partners/partners.entity.ts";
import { partnerById } from "../partners/partners.loader.ts";
import { personEntity } from "../people/people.entity.ts";
import { positionsOf } from "../people/people.loader.ts";
import { recognitionEntity } from "../recognitions/recognitions.entity.ts";
import { statementEntity } from "../statements/statements.entity.ts";

/** What was found, and two lines to show. */
export interface SearchHit {
  readonly kind: RecordKind;
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
}

const EXCERPT = 120;
/** Of so many records that hold the words elsewhere than at the beginning of their title the first by title are shown. */
const CANDIDATES = 200;

/** Finds records of one kind: those whose title begins with the text, or others in which every word begins a word. */
interface Finder {
  titles(viewing: Viewing, text: string, first: number): Promise<SearchHit[]>;
  others(viewing: Viewing, text: string, first: number): Promise<SearchHit[]>;
}

function finder<Row extends RecordRow>(
  kind: RecordKind,
  entity: EntitySchema<Row>,
  sortColumn: string,
  describe: (row: Row, viewing: Viewing) => Promise<Omit<SearchHit, "kind" | "id">> | Omit<SearchHit, "kind" | "id">,
): Finder {
  const { policy, table } = policies[kind];
  const column = raw(`t.${sortColumn}`);
  const read = async (viewing: Viewing, from: Sql, first: number) => {
    const rows = await viewing.database.find(
      entity,
      sql`SELECT t.* FROM ${raw(table)} t ${from} ORDER BY ${column}, t.id LIMIT ${first}`,
    );
    return Promise.all(rows.map(async (row) => ({ kind, id: row.id, ...(await describe(row, viewing)) })));
  };
  const isTitle = (text: string) => {
    const folded = fold(text.trim());
    return sql`(${column} >= ${folded} AND ${column} < ${`${folded}\u{10FFFF}`})`;
  };
  return {
    titles: (viewing, text, first) =>
      read(viewing, sql`WHERE ${whereThere(viewing.viewer, policy, "t")} AND ${isTitle(text)}`, first),
    others: (viewing, text, first) => {
      const where = sql`${whereThere(viewing.viewer, policy, "t")} AND NOT ${isTitle(text)}`;
      const some = someMatching(table, column, kind, searchWords(text), where, CANDIDATES);
      // Sorted before they are joined: whole records would be what is sorted, of which nearly all are not shown.
      const firsts = sql`SELECT DISTINCT record_id, sorted FROM (${some}) some ORDER BY sorted, record_id LIMIT ${first}`;
      return read(viewing, sql`JOIN (${firsts}) found ON found.record_id = t.id`, first);
    },
  };
}

const parts = (...texts: readonly (string | null | undefined)[]) => texts.filter(Boolean).join(" · ");
const dateText = (edtf: string | null) => (edtf === null ? null : formatPartialDate(edtf));
const excerpt = (text: string) => (text.length > EXCERPT ? `${text.slice(0, EXCERPT).trimEnd()}…` : text);

const finders: Readonly<Record<RecordKind, Finder>> = {
  PARTNER: finder("PARTNER", partnerEntity, "name_sort", (row) => ({
    title: row.name,
    subtitle: parts(
      row.shortName,
      PARTNER_KIND_LABELS[row.kind],
      row.international ? "International" : row.country && countryName(row.country),
    ),
  })),
  PERSON: finder("PERSON", personEntity, "name_sort", async (row, viewing) => {
    const [position] = await positionsOf(viewing, row.id);
    const partner = position ? await partnerById(viewing, position.partnerId) : null;
    return { title: row.name, subtitle: parts(position?.rankTitle, position?.title, partner?.name) };
  }),
  COLLABORATION: finder("COLLABORATION", collaborationEntity, "title_sort", (row) => ({
    title: row.title,
    subtitle: parts(
      COLLABORATION_KIND_LABELS[row.kind],
      dateText(row.beginEdtf),
      row.country && countryName(row.country),
    ),
  })),
  RECOGNITION: finder("RECOGNITION", recognitionEntity, "title_sort", (row) => ({
    title: row.title,
    subtitle: parts(RECOGNITION_KIND_LABELS[row.kind], dateText(row.dateEdtf)),
  })),
  STATEMENT: finder("STATEMENT", statementEntity, "speaker_sort", (row) => ({
    title: row.speakerName,
    subtitle: parts(dateText(row.dateEdtf), excerpt(row.translation ?? row.text)),
  })),
};

/**
 * Records that the viewer may read and in which every word of the text begins a word: those whose title begins with
 * the text first, then by kind.
 * @throws BAD_USER_INPUT
 */
export async function search(viewing: Viewing, raw: unknown): Promise<SearchHit[]> {
  const { text, kinds, first } = parseInput(searchRule, raw);
  if (searchWords(text).length === 0) return [];
  const wanted = codesOf(RECORD_KIND_LABELS).filter((kind) => !kinds || kinds.includes(kind));
  const titles = (await Promise.all(wanted.map((kind) => finders[kind].titles(viewing, text, first)))).flat();
  if (titles.length >= first) return titles.slice(0, first);
  const others = await Promise.all(wanted.map((kind) => finders[kind].others(viewing, text, first)));
  return [...titles, ...others.flat()].slice(0, first);
}
