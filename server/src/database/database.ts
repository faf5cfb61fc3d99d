import type { Sql } from "sql-template-tag";
import type { DataSource, EntitySchema, EntityTarget, ObjectLiteral, QueryRunner } from "typeorm";
import type { Dialect } from "./dialect.ts";
import { isTransient } from "./dialect.ts";
import { type RawRow, rowDecoder } from "./rows.ts";

const TRANSACTION_ATTEMPTS = 6;
const INSERT_BATCH = 500;

/** Reads: either the state after the last commit, or what a transaction sees. */
export interface Reader {
  /** Rows as the driver gives them; for sums and joins that are no entity. */
  raw(query: Sql): Promise<RawRow[]>;
  /** Rows of one table, whose columns the query selects by their own names. */
  find<Row extends ObjectLiteral>(entity: EntitySchema<Row>, query: Sql): Promise<Row[]>;
}

/** Writes, all or none. */
export interface Transaction extends Reader {
  insert<Row extends ObjectLiteral>(entity: EntitySchema<Row>, rows: readonly Row[]): Promise<void>;
  /** Answers the number of rows that the statement changed. */
  execute(statement: Sql): Promise<number>;
}

class Runner implements Transaction {
  private readonly database: Database;
  private readonly source: DataSource;
  private readonly runner: QueryRunner;

  constructor(database: Database, source: DataSource, runner: QueryRunner) {
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

  async insert<Row extends ObjectLiteral>(entity: EntityTarget<Row>, rows: readonly Row[]): Promise<void> {
    for (let start = 0; start < rows.length; start += INSERT_BATCH) {
      this.database.statements += 1;
      const batch = rows.slice(start, start + INSERT_BATCH);
      await this.runner.manager.createQueryBuilder().insert().into(entity).values(batch).updateEntity(false).execute();
    }
  }

  async execute(statement: Sql): Promise<number> {
    this.database.statements += 1;
    const result = await this.runner.query(statement.sql, statement.values, true);
    return result.affected ?? 0;
  }
}

/**
 * The database behind one meaning for both dialects. SQLite has a connection for reads and one for writes, and its
 * transactions wait for each other; a MySQL-protocol server has a pool.
 */
export class Database implements Reader {
  readonly dialect: Dialect;
  /** How many statements were sent; tests hold it against the number of rows, and metrics show it. */
  statements = 0;
  private readonly reading: DataSource;
  private readonly writing: DataSource;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(dialect: Dialect, reading: DataSource, writing: DataSource) {
    this.dialect = dialect;
    this.reading = reading;
    this.writing = writing;
  }

  async raw(query: Sql): Promise<RawRow[]> {
    this.statements += 1;
    return this.reading.query(query.sql, query.values);
  }

  async find<Row extends ObjectLiteral>(entity: EntitySchema<Row>, query: Sql): Promise<Row[]> {
    const rows = await this.raw(query);
    return rows.map(rowDecoder(this.reading, entity));
  }

  /** Turns raw rows that hold the columns of an entity, perhaps among others, into its rows. */
  decoder<Row extends ObjectLiteral>(entity: EntitySchema<Row>): (raw: RawRow) => Row {
    return rowDecoder(this.reading, entity);
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
        const result = await work(new Runner(this, this.writing, runner));
        await runner.commitTransaction();
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
