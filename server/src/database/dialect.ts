/** Where MySQL-protocol servers and SQLite differ, behind one meaning each. */
export type Dialect = "sqlite" | "mysql";

/** The server gave up this transaction in favour of another one (deadlock, lock wait); it may be tried again. */
export function isTransient(error: unknown): boolean {
  const code = errorCode(error);
  return code === "ER_LOCK_DEADLOCK" || code === "ER_LOCK_WAIT_TIMEOUT" || code === "SQLITE_BUSY";
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
