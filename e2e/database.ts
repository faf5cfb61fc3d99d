import { DatabaseSync } from "node:sqlite";
import { createConnection } from "mysql2/promise";

/** What a story asks of a database, whichever kind it is. */
type Run = (statement: string) => Promise<readonly Record<string, unknown>[]>;

/** Opens a database by its address for as long as `work` takes. */
async function withDatabase<Result>(url: string, work: (run: Run) => Promise<Result>): Promise<Result> {
  if (url.startsWith("sqlite:")) {
    const database = new DatabaseSync(url.slice("sqlite:".length));
    try {
      return await work(async (statement) => database.prepare(statement).all());
    } finally {
      database.close();
    }
  }
  const connection = await createConnection(url);
  try {
    return await work(async (statement) => {
      const [rows] = await connection.query(statement);
      return Array.isArray(rows) ? rows.map((row) => ({ ...row })) : [];
    });
  } finally {
    await connection.end();
  }
}

/** Makes every session one that a password alone opened, as through a provider that asks for no more. */
export function forgetConfirmations(url: string): Promise<unknown> {
  return withDatabase(url, (run) => run("UPDATE sessions SET confirmed_at = NULL"));
}

/** Everything in every column of every table, by the table's name. */
export function everyTable(url: string): Promise<ReadonlyMap<string, Buffer>> {
  return withDatabase(url, async (run) => {
    const names = await run(
      url.startsWith("sqlite:")
        ? "SELECT name FROM sqlite_master WHERE type = 'table'"
        : "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()",
    );
    const tables = new Map<string, Buffer>();
    for (const { name } of names) {
      const rows = await run(`SELECT * FROM ${String(name)}`);
      tables.set(String(name), Buffer.concat(rows.flatMap((row) => Object.values(row).map(bytesOf))));
    }
    return tables;
  });
}

function bytesOf(value: unknown): Buffer {
  const bytes = value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(asText(value));
  return Buffer.concat([bytes, Buffer.from("\n")]);
}

function asText(value: unknown): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}
