import type { FastifyInstance } from "fastify";
import { openDatabase } from "./database/connection.ts";
import type { Database } from "./database/database.ts";
import { migrations } from "./database/migrations/migrations.ts";
import { composeAccountMail } from "./features/accounts/password-links.ts";
import { beginMatching, bringMatchesUpToDate } from "./features/duplicates/keep-matches.ts";
import { entities } from "./features/entities.ts";
import { Importer } from "./features/imports/importer.ts";
import { inputRules } from "./features/input-rules.ts";
import { Mailer } from "./features/mail/mail.service.ts";
import { resolvers } from "./features/resolvers.ts";
import { composeMonthlyDashboard, MonthlyDashboards } from "./features/saved-dashboards/monthly.ts";
import { areSumsWhole, beginSums, rebuildSums } from "./features/sums/rebuild-sums.ts";
import { buildSchema } from "./graphql/schema.ts";
import { readOperations } from "./http/operations.ts";
import { createHttpServer } from "./http/server.ts";
import type { Settings } from "./settings.ts";

/** Opens the database, and brings its tables up to date. */
export async function openApplicationDatabase(settings: Settings): Promise<Database> {
  const database = await openDatabase(settings.databaseUrl, entities, migrations);
  await beginMatching(database);
  await beginSums(database);
  return database;
}

/** Brings up to date what is kept to find likely duplicates, while the server serves. @returns how to end it */
export function matchInBackground(database: Database): () => Promise<void> {
  const ending = new AbortController();
  const tell = (text: string) => process.stderr.write(`${text}\n`);
  const matching = bringMatchesUpToDate(
    database,
    () => tell("Looking for likely duplicates in the whole register, once after an upgrade; Concord serves meanwhile."),
    ending.signal,
  ).catch((error: unknown) =>
    tell(`Likely duplicates could not be looked for; the next start tries again: ${String(error)}`),
  );
  return async () => {
    ending.abort();
    await matching;
  };
}

/** Counts the whole register anew where that was last done by other rules, while the server serves. @returns how to end it */
export function countInBackground(database: Database): () => Promise<void> {
  const ending = new AbortController();
  const tell = (text: string) => process.stderr.write(`${text}\n`);
  const counting = areSumsWhole(database)
    .then(async (areWhole) => {
      if (areWhole) return;
      tell("Counting the whole register for the dashboard, once after an upgrade; Concord serves meanwhile.");
      await rebuildSums(database, () => undefined, ending.signal);
    })
    .catch((error: unknown) => tell(`The register could not be counted; the next start tries again: ${String(error)}`));
  return async () => {
    ending.abort();
    await counting;
  };
}

/** What `npm start` builds before the server starts. */
interface Built {
  /** Where the built client lies. */
  readonly clientFolder: string;
  /** The manifest of the client's own operations. */
  readonly operations: string;
}

/** The whole server over an open database, not listening yet; the tests make it in the same way as `main.ts`. */
export function createApplication(settings: Settings, database: Database, built: Built): Promise<FastifyInstance> {
  const mailer = settings.mail && mailerOf(settings, settings.mail, database);
  return createHttpServer({
    settings,
    database,
    schema: buildSchema(resolvers),
    inputRules,
    clientFolder: built.clientFolder,
    operations: readOperations(built.operations),
    mailer,
    monthlyDashboards: mailer && monthlyOf(database, mailer),
    importer: importerOf(settings, database),
  });
}

function importerOf({ files, organisation, keys }: Settings, database: Database): Importer {
  return new Importer({
    database,
    keys,
    folder: files.folder,
    ours: [organisation.name, organisation.shortName],
    log: (error) => process.stderr.write(`An import could not go on: ${String(error)}\n`),
  });
}

function monthlyOf(database: Database, mailer: Mailer): MonthlyDashboards {
  return new MonthlyDashboards({
    database,
    send: () => mailer.send(),
    log: (error) => process.stderr.write(`Dashboards of the month could not be queued: ${String(error)}\n`),
  });
}

function mailerOf(settings: Settings, mail: NonNullable<Settings["mail"]>, database: Database): Mailer {
  return new Mailer({
    ...mail,
    database,
    compose: (job) =>
      job.kind === "MONTHLY_DASHBOARD"
        ? composeMonthlyDashboard(database, settings, job)
        : composeAccountMail(database, settings, job),
    log: (error) => process.stderr.write(`A message could not be sent: ${String(error)}\n`),
  });
}
