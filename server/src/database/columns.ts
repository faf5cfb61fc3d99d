import type { EntitySchemaColumnOptions } from "typeorm";

/** Column kinds of the entities. The migration that makes the table chooses the dialect's type for each. */
export const id = { type: "varchar", length: 36 } as const satisfies EntitySchemaColumnOptions;
export const text = (length: number) => ({ type: "varchar", length }) as const;
export const longText = { type: "text" } as const satisfies EntitySchemaColumnOptions;
export const json = { type: "simple-json" } as const satisfies EntitySchemaColumnOptions;
export const integer = { type: "int" } as const satisfies EntitySchemaColumnOptions;
export const sum = { type: "bigint" } as const satisfies EntitySchemaColumnOptions;
export const flag = { type: "boolean" } as const satisfies EntitySchemaColumnOptions;
/** An instant as ISO 8601 text in UTC with milliseconds, which sorts as it reads. */
export const instant = text(24);
/** One end of a partial date: EDTF text, or a whole day (`2005-12-31`, empty where there is no date). */
export const day = text(10);

/** A text that there may be none of, in a column that is never null, so that indexes and sums have one kind of nothing. */
export const emptyForNone = (column: ReturnType<typeof text>) =>
  ({
    ...column,
    transformer: { from: (stored: string) => stored || null, to: (value: string | null) => value ?? "" },
  }) as const;

export const optional = <Column extends EntitySchemaColumnOptions>(column: Column) =>
  ({ ...column, nullable: true }) as const;
export const primary = <Column extends EntitySchemaColumnOptions>(column: Column) =>
  ({ ...column, primary: true }) as const;

/** Columns that every record has. */
export const recordColumns = {
  id: primary(id),
  version: integer,
  createdAt: instant,
  updatedAt: instant,
  deletedAt: optional(instant),
} as const;

/** A row of a record: something people make, edit under a version, and put into the trash. */
export interface RecordRow {
  id: string;
  /** Starts at 1; each write adds one. */
  version: number;
  createdAt: string;
  updatedAt: string;
  /** Set while the record lies in the trash. */
  deletedAt: string | null;
}
