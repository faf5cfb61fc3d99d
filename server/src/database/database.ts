import sql, { join, raw, type Sql } from "sql-template-tag";
import type { DataSource, EntitySchema, ObjectLiteral, QueryRunner } from "typeorm";
import { tooSlow } from "../errors.ts";
import type { Dialect } from "./dialect.ts";
import { isGivenUp, isTransient } from "./dialect.ts";
import { columnOf } from "./naming.ts";
import { type RawRow, rowDecoder, rowEncoder, type SomeColumns } from "./rows.ts";

const TRANSACTION_ATTEMPTS = 6;
/** Values in one statement: more make it no faster, and a prepared statement takes memory for each. */
const INSERT_VALUES = 2_000;

/** Reads: either the state after the last commit, or what a transaction sees. */
export interface Reader {
  /** Rows as the driver gives them; for sums and joins that are no entity. */
  raw(query: Sql): Promise<RawRow[]>;
  /** Rows of one table, whose columns the query selects by their own names. */
  find<Row extends ObjectLiteral>(entity: EntitySchema<Row>, query: Sql): Promise<Row[]>;
}

/** In which order what is kept beside the records is written. */
const TURNS = ["MATCHES", "SUMS", "LOG"] as const;
type Turn = (typeof TURNS)[number];

/** Writes, all or none. */
export interface Transaction extends Reader {
  insert<Row extends ObjectLiteral>(entity: EntitySchema<Row>, rows: readonly Row[]): Promise<void>;
  /** Answers the number of rows that the statement changed. */
  execute(statement: Sql): Promise<number>;
  readonly dialect: Dialect;
  /**
   * Does `work` as the last thing before the commit, after everything that was written until then. The turn says which of
   * several goes first: each locks what all writes share, and so all have to lock it in the same order.
   */
  beforeCommit(turn: Turn, work: () => Promise<void>): void;
}

class Runner implements Transaction {
  private readonly database: Database;
  private readonly source: DataSource;
  private readonly runner: QueryRunner;
  private readonly last: { readonly turn: Turn; readonly work: () => Promise<void> }[] = [];
  readonly dialect: Dialect;

  constructor(database: Database, source: DataSource, runner: QueryRunner) {
    this.dialect = database.dialect;
    this.database = database;
    this.source = source;
    this.runner = runner;
  }

  async raw(query: Sql): Promise<RawRow[]> {
    this.database.statements += 1;
    return this.runner.query(query.sql, query.values);
  }

  async find<Row extends ObjectLiteral>(entity: EntitySchema<Row>, query: Sql): Promise<Row[]> {
    const rows = await this.raw(query);
    return rows.map(rowDecoder(this.source, entity));
  }

  /** Not by TypeORM's query builder, which takes several times the memory for many rows: an import of 100,000 showed it. */
  async insert<Row extends ObjectLiteral>(entity: EntitySchema<Row>, rows: readonly Row[]): Promise<void> {
    const encode = rowEncoder(entity);
    const columns = Object.keys(entity.options.columns).map((property) => raw(`\`${columnOf(property)}\``));
    const batch = Math.max(1, Math.floor(INSERT_VALUES / columns.length));
    for (let start = 0; start < rows.length; start += batch) {
      // Always of as many values, so that the same statement serves every batch.
      const values = rows.slice(start, start + batch).map((row) => sql`(${join(encode(row))})`);
      await this.execute(
        sql`INSERT INTO ${raw(entity.options.tableName ?? entity.options.name)} (${join(columns)}) VALUES ${join(values)}`,
      );
    }
  }

  async execute(statement: Sql): Promise<number> {
    this.database.statements += 1;
    const result = await this.runner.query(statement.sql, statement.values, true);
    return result.affected ?? 0;
  }

  beforeCommit(turn: Turn, work: () => Promise<void>): void {
    this.last.push({ turn, work });
  }

  async finish(): Promise<void> {
    for (const turn of TURNS) {
      for (const each of this.last) if (each.turn === turn) await each.work();
    }
  }
}

/** Sends one statement that reads. */
type Read = (text: string, values: readonly unknown[]) => Promise<RawRow[]>;

/**
 * The database behind one meaning for both dialects. SQLite has a connection for reads and one for writes, and its
 * transactions wait for each other; a MySQL-protocol server has a pool for each.
 */
export class Database implements Reader {
  readonly dialect: Dialect;
  /** How many statements were sent; tests hold it against the number of rows, and metrics show it. */
  statements = 0;
  /** How many transactions this process has committed: what was read at the same number, it has not changed since. */
  commits = 0;
  private readonly reading: DataSource;
  private readonly writing: DataSource;
  private readonly read: Read;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(dialect: Dialect, reading: DataSource, writing: DataSource, read: Read) {
    this.read = read;
    this.dialect = dialect;
    this.reading = reading;
    this.writing = writing;
  }

  /** @throws TOO_COMPLEX where the server gave the statement up */
  async raw(query: Sql): Promise<RawRow[]> {
    this.statements += 1;
    try {
      return await this.read(query.sql, query.values);
    } catch (error) {
      throw isGivenUp(error) ? tooSlow() : error;
    }
  }

  async find<Row extends ObjectLiteral>(
    entity: EntitySchema<Row>,
    query: Sql,
    columns: SomeColumns<Row> | null = null,
  ): Promise<Row[]> {
    const rows = await this.raw(query);
    return rows.map(rowDecoder(this.reading, entity, { columns }));
  }

  /** Turns raw rows that hold columns of an entity, perhaps among others and with a prefix, into its rows. */
  decoder<Row extends ObjectLiteral>(
    entity: EntitySchema<Row>,
    of: { readonly prefix?: string; readonly columns?: SomeColumns<Row> | null } = {},
  ): (raw: RawRow) => Row {
    return rowDecoder(this.reading, entity, of);
  }

  /** Does `work` in one transaction, again where the server chose it as the victim of a deadlock. */
  async transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    if (this.dialect !== "sqlite") return this.attempt(work);
    const turn = this.queue.then(() => this.attempt(work));
    // A failed transaction must not stop those that wait behind it.
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private async attempt<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      const runner = this.writing.createQueryRunner();
      try {
        await runner.startTransaction(this.dialect === "sqlite" ? "SERIALIZABLE" : "READ COMMITTED");
        const transaction = new Runner(this, this.writing, runner);
        const result = await work(transaction);
        await transaction.finish();
        await runner.commitTransaction();
        this.commits += 1;
        return result;
      } catch (error) {
        if (runner.isTransactionActive) await runner.rollbackTransaction();
        if (attempt >= TRANSACTION_ATTEMPTS || !isTransient(error)) throw error;
      } finally {
        await runner.release();
      }
    }
  }

  /** Whether the database answers and has every migration. */
  async isReady(): Promise<boolean> {
    return !(await this.reading.showMigrations());
  }

  async close(): Promise<void> {
    await this.queue;
    await this.reading.destroy();
    if (this.writing !== this.reading) await this.writing.destroy();
  }
}
