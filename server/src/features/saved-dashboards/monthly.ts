import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import sql from "sql-template-tag";
import { openReader } from "../../access/viewer.ts";
import type { Database } from "../../database/database.ts";
import { note } from "../../records/audit-log.ts";
import { installation, viewingOf } from "../../records/viewing.ts";
import type { Settings } from "../../settings.ts";
import { type User, userEntity } from "../accounts/accounts.entity.ts";
import { type DashboardRequest, dashboardRequest } from "../dashboards/request.ts";
import { before } from "../dashboards/series.ts";
import type { MailJob } from "../mail/mail.entity.ts";
import { type Message, queueMail } from "../mail/mail.service.ts";
import { keyNumbers } from "../reports/key-numbers.ts";
import { filterText, numberText, periodText } from "../reports/words.ts";
import { type SavedDashboard, savedDashboardEntity } from "./saved-dashboards.entity.ts";
import { filterOn } from "./saved-dashboards.service.ts";

const CHECK_MINUTES = 60;
const AT_ONCE = 100;

interface MonthlyOptions {
  readonly database: Database;
  /** Sends what is queued. */
  send(): Promise<void>;
  log(error: unknown): void;
}

/** Looks each hour whether a month has begun for which saved dashboards are to be mailed, and queues them. */
export class MonthlyDashboards {
  private readonly options: MonthlyOptions;
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> = Promise.resolve();

  constructor(options: MonthlyOptions) {
    this.options = options;
  }

  start(): void {
    this.timer = setInterval(() => void this.work(new Date()), CHECK_MINUTES * 60_000);
    this.timer.unref();
    void this.work(new Date());
  }

  /** Queues what is due at a time, and sends it. */
  work(now: Date): Promise<void> {
    this.working = this.working
      .then(() => queueDue(this.options.database, now.toISOString().slice(0, 7)))
      .then((queued) => (queued > 0 ? this.options.send() : undefined))
      .catch((error: unknown) => this.options.log(error));
    return this.working;
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.working;
  }
}

/** @returns how many were queued */
async function queueDue(database: Database, month: string): Promise<number> {
  let queued = 0;
  for (;;) {
    const due = await database.find(
      savedDashboardEntity,
      sql`SELECT s.* FROM saved_dashboards s JOIN users u ON u.id = s.user_id AND u.deactivated_at IS NULL
          WHERE s.monthly = 1 AND s.last_month < ${month} ORDER BY s.id LIMIT ${AT_ONCE}`,
    );
    if (due.length === 0) return queued;
    for (const saved of due) queued += (await claim(database, saved, month)) ? 1 : 0;
  }
}

/** The month is taken and the message queued in one transaction: of several processes one does it, and does it once. */
function claim(database: Database, { id, userId, lastMonth, name }: SavedDashboard, month: string): Promise<boolean> {
  return database.transaction(async (transaction) => {
    const claimed = await transaction.execute(
      sql`UPDATE saved_dashboards SET last_month = ${month}
          WHERE id = ${id} AND monthly = 1 AND last_month = ${lastMonth}`,
    );
    const [owner] = await transaction.find(userEntity, sql`SELECT * FROM users WHERE id = ${userId}`);
    if (claimed !== 1 || !owner) return false;
    await queueMail(transaction, "MONTHLY_DASHBOARD", owner.email, id);
    const subject = { kind: "USER", id: userId } as const;
    note(transaction, installation, { action: "EXPORT", subject, remark: `saved dashboard “${name}” by e-mail` });
    return true;
  });
}

/**
 * What the message of the month says; null where its owner is no active user any more, or ended it. E-mail leaves the
 * house: what is restricted is neither in it nor counted, whatever its owner may read.
 */
export async function composeMonthlyDashboard(
  database: Database,
  settings: Settings,
  job: MailJob,
): Promise<Message | null> {
  const [saved] = await database.find(
    savedDashboardEntity,
    sql`SELECT * FROM saved_dashboards WHERE id = ${job.subjectId} AND monthly = 1`,
  );
  const [owner] = await database.find(
    userEntity,
    sql`SELECT * FROM users WHERE email = ${job.recipient} AND deactivated_at IS NULL`,
  );
  if (!saved || owner?.id !== saved.userId) return null;
  const viewing = viewingOf({ viewer: openReader, by: "SESSION" }, database, installation.origin, settings.keys);
  const request = dashboardRequest(viewing, filterOn(saved, job.createdAt.slice(0, 10)));
  const us = settings.organisation.shortName;
  const making = { us, by: owner.name, at: new Date(job.createdAt) };
  const { dashboardReport } = await import("../reports/dashboard-report.ts");
  const { name: filename, bytes } = await dashboardReport(request, making, { title: saved.name, care: "OPEN" });
  return {
    subject: `${saved.name}: the dashboard of the month`,
    text: await textOf(request, settings, owner, saved),
    attachments: [{ filename, content: bytes, contentType: "application/pdf" }],
  };
}

async function textOf(
  request: DashboardRequest,
  { publicUrl, organisation }: Settings,
  owner: User,
  saved: SavedDashboard,
): Promise<string> {
  const earlier = before(request);
  const [now, then, filter] = await Promise.all([
    keyNumbers(request),
    earlier && keyNumbers(earlier),
    filterText(request.viewing, request.filter),
  ]);
  const numbers = now.map(({ label, value }, index) => {
    const old = then?.[index]?.value;
    const compared = old === undefined || !earlier ? "" : ` (${periodText(earlier.filter)}: ${numberText(old)})`;
    return `${label}: ${numberText(value)}${compared}`;
  });
  return `${owner.name},

this is your saved dashboard “${saved.name}” in Concord, the partner portal of ${organisation.shortName}.

${filter}

${numbers.join("\n")}

What is restricted is not counted here, nor in the attached PDF. The dashboard in Concord counts all that you may read:

${publicUrl}/${addressOf(request.filter)}

To end these messages, open your saved dashboards and switch this one off:

${publicUrl}/saved-dashboards
`;
}

/** The filter as the page has it in its address. */
function addressOf({ from, to, office, country, focusArea }: DashboardFilter): string {
  const params = new URLSearchParams();
  for (const [name, values] of Object.entries({ from, to, office, country, focusArea })) {
    for (const value of [values ?? []].flat()) params.append(name, value);
  }
  const query = params.toString();
  return query === "" ? "" : `?${query}`;
}
