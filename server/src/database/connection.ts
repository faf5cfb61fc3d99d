import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { DataSource, type EntitySchema, type MigrationInterface, type MixedList } from "typeorm";
import { MysqlDriver } from "typeorm/driver/mysql/MysqlDriver.js";
import { LastTexts } from "../last-texts.ts";
import { Database } from "./database.ts";
import { SnakeCaseColumns } from "./naming.ts";
import type { RawRow } from "./rows.ts";

// biome-ignore lint/suspicious/noExplicitAny: TypeORM's own type of a list of entities of different rows
type Entities = readonly EntitySchema<any>[];
type Migrations = readonly (new () => MigrationInterface)[];

/** A read that takes longer is given up, as the request is that sent it; what writes is never cut off half-way. */
export const STATEMENT_SECONDS = 20;

/**
 * Opens the database of `url` (`sqlite:PATH`, `mysql://…` or `mariadb://…`) and brings its tables up to date.
 * @throws where the server cannot be reached or a migration fails
 */
export async function openDatabase(
  url: string,
  entities: Entities,
  migrations: Migrations,
  statementSeconds = STATEMENT_SECONDS,
): Promise<Database> {
  const shared = {
    entities: [...entities],
    migrations: [...migrations] satisfies MixedList<new () => MigrationInterface>,
    migrationsTableName: "migrations",
    namingStrategy: new SnakeCaseColumns(),
    synchronize: false,
  };
  if (url.startsWith("sqlite:")) return openSqlite(resolve(url.slice("sqlite:".length)), shared);
  return openServer(url.replace(/^mariadb:/, "mysql:"), shared, statementSeconds);
}

type SharedOptions = Pick<
  ConstructorParameters<typeof DataSource>[0],
  "entities" | "migrations" | "migrationsTableName" | "namingStrategy" | "synchronize"
>;

/** A pool for reads, whose statements are given up in time, and one for writes. */
async function openServer(url: string, shared: SharedOptions, statementSeconds: number): Promise<Database> {
  const open = () =>
    new DataSource({
      ...shared,
      type: "mysql",
      url,
      charset: "utf8mb4_bin",
      poolSize: 10,
      extra: { maxPreparedStatements: PREPARED_STATEMENTS },
      // Instants are text; a driver that made dates of them would bring the machine's time zone in.
      dateStrings: true,
      // No number here goes past 2^53; a driver that looks out for such takes each count apart by way of a text.
      supportBigNumbers: false,
    }).initialize();
  const writing = await open();
  await writing.runMigrations({ transaction: "none" });
  const reading = await open();
  const isMariaDb = await isOfMariaDb(reading);
  await prepareReads(reading, isMariaDb, statementSeconds);
  const pool = poolOf(reading);
  const sent = new LastTexts(PREPARED_STATEMENTS);
  // Past TypeORM, which takes as long around a small statement as the driver for it.
  const read = (text: string, values: readonly unknown[]) =>
    new Promise<RawRow[]>((resolve, reject) => {
      const isRepeated = sent.has(text);
      sent.add(text);
      const done = (error: Error | null, rows: RawRow[]) => (error ? reject(error) : resolve(rows));
      // Prepared, a statement is not taken apart again; to prepare one that is not repeated takes longer than it saves. MySQL
      // may refuse a number after LIMIT that is not sent as an integer.
      if (isMariaDb && isRepeated) pool.execute(text, values, done);
      else pool.query(text, values, done);
    });
  return new Database("mysql", reading, writing, read);
}

/** How many statements each connection keeps prepared; all take memory on both sides. */
const PREPARED_STATEMENTS = 100;

/** What we use of a pool of mysql2. */
interface Pool {
  on(event: "connection", listen: (connection: { query(statement: string): unknown }) => void): void;
  query(text: string, values: readonly unknown[], done: (error: Error | null, rows: RawRow[]) => void): void;
  execute(text: string, values: readonly unknown[], done: (error: Error | null, rows: RawRow[]) => void): void;
}

function poolOf({ driver }: DataSource): Pool {
  if (!(driver instanceof MysqlDriver)) throw new Error("The source is no pool of a MySQL-protocol server.");
  return driver.pool;
}

async function isOfMariaDb(source: DataSource): Promise<boolean> {
  const [row] = await source.query("SELECT VERSION() AS version");
  return /mariadb/i.test(String(row?.version));
}

/**
 * Every connection of the source, those to come as well, gives a statement up after that time. MariaDB may make a grouped
 * subquery anew for each row that it is joined to, and what that one is joined to with it: over 10,000 collaborations,
 * partners to whom recognition is due took minutes instead of half a second.
 */
async function prepareReads(source: DataSource, isMariaDb: boolean, seconds: number): Promise<void> {
  const limit = isMariaDb
    ? `SET SESSION max_statement_time = ${seconds}, SESSION optimizer_switch = 'split_materialized=off'`
    : `SET SESSION max_execution_time = ${seconds * 1000}`;
  poolOf(source).on("connection", (connection) => connection.query(limit));
  // One connection is there already: TypeORM has asked it whether the server answers.
  await source.query(limit);
}

async function openSqlite(path: string, shared: SharedOptions): Promise<Database> {
  mkdirSync(dirname(path), { recursive: true });
  const open = async () => {
    const source = new DataSource({
      ...shared,
      type: "better-sqlite3",
      database: path,
      enableWAL: true,
      // Statements that name many ids are large, and each number of ids is a statement of its own.
      statementCacheSize: 30,
      // Every acknowledged commit survives a power cut.
      prepareDatabase: (connection: { pragma(text: string): unknown }) => {
        connection.pragma("synchronous = FULL");
        connection.pragma("busy_timeout = 5000");
        connection.pragma("foreign_keys = ON");
        // In KiB; the operating system keeps the file's pages in any case.
        connection.pragma("cache_size = -4000");
      },
    });
    return source.initialize();
  };
  const writing = await open();
  await writing.runMigrations({ transaction: "each" });
  const reading = await open();
  return new Database("sqlite", reading, writing, (text, values) => reading.query(text, [...values]));
}
