import sql, { empty, join, raw, type Sql } from "sql-template-tag";

/** Where MySQL-protocol servers and SQLite differ, behind one meaning each. */
export type Dialect = "sqlite" | "mysql";

/** Ends a SELECT whose rows nobody else may change until the transaction ends; SQLite's transactions wait anyhow. */
export function lockingRead(dialect: Dialect): Sql {
  return dialect === "sqlite" ? empty : sql`FOR UPDATE`;
}

/** Ends an `INSERT … VALUES`: where a row of that key is there already, what the columns say is added to what it says. */
export function addedTo(dialect: Dialect, key: readonly string[], columns: readonly string[]): Sql {
  const added = (next: (column: string) => string) =>
    join(columns.map((column) => raw(`${column} = ${column} + ${next(column)}`)));
  return dialect === "sqlite"
    ? sql`ON CONFLICT (${join(key.map((column) => raw(column)))}) DO UPDATE SET ${added((column) => `excluded.${column}`)}`
    : sql`ON DUPLICATE KEY UPDATE ${added((column) => `VALUES(${column})`)}`;
}

/** The server gave up this transaction in favour of another one (deadlock, lock wait); it may be tried again. */
export function isTransient(error: unknown): boolean {
  const code = errorCode(error);
  return code === "ER_LOCK_DEADLOCK" || code === "ER_LOCK_WAIT_TIMEOUT" || code === "SQLITE_BUSY";
}

/** The server gave up a statement that took too long: MariaDB's ER_STATEMENT_TIMEOUT, MySQL's ER_QUERY_TIMEOUT. */
export function isGivenUp(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  if ("errno" in error && (error.errno === 1969 || error.errno === 3024)) return true;
  return "driverError" in error && isGivenUp(error.driverError);
}

/** A row with the same unique key is there already. */
export function isDuplicateKey(error: unknown): boolean {
  const code = errorCode(error);
  return code === "ER_DUP_ENTRY" || code === "SQLITE_CONSTRAINT_PRIMARYKEY" || code === "SQLITE_CONSTRAINT_UNIQUE";
}

function errorCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if ("code" in error && typeof error.code === "string") return error.code;
  return "driverError" in error ? errorCode(error.driverError) : undefined;
}
