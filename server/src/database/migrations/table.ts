import { type QueryRunner, Table, TableColumn, TableIndex } from "typeorm";

type Columns = Readonly<Record<string, ColumnMaker>>;
type ColumnMaker = (name: string, isMysql: boolean) => TableColumn;

interface ColumnOptions {
  readonly type: string;
  readonly length?: string;
  readonly nullable?: boolean;
  readonly primary?: boolean;
  /** What rows get that are there already. */
  readonly existing?: string | number;
}

/**
 * On a MySQL-protocol server, text compares by its code points as SQLite does, so that both order and match alike;
 * what people look for is folded before it is stored.
 */
function make(options: ColumnOptions): ColumnMaker {
  return (name, isMysql) => {
    const collation = { charset: "utf8mb4", collation: "utf8mb4_bin" };
    const isText = ["varchar", "text", "mediumtext"].includes(options.type);
    return new TableColumn({
      name,
      type: options.type === "mediumtext" && !isMysql ? "text" : options.type,
      ...(options.length ? { length: options.length } : {}),
      isNullable: options.nullable ?? false,
      isPrimary: options.primary ?? false,
      ...(options.existing === undefined ? {} : { default: options.existing }),
      ...(isMysql && isText ? collation : {}),
    });
  };
}

function kind(options: ColumnOptions) {
  return {
    make: make(options),
    nullable: make({ ...options, nullable: true }),
    primary: make({ ...options, primary: true }),
  };
}

/** The column kinds of a migration, with the type that each dialect gives them. */
export const id = kind({ type: "varchar", length: "36" });
export const text = (length: number) => kind({ type: "varchar", length: String(length) });
/** Longer than a row may hold: up to 16 MB in UTF-8. */
export const longText = kind({ type: "mediumtext" });
export const integer = kind({ type: "int" });
/** A sum of numbers, each of which is an integer. */
export const sum = kind({ type: "bigint" });
/** A number that is 1 in rows that are there already, as a version. */
export const integerFromOne = make({ type: "int", existing: 1 });
/** A code that rows which are there already are given. */
export const textExisting = (length: number, existing: string) =>
  make({ type: "varchar", length: String(length), existing: `'${existing}'` });
/** An id that rows which are there already are given by their migration. */
export const idToFill = make({ type: "varchar", length: "36", existing: "''" });
export const flag = kind({ type: "boolean" });
/** A flag that is not set in rows that are there already, until their migration sets it. */
export const flagToSet = make({ type: "boolean", existing: 0 });
export const instant = text(24);
export const day = text(10);

/** Columns that every record has. */
export const recordColumns = {
  id: id.primary,
  version: integer.make,
  created_at: instant.make,
  updated_at: instant.make,
  deleted_at: instant.nullable,
} as const;

/** Makes a table and its indices; an index is named after its table and columns. */
export async function createTable(
  runner: QueryRunner,
  name: string,
  columns: Columns,
  indices: readonly (readonly string[])[] = [],
  unique: readonly (readonly string[])[] = [],
): Promise<void> {
  const isMysql = runner.connection.options.type === "mysql";
  await runner.createTable(
    new Table({
      name,
      columns: Object.entries(columns).map(([column, maker]) => maker(column, isMysql)),
      ...(isMysql ? { engine: "InnoDB" } : {}),
      indices: [...indices.map((of) => ({ of, isUnique: false })), ...unique.map((of) => ({ of, isUnique: true }))].map(
        ({ of, isUnique }) =>
          new TableIndex({ name: `${name}_${of.join("_")}`.slice(0, 60), columnNames: [...of], isUnique }),
      ),
    }),
  );
}

/** Adds columns to a table, and unique indices. */
export async function addColumns(
  runner: QueryRunner,
  table: string,
  columns: Columns,
  unique: readonly (readonly string[])[] = [],
): Promise<void> {
  const isMysql = runner.connection.options.type === "mysql";
  // TypeORM remembers a table as it was before another migration of the same start made it anew.
  await runner.getTable(table);
  await runner.addColumns(
    table,
    Object.entries(columns).map(([column, maker]) => maker(column, isMysql)),
  );
  for (const of of unique) {
    await runner.createIndex(
      table,
      new TableIndex({ name: indexName(table, of), columnNames: [...of], isUnique: true }),
    );
  }
}

/** The name of an index of these columns, as long as every database lets it be. */
export function indexName(table: string, of: readonly string[]): string {
  return `${table}_${of.join("_")}`.slice(0, 60);
}

/** Adds an index, named after its table and columns, to a table that is there already. */
export async function addIndex(runner: QueryRunner, table: string, of: readonly string[]): Promise<void> {
  await runner.createIndex(table, new TableIndex({ name: indexName(table, of), columnNames: [...of] }));
}

/** Lets a column be empty. */
export async function makeNullable(runner: QueryRunner, table: string, column: string): Promise<void> {
  const before = (await runner.getTable(table))?.findColumnByName(column);
  if (!before) throw new Error(`The table ${table} has no column ${column}.`);
  const after = before.clone();
  after.isNullable = true;
  await runner.changeColumn(table, before, after);
}
