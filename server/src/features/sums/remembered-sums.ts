import sql from "sql-template-tag";
import type { Database, Reader } from "../../database/database.ts";
import { numberOf } from "../../database/rows.ts";

/** By which version of their rules the sums were made, and how often they have been changed. */
interface SumsState {
  readonly version: number;
  readonly writes: number;
}

export async function readState(reader: Reader): Promise<SumsState> {
  const [row] = await reader.raw(sql`SELECT version, writes FROM sums_state WHERE id = 1`);
  return { version: numberOf(row, "version"), writes: numberOf(row, "writes") };
}

/** Numbers of what a viewer may read. What lies nowhere, as a record without a country, is in no row but of NOTHING. */
export interface NumbersRow {
  /** A year, a month or a year where no more is known, a code, an office's id; empty where they are told apart by nothing. */
  readonly value: string;
  /** The direction of recognitions; else empty. */
  readonly direction: string;
  readonly total: number;
  /** By measure, in the order of the vocabulary; empty where there are none. */
  readonly measures: readonly number[];
}

/** Rows of answers that are remembered at most. */
const MOST_ROWS = 20_000;

/**
 * What was read of the sums, until somebody changes them: a dashboard is looked at more often than written to. Every
 * transaction that changes sums counts itself (`lock.ts`), whichever process it is of, so that what is remembered of the
 * same count is what would be read.
 */
export class RememberedSums {
  private static readonly all = new WeakMap<Database, RememberedSums>();
  private readonly answers = new Map<string, readonly NumbersRow[]>();
  private writes = -1;
  private rows = 0;

  static of(database: Database): RememberedSums {
    const known = RememberedSums.all.get(database) ?? new RememberedSums();
    RememberedSums.all.set(database, known);
    return known;
  }

  /** The rows that answered a question when the sums had been changed so often. */
  find(writes: number, question: string): readonly NumbersRow[] | undefined {
    return writes === this.writes ? this.answers.get(question) : undefined;
  }

  remember(writes: number, question: string, rows: readonly NumbersRow[]): void {
    // A statement that took longer may come back with what is older.
    if (writes < this.writes) return;
    if (writes > this.writes || this.rows + rows.length > MOST_ROWS) {
      this.answers.clear();
      this.rows = 0;
    }
    this.writes = writes;
    if (this.answers.has(question)) return;
    this.answers.set(question, rows);
    // One without rows takes its place as well.
    this.rows += 1 + rows.length;
  }
}
