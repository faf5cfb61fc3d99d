import type { ImportState } from "@concord/shared/vocabularies";
import sql from "sql-template-tag";
import { v7 } from "uuid";
import { gates } from "../../access/gates.ts";
import { Failure, forbidden } from "../../errors.ts";
import { assigned } from "../../records/row-writing.ts";
import { viewingOf } from "../../records/viewing.ts";
import type { KeyRing } from "../../sealing.ts";
import { userEntity } from "../accounts/accounts.entity.ts";
import { type Import, importEntity } from "./imports.entity.ts";
import { type ImportTools, Interrupted, Job, leaseFrom } from "./job.ts";
import { removeOldFiles } from "./retention.ts";
import { checkRows } from "./steps/check-rows.ts";
import { readFile } from "./steps/read-file.ts";
import { runRows } from "./steps/run-rows.ts";
import { undoRows } from "./steps/undo-rows.ts";

type Working = "READING" | "CHECKING" | "RUNNING" | "UNDOING";

interface Step {
  readonly work: (job: Job) => Promise<void>;
  /** Where the import is when the step cannot be ended. */
  readonly otherwise: ImportState;
}

const STEPS: Readonly<Record<Working, Step>> = {
  READING: { work: readFile, otherwise: "FAILED" },
  CHECKING: { work: checkRows, otherwise: "READ" },
  RUNNING: { work: runRows, otherwise: "DONE" },
  UNDOING: { work: undoRows, otherwise: "DONE" },
};

const POLL_SECONDS = 10;
/** After so many attempts that got no further, a step is given up. */
const MAX_ATTEMPTS = 4;
const WAIT_SECONDS = 15;

interface ImporterOptions extends ImportTools {
  readonly keys: KeyRing;
  log(error: unknown): void;
}

/** Goes through the steps of imports in the background, one at a time; another process may do others at the same time. */
export class Importer {
  private readonly options: ImporterOptions;
  private readonly owner = v7();
  private timer: NodeJS.Timeout | undefined;
  private stopping = false;
  private working: Promise<void> = Promise.resolve();

  constructor(options: ImporterOptions) {
    this.options = options;
  }

  start(): void {
    this.timer = setInterval(() => void this.work(), POLL_SECONDS * 1000);
    this.timer.unref();
    void this.work();
  }

  /** Does all that is to do; what comes while it works waits for its end. */
  work(): Promise<void> {
    this.working = this.working.then(() => this.workOff()).catch((error: unknown) => this.options.log(error));
    return this.working;
  }

  /** Ends at the next commit; what is left, the next start or another process goes on with. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.stopping = true;
    await this.working;
  }

  private async workOff(): Promise<void> {
    while (!this.stopping) {
      const job = await this.claim();
      if (!job) break;
      await this.take(job);
    }
    if (!this.stopping) await removeOldFiles(this.options.database, this.options.folder, new Date());
  }

  private async claim(): Promise<Import | null> {
    const now = Date.now();
    const free = sql`(lease_until IS NULL OR lease_until <= ${new Date(now).toISOString()})`;
    const [file] = await this.options.database.find(
      importEntity,
      sql`SELECT * FROM imports WHERE state IN ('READING', 'CHECKING', 'RUNNING', 'UNDOING') AND ${free}
          ORDER BY id LIMIT 1`,
    );
    if (!file) return null;
    const lease = { leaseOwner: this.owner, leaseUntil: leaseFrom(now), attempts: file.attempts + 1 };
    const claimed = await this.options.database.transaction((transaction) =>
      transaction.execute(
        sql`UPDATE imports SET ${assigned(importEntity, lease)} WHERE id = ${file.id} AND state = ${file.state} AND ${free}`,
      ),
    );
    return claimed === 1 ? { ...file, ...lease } : null;
  }

  private async take(file: Import): Promise<void> {
    const step = stepOf(file);
    try {
      await step.work(new Job(await this.viewingOf(file), this.options, file, this.owner, () => this.stopping));
    } catch (error) {
      if (error instanceof Interrupted) return this.release(file, {});
      if (error instanceof Failure) return this.release(file, { state: step.otherwise, failure: error.message });
      this.options.log(error);
      const failure = "Something went wrong on our side, and it was noted. Try again, or ask an administrator.";
      if (file.attempts >= MAX_ATTEMPTS) return this.release(file, { state: step.otherwise, failure });
      const later = new Date(Date.now() + WAIT_SECONDS * 1000 * file.attempts).toISOString();
      await this.release(file, { leaseUntil: later });
    }
  }

  private async release(file: Import, changes: Partial<Import>): Promise<void> {
    const released = { leaseOwner: null, leaseUntil: null, ...changes };
    await this.options.database.transaction((transaction) =>
      transaction.execute(
        sql`UPDATE imports SET ${assigned(importEntity, released)} WHERE id = ${file.id} AND lease_owner = ${this.owner}`,
      ),
    );
  }

  /** Who began the step, with the rights of this moment. @throws FORBIDDEN where they may import no longer */
  private async viewingOf({ actorId, address, agent }: Import) {
    const { database, keys } = this.options;
    const [user] = await database.find(userEntity, sql`SELECT * FROM users WHERE id = ${actorId}`);
    const asking = user && ({ viewer: user, by: "SESSION" } as const);
    if (!asking || asking.viewer.deactivatedAt !== null || !gates.importers.allows(asking)) {
      throw forbidden("Whoever began this may import no longer. Ask an administrator.");
    }
    return viewingOf(asking, database, { address, agent }, keys);
  }
}

function stepOf(file: Import): Step {
  const step = Object.entries(STEPS).find(([state]) => state === file.state)?.[1];
  if (!step) throw new Error(`The import ${file.id} is ${file.state}: there is nothing to do.`);
  return step;
}
