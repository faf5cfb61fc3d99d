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
import { matchesText } from "../../records/search-terms.ts";
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

interface Ranked {
  readonly hit: SearchHit;
  /** Whether the title begins with what was looked for. */
  readonly isTitle: boolean;
}

const EXCERPT = 120;

type FindKind = (viewing: Viewing, text: string, first: number) => Promise<Ranked[]>;

/** Rows of one kind in which every word begins a word; those whose title begins with the text first. */
function finder<Row extends RecordRow>(
  kind: RecordKind,
  entity: EntitySchema<Row>,
  sortColumn: string,
  describe: (row: Row, viewing: Viewing) => Promise<Omit<SearchHit, "kind" | "id">> | Omit<SearchHit, "kind" | "id">,
  sortText: (row: Row) => string,
): FindKind {
  return async (viewing, text, first) => {
    const folded = fold(text.trim());
    const column = raw(`t.${sortColumn}`);
    const isTitle: Sql = sql`CASE WHEN ${column} >= ${folded} AND ${column} < ${`${folded}\u{10FFFF}`} THEN 0 ELSE 1 END`;
    const rows = await viewing.database.find(
      entity,
      sql`SELECT t.* FROM ${raw(policies[kind].table)} t
          WHERE ${whereThere(viewing.viewer, policies[kind].policy, "t")} AND ${matchesText("t", kind, text)}
          ORDER BY ${isTitle}, ${column}, t.id LIMIT ${first}`,
    );
    return Promise.all(
      rows.map(async (row) => ({
        hit: { kind, id: row.id, ...(await describe(row, viewing)) },
        isTitle: sortText(row).startsWith(folded),
      })),
    );
  };
}

const parts = (...texts: readonly (string | null | undefined)[]) => texts.filter(Boolean).join(" · ");
const dateText = (edtf: string | null) => (edtf === null ? null : formatPartialDate(edtf));
const excerpt = (text: string) => (text.length > EXCERPT ? `${text.slice(0, EXCERPT).trimEnd()}…` : text);

const finders: Readonly<Record<RecordKind, FindKind>> = {
  PARTNER: finder(
    "PARTNER",
    partnerEntity,
    "name_sort",
    (row) => ({
      title: row.name,
      subtitle: parts(
        row.shortName,
        PARTNER_KIND_LABELS[row.kind],
        row.international ? "International" : row.country && countryName(row.country),
      ),
    }),
    (row) => row.nameSort,
  ),
  PERSON: finder(
    "PERSON",
    personEntity,
    "name_sort",
    async (row, viewing) => {
      const [position] = await positionsOf(viewing, row.id);
      const partner = position ? await partnerById(viewing, position.partnerId) : null;
      return { title: row.name, subtitle: parts(position?.rankTitle, position?.title, partner?.name) };
    },
    (row) => row.nameSort,
  ),
  COLLABORATION: finder(
    "COLLABORATION",
    collaborationEntity,
    "title_sort",
    (row) => ({
      title: row.title,
      subtitle: parts(
        COLLABORATION_KIND_LABELS[row.kind],
        dateText(row.beginEdtf),
        row.country && countryName(row.country),
      ),
    }),
    (row) => row.titleSort,
  ),
  RECOGNITION: finder(
    "RECOGNITION",
    recognitionEntity,
    "title_sort",
    (row) => ({ title: row.title, subtitle: parts(RECOGNITION_KIND_LABELS[row.kind], dateText(row.dateEdtf)) }),
    (row) => row.titleSort,
  ),
  STATEMENT: finder(
    "STATEMENT",
    statementEntity,
    "speaker_sort",
    (row) => ({
      title: row.speakerName,
      subtitle: parts(dateText(row.dateEdtf), excerpt(row.translation ?? row.text)),
    }),
    (row) => row.speakerSort,
  ),
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
  const found = (await Promise.all(wanted.map((kind) => finders[kind](viewing, text, first)))).flat();
  return [...found.filter((ranked) => ranked.isTitle), ...found.filter((ranked) => !ranked.isTitle)]
    .slice(0, first)
    .map((ranked) => ranked.hit);
}
