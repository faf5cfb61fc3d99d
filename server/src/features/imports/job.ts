import { IMPORT_KIND_LABELS, type ImportState } from "@concord/shared/vocabularies";
import sql from "sql-template-tag";
import type { Database, Transaction } from "../../database/database.ts";
import { assigned } from "../../records/row-writing.ts";
import type { Viewing } from "../../records/viewing.ts";
import { tidyUp } from "./housekeeping.ts";
import { type Import, importEntity } from "./imports.entity.ts";

/** What a step works with. */
export interface ImportTools {
  readonly database: Database;
  /** Where files lie. */
  readonly folder: string;
  /** What we are called, by which a cell means us. */
  readonly ours: readonly string[];
}

/** A process that is silent for so long has died, and another one goes on. */
export const LEASE_SECONDS = 60;

/** The step ends here: the server stops, somebody cancelled the import, or another process has taken it over. */
export class Interrupted extends Error {}

/** One step of one import, held by this process. */
export class Job {
  readonly viewing: Viewing;
  readonly tools: ImportTools;
  /** As it was when the step was begun. */
  readonly file: Import;
  private readonly owner: string;
  private readonly shouldStop: () => boolean;

  constructor(viewing: Viewing, tools: ImportTools, file: Import, owner: string, shouldStop: () => boolean) {
    this.viewing = viewing;
    this.tools = tools;
    this.file = file;
    this.owner = owner;
    this.shouldStop = shouldStop;
  }

  /** What an entry of the audit log says of the import. */
  get told(): string {
    return toldOf(this.file);
  }

  /**
   * Does a part of the step, in one transaction with how far the step has come: both are there, or neither. What another
   * process did in the meantime is not done twice.
   * @throws Interrupted
   */
  async commit(done: number, work: (transaction: Transaction) => Promise<void>): Promise<void> {
    await this.write({ done, attempts: 0, leaseUntil: leaseFrom(Date.now()) }, work);
    // What the loaders know of one part is of no use to the next, and would pile up.
    this.viewing.loaded = {};
    tidyUp();
    if (this.shouldStop()) throw new Interrupted();
  }

  /** Ends the step. @throws Interrupted */
  async finish(
    state: ImportState,
    changes: Partial<Import> = {},
    work: (transaction: Transaction) => Promise<void> = async () => undefined,
  ): Promise<void> {
    await this.write({ ...changes, state, leaseOwner: null, leaseUntil: null, attempts: 0 }, work);
  }

  private async write(changes: Partial<Import>, work: (transaction: Transaction) => Promise<void>): Promise<void> {
    await this.tools.database.transaction(async (transaction) => {
      await work(transaction);
      const held = await transaction.execute(
        sql`UPDATE imports SET ${assigned(importEntity, changes)}
            WHERE id = ${this.file.id} AND state = ${this.file.state} AND lease_owner = ${this.owner}`,
      );
      if (held !== 1) throw new Interrupted();
    });
  }
}

/** "Partners of list.xlsx". */
export function toldOf({ kind, fileName }: Import): string {
  return `${IMPORT_KIND_LABELS[kind]} of ${fileName}`;
}

/** When a lease ends that is taken or renewed now. */
export function leaseFrom(now: number): string {
  return new Date(now + LEASE_SECONDS * 1000).toISOString();
}
