import type { Transporter } from "nodemailer";
import sql from "sql-template-tag";
import { v7 } from "uuid";
import type { Database, Transaction } from "../../database/database.ts";
import { type MailJob, type MailKind, mailJobEntity } from "./mail.entity.ts";

/** A message, as text: what is clicked in it can be read. */
export interface Message {
  readonly subject: string;
  readonly text: string;
  readonly attachments?: { readonly filename: string; readonly content: Buffer; readonly contentType: string }[];
}

const POLL_SECONDS = 20;
/** After this many attempts, over about a day, a message is given up, and that is logged. */
const MAX_ATTEMPTS = 12;
const FIRST_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 4 * 3600;

/** Queues a message, in the transaction of what it tells of: it goes out after the commit, or not at all. */
export async function queueMail(
  transaction: Transaction,
  kind: MailKind,
  recipient: string,
  subjectId: string | null = null,
): Promise<void> {
  const now = new Date().toISOString();
  await transaction.insert(mailJobEntity, [
    { id: v7(), kind, recipient, subjectId, createdAt: now, dueAt: now, attempts: 0 },
  ]);
}

interface MailerOptions {
  readonly database: Database;
  readonly url: string;
  readonly from: string;
  /** What a message says; null where there is nothing to send, as to an address that no user has. */
  compose(job: MailJob): Promise<Message | null>;
  log(error: unknown): void;
}

/** Sends what is queued, each message until the server has taken it, at most one process at a time. */
export class Mailer {
  private readonly options: MailerOptions;
  private transport: Transporter | undefined;
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> = Promise.resolve();

  constructor(options: MailerOptions) {
    this.options = options;
  }

  start(): void {
    this.timer = setInterval(() => this.send(), POLL_SECONDS * 1000);
    this.timer.unref();
    void this.send();
  }

  /** Sends all that is due; what comes while it works waits for its end. */
  send(): Promise<void> {
    this.working = this.working.then(() => this.sendDue()).catch((error: unknown) => this.options.log(error));
    return this.working;
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.working;
    this.transport?.close();
  }

  private async sendDue(): Promise<void> {
    for (;;) {
      const [job] = await this.options.database.find(
        mailJobEntity,
        sql`SELECT * FROM mail_jobs WHERE due_at <= ${new Date().toISOString()} ORDER BY due_at LIMIT 1`,
      );
      if (!job) return;
      if (await this.claim(job)) await this.deliver(job);
    }
  }

  /** Puts the next attempt off before this one begins: another process, or a crash, does not send it twice at once. */
  private claim(job: MailJob): Promise<boolean> {
    const wait = Math.min(FIRST_WAIT_SECONDS * 2 ** job.attempts, LONGEST_WAIT_SECONDS);
    const next = new Date(Date.now() + wait * 1000).toISOString();
    return this.options.database.transaction(async (transaction) => {
      const claimed = await transaction.execute(
        sql`UPDATE mail_jobs SET due_at = ${next}, attempts = attempts + 1 WHERE id = ${job.id} AND due_at = ${job.dueAt}`,
      );
      return claimed === 1;
    });
  }

  private async deliver(job: MailJob): Promise<void> {
    try {
      const message = await this.options.compose(job);
      if (message) {
        const { createTransport } = await import("nodemailer");
        this.transport ??= createTransport(this.options.url);
        await this.transport.sendMail({ from: this.options.from, to: job.recipient, ...message });
      }
    } catch (error) {
      this.options.log(error);
      if (job.attempts + 1 < MAX_ATTEMPTS) return;
    }
    await this.options.database.transaction((transaction) =>
      transaction.execute(sql`DELETE FROM mail_jobs WHERE id = ${job.id}`),
    );
  }
}
