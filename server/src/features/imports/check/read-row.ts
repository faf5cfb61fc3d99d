import type { FieldIssue } from "@concord/shared/rules/check";
import type { ImportField, Mention, Said } from "../fields/field.ts";
import type { Import, ImportMapping, Reason } from "../imports.entity.ts";
import type { ImportedKind } from "../kinds/imported-kind.ts";
import type { Lookup } from "../lookup.ts";
import { isSheetError } from "../values/texts.ts";

/** What a row says, and why some of it cannot be read. */
export interface RowReading {
  readonly said: Said;
  readonly reasons: readonly Reason[];
}

/** A field, and the columns that say it; none where it is only said for all rows. */
interface Place {
  readonly field: ImportField;
  readonly columns: readonly number[];
  readonly otherwise: string;
}

interface Cell {
  readonly column: number | null;
  readonly text: string;
}

/** Reads the rows of one file by its mapping. */
export class RowReader {
  private readonly kind: ImportedKind;
  private readonly file: Pick<Import, "columns" | "format">;
  private readonly mapping: ImportMapping;
  private readonly places: readonly Place[];

  constructor(kind: ImportedKind, file: Pick<Import, "columns" | "format">, mapping: ImportMapping) {
    this.kind = kind;
    this.file = file;
    this.mapping = mapping;
    // In the order of the fields: a province is read when its country is known.
    this.places = kind.fields.flatMap((field): Place[] => {
      const columns = mapping.columns.flatMap((id, index) => (id === field.id ? [index] : []));
      const otherwise = mapping.forAll[field.id] ?? "";
      return columns.length > 0 || otherwise !== "" ? [{ field, columns, otherwise }] : [];
    });
  }

  /** What must have been looked up before the row is read. */
  mentionsIn(cells: readonly string[]): Mention[] {
    return this.places.flatMap(({ field, ...place }) =>
      cellsOf(cells, place).flatMap(({ text }) => field.mentions?.(text) ?? []),
    );
  }

  read(cells: readonly string[], lookup: Lookup): RowReading {
    const reasons: Reason[] = this.tooManyCells(cells);
    let said: Said = {};
    for (const { field, ...place } of this.places) {
      for (const cell of cellsOf(cells, place)) {
        const reading = this.readCell(field, cell, said, lookup);
        if ("fault" in reading) reasons.push({ column: cell.column, message: reading.fault });
        else said = together(said, reading.said);
      }
    }
    if (reasons.length === 0 && Object.keys(said).length === 0) {
      reasons.push({ column: null, message: "Nothing in this row stands in a column that is matched with a field." });
    }
    // Fields are read in their own order; what is wrong is told in the order of the columns.
    return { said: this.kind.whole(said), reasons: reasons.toSorted((a, b) => (a.column ?? -1) - (b.column ?? -1)) };
  }

  /** Faults of the rules, each at the column whose cell it is about. */
  reasonsOf(issues: readonly FieldIssue[]): Reason[] {
    return issues.map(({ path, message }) => {
      const property = path.split(".")[0];
      const place = this.places.find(({ field, columns }) => field.property === property && columns.length > 0);
      return { column: place?.columns[0] ?? null, message };
    });
  }

  private readCell(field: ImportField, { column, text }: Cell, said: Said, lookup: Lookup) {
    if (isSheetError(text))
      return { fault: `The cell shows ${text}: a formula of the spreadsheet failed. Mend it there.` };
    return field.read(text, {
      said,
      dateOrder: this.mapping.dateOrder ?? (column === null ? null : (this.file.columns[column]?.dateOrder ?? null)),
      from1904: this.file.format.from1904 ?? false,
      system: this.mapping.system,
      meaningOf: (mention) => lookup.meaningOf(mention),
    });
  }

  /** In a text file, more cells than headings come of a separator within a cell: nobody can tell where. */
  private tooManyCells(cells: readonly string[]): Reason[] {
    const columns = this.file.columns.length;
    if (this.file.format.type !== "CSV" || cells.length <= columns) return [];
    return [
      {
        column: null,
        message: `The row has ${cells.length} cells, and there are ${columns} headings. Put a cell that holds the separator into quotation marks.`,
      },
    ];
  }
}

function cellsOf(cells: readonly string[], { columns, otherwise }: Omit<Place, "field">): Cell[] {
  const filled = columns.flatMap((column): Cell[] => {
    const text = cells[column]?.trim() ?? "";
    return text === "" ? [] : [{ column, text }];
  });
  return filled.length > 0 || otherwise === "" ? filled : [{ column: null, text: otherwise }];
}

/** Lists are put together; of anything else, the later word holds. */
function together(before: Said, more: Said): Said {
  const added = Object.entries(more).map(([key, value]) => {
    const earlier = before[key];
    return [key, Array.isArray(earlier) && Array.isArray(value) ? [...earlier, ...value] : value] as const;
  });
  return { ...before, ...Object.fromEntries(added) };
}
