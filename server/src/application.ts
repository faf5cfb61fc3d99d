import type { FastifyInstance } from "fastify";
import { openDatabase } from "./database/connection.ts";
import type { Database } from "./database/database.ts";
import { migrations } from "./database/migrations/migrations.ts";
import { composeAccountMail } from "./features/accounts/password-links.ts";
import { bringMatchesUpToDate } from "./features/duplicates/keep-matches.ts";
import { entities } from "./features/entities.ts";
import { Importer } from "./features/imports/importer.ts";
import { inputRules } from "./features/input-rules.ts";
import { Mailer } from "./features/mail/mail.service.ts";
import { resolvers } from "./features/resolvers.ts";
import { buildSchema } from "./graphql/schema.ts";
import { readOperations } from "./http/operations.ts";
import { createHttpServer } from "./http/server.ts";
import type { Settings } from "./settings.ts";

/** Opens the database, and brings its tables up to date, and what is kept to find likely duplicates. */
export async function openApplicationDatabase(settings: Settings): Promise<Database> {
  const database = await openDatabase(settings.databaseUrl, entities, migrations);
  await bringMatchesUpToDate(database, () =>
    process.stderr.write("Looking for likely duplicates in the whole register; this happens once after an upgrade…\n"),
  );
  return database;
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
  return createHttpServer({
    settings,
    database,
    schema: buildSchema(resolvers),
    inputRules,
    clientFolder: built.clientFolder,
    operations: readOperations(built.operations),
    mailer: settings.mail && mailerOf(settings, settings.mail, database),
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

function mailerOf(settings: Settings, mail: NonNullable<Settings["mail"]>, database: Database): Mailer {
  return new Mailer({
    ...mail,
    database,
    compose: (job) => composeAccountMail(database, settings, job),
    log: (error) => process.stderr.write(`A message could not be sent: ${String(error)}\n`),
  });
}
