import type { ImportField } from "./fields/field.ts";
import type { ImportColumn } from "./imports.entity.ts";
import { wordKey } from "./values/texts.ts";

/** How many cells of a column are looked at to guess what it holds, and how many of them must look like it. */
export const SAMPLE_ROWS = 200;
const LOOKS_LIKE = 0.8;
const SHOWN_SAMPLES = 5;
const DISTINCT = 0.8;

interface Proposal {
  readonly column: number;
  readonly field: ImportField;
  readonly foundBy: NonNullable<ImportColumn["foundBy"]>;
  readonly score: number;
}

interface ColumnContent {
  readonly header: string;
  /** The cells of the first rows that are not empty. */
  readonly cells: readonly string[];
}

/**
 * Which field each column holds: by the field's name, by what else it is called, by what stands in the column; each field
 * once, unless several columns may say it. Null for a column that none fits.
 */
export function proposeFields(
  columns: readonly ColumnContent[],
  fields: readonly ImportField[],
): { field: string | null; foundBy: ImportColumn["foundBy"] }[] {
  const proposals = columns
    .flatMap((column, index) => proposalsFor(column, index, fields))
    .toSorted((a, b) => b.score - a.score || a.column - b.column);
  const chosen = new Map<number, Proposal>();
  const taken = new Set<string>();
  for (const proposal of proposals) {
    if (chosen.has(proposal.column) || (taken.has(proposal.field.id) && !isRepeatable(proposal))) continue;
    chosen.set(proposal.column, proposal);
    taken.add(proposal.field.id);
  }
  nameIfNoneIs(columns, fields, chosen, taken);
  return columns.map((_column, index) => {
    const proposal = chosen.get(index);
    return { field: proposal?.field.id ?? null, foundBy: proposal?.foundBy ?? null };
  });
}

/** A second column is taken for the same list only where it is called so. */
function isRepeatable({ field, foundBy }: Proposal): boolean {
  return field.several === true && foundBy !== "CONTENT";
}

function proposalsFor(column: ColumnContent, index: number, fields: readonly ImportField[]): Proposal[] {
  // What our own reports add says nothing of the record.
  if (/^concord:/i.test(column.header)) return [];
  const key = wordKey(column.header);
  // "Other name 2" and "Partner 1" are columns of a list.
  const unnumbered = key.replace(/ \d+$/, "");
  return fields.flatMap((field, order): Proposal[] => {
    const propose = (foundBy: Proposal["foundBy"], score: number) => [
      { column: index, field, foundBy, score: score - order / 1000 },
    ];
    const names = [field.label, field.id].map(wordKey);
    const aliases = field.aliases.map(wordKey);
    if (names.includes(key)) return propose("NAME", 100);
    if (aliases.includes(key)) return propose("ALIAS", 90);
    if (field.several && [...names, ...aliases].includes(unnumbered)) return propose("ALIAS", 85);
    const part = [...names, ...aliases].filter((name) => name.length > 3 && ` ${key} `.includes(` ${name} `));
    if (part.length > 0) return propose("ALIAS", 50 + Math.min(30, Math.max(...part.map((name) => name.length))));
    return looksLike(column, field) ? propose("CONTENT", 20) : [];
  });
}

function looksLike({ cells }: ColumnContent, field: ImportField): boolean {
  const { looksLike: test } = field;
  if (!test || cells.length === 0) return false;
  return cells.filter((cell) => test(cell)).length >= cells.length * LOOKS_LIKE;
}

/** What no column is called is likely the first whose texts are nearly all different. */
function nameIfNoneIs(
  columns: readonly ColumnContent[],
  fields: readonly ImportField[],
  chosen: Map<number, Proposal>,
  taken: ReadonlySet<string>,
): void {
  const field = fields.find(({ id }) => id === "name" || id === "title");
  if (!field || taken.has(field.id) || taken.has("familyName")) return;
  const column = columns.findIndex(({ header, cells }, index) => {
    const isText = cells.length > 0 && cells.every((cell) => /\p{L}{2}/u.test(cell));
    return !chosen.has(index) && !/^concord:/i.test(header) && isText && new Set(cells).size >= cells.length * DISTINCT;
  });
  if (column >= 0) chosen.set(column, { column, field, foundBy: "CONTENT", score: 0 });
}

/** Some of what stands in a column, each once, to show to whoever matches it. */
export function samplesOf(cells: readonly string[]): string[] {
  return [...new Set(cells.map((cell) => cell.slice(0, 120)))].slice(0, SHOWN_SAMPLES);
}

/** `A` for the first column, `AA` for the 27th. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}

/** Which of the first rows are the headings: the first that fills most of the width, below titles and remarks. */
export function headingRow(rows: readonly { readonly cells: readonly string[] }[]): number {
  const filled = rows.map(({ cells }) => cells.filter((cell) => cell.trim() !== "").length);
  const most = Math.max(...filled);
  return Math.max(
    0,
    filled.findIndex((count) => count >= most * 0.6),
  );
}
