import type { FastifyInstance } from "fastify";
import { openDatabase } from "./database/connection.ts";
import type { Database } from "./database/database.ts";
import { migrations } from "./database/migrations/migrations.ts";
import { entities } from "./features/entities.ts";
import { inputRules } from "./features/input-rules.ts";
import { resolvers } from "./features/resolvers.ts";
import { buildSchema } from "./graphql/schema.ts";
import { createHttpServer } from "./http/server.ts";
import type { Settings } from "./settings.ts";

/** Opens the database and brings its tables up to date. */
export function openApplicationDatabase(settings: Settings): Promise<Database> {
  return openDatabase(settings.databaseUrl, entities, migrations);
}

/** The whole server over an open database, not listening yet; the tests make it in the same way as `main.ts`. */
export function createApplication(
  settings: Settings,
  database: Database,
  clientFolder: string,
): Promise<FastifyInstance> {
  return createHttpServer({ settings, database, schema: buildSchema(resolvers), inputRules, clientFolder });
}
