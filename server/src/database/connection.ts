import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { DataSource, type EntitySchema, type MigrationInterface, type MixedList } from "typeorm";
import { Database } from "./database.ts";
import { SnakeCaseColumns } from "./naming.ts";

// biome-ignore lint/suspicious/noExplicitAny: TypeORM's own type of a list of entities of different rows
type Entities = readonly EntitySchema<any>[];
type Migrations = readonly (new () => MigrationInterface)[];

/**
 * Opens the database of `url` (`sqlite:PATH`, `mysql://…` or `mariadb://…`) and brings its tables up to date.
 * @throws where the server cannot be reached or a migration fails
 */
export async function openDatabase(url: string, entities: Entities, migrations: Migrations): Promise<Database> {
  const shared = {
    entities: [...entities],
    migrations: [...migrations] satisfies MixedList<new () => MigrationInterface>,
    migrationsTableName: "migrations",
    namingStrategy: new SnakeCaseColumns(),
    synchronize: false,
  };
  if (url.startsWith("sqlite:")) return openSqlite(resolve(url.slice("sqlite:".length)), shared);
  const source = new DataSource({
    ...shared,
    type: "mysql",
    url: url.replace(/^mariadb:/, "mysql:"),
    charset: "utf8mb4_bin",
    poolSize: 10,
    // Instants are text; a driver that made dates of them would bring the machine's time zone in.
    dateStrings: true,
    supportBigNumbers: true,
  });
  await source.initialize();
  await source.runMigrations({ transaction: "none" });
  return new Database("mysql", source, source);
}

type SharedOptions = Pick<
  ConstructorParameters<typeof DataSource>[0],
  "entities" | "migrations" | "migrationsTableName" | "namingStrategy" | "synchronize"
>;

async function openSqlite(path: string, shared: SharedOptions): Promise<Database> {
  mkdirSync(dirname(path), { recursive: true });
  const open = async () => {
    const source = new DataSource({
      ...shared,
      type: "better-sqlite3",
      database: path,
      enableWAL: true,
      // Every acknowledged commit survives a power cut.
      prepareDatabase: (connection: { pragma(text: string): unknown }) => {
        connection.pragma("synchronous = FULL");
        connection.pragma("busy_timeout = 5000");
        connection.pragma("foreign_keys = ON");
      },
    });
    return source.initialize();
  };
  const writing = await open();
  await writing.runMigrations({ transaction: "each" });
  return new Database("sqlite", await open(), writing);
}
