import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fold } from "@concord/shared/fold";
import type { Role } from "@concord/shared/vocabularies";
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify";
import { createConnection } from "mysql2/promise";
import sql from "sql-template-tag";
import { v7 } from "uuid";
import * as z from "zod";
import { createApplication, openApplicationDatabase } from "../application.ts";
import type { Database } from "../database/database.ts";
import { newUser, userEntity } from "../features/accounts/accounts.entity.ts";
import { hashPassword } from "../features/accounts/passwords.ts";
import { beginSession } from "../features/accounts/sessions.ts";
import { DEMO_PASSWORD, demoId, loadDemoData } from "../features/demo/demo.service.ts";
import { readSettings, type Settings } from "../settings.ts";
import { strayValues } from "./stray-values.ts";

const DATA_KEY = Buffer.alloc(32, 1).toString("base64");

const responseRule = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        extensions: z.looseObject({
          code: z.string(),
          fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
        }),
      }),
    )
    .optional(),
});

/** What the API answered. */
export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it asked for, and fails where it is not there
  readonly data: any;
  readonly errors: NonNullable<z.output<typeof responseRule>["errors"]>;
  readonly code: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Somebody at a browser: asks the API over HTTP, and keeps the cookie. */
export class Visitor {
  cookie = "";
  /** Sent as `Authorization: Bearer …`, where it is set. */
  apiToken: string | null = null;
  private readonly http: FastifyInstance;

  constructor(http: FastifyInstance) {
    this.http = http;
  }

  /** Any request, with the visitor's cookie. */
  async send(options: InjectOptions): Promise<LightMyRequestResponse> {
    const credentials = this.apiToken === null ? { cookie: this.cookie } : { authorization: `Bearer ${this.apiToken}` };
    const response = await this.http.inject({ ...options, headers: { ...credentials, ...options.headers } });
    for (const setCookie of [response.headers["set-cookie"] ?? []].flat()) {
      if (/^(__Host-)?concord_session=/.test(setCookie)) this.cookie = setCookie.split(";")[0] ?? "";
    }
    return response;
  }

  async ask(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
    return this.post({ query, variables });
  }

  /** A GraphQL request of any form. */
  async post(payload: object): Promise<Answer> {
    const response = await this.send({
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "application/json" },
      payload: JSON.stringify(payload),
    });
    const body = responseRule.parse(JSON.parse(response.body));
    const errors = body.errors ?? [];
    if (body.data && "query" in payload) refuseStrayValues(String(payload.query), body.data);
    return {
      status: response.statusCode,
      data: body.data,
      errors,
      code: errors[0]?.extensions.code,
      headers: response.headers,
    };
  }

  /** Asks, and fails the test where the API refuses. */
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it asked for, and fails where it is not there
  async get(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<any> {
    const answer = await this.ask(query, variables);
    if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  }

  signIn(email: string, password = DEMO_PASSWORD): Promise<Answer> {
    return this.ask("mutation($input: SignInInput!) { signIn(input: $input) { id } }", { input: { email, password } });
  }
}

/** @throws where an answer holds what the schema does not promise */
function refuseStrayValues(query: string, data: unknown): void {
  const stray = strayValues(query, data);
  if (stray.length > 0) throw new Error(`The answer does not keep to the schema: ${stray.slice(0, 5).join("; ")}`);
}

/** The whole server over a database of its own, with the demo data. */
export class TestApplication {
  readonly database: Database;
  readonly http: FastifyInstance;
  readonly settings: Settings;
  private readonly dispose: () => Promise<void>;

  private constructor(database: Database, http: FastifyInstance, settings: Settings, dispose: () => Promise<void>) {
    this.database = database;
    this.http = http;
    this.settings = settings;
    this.dispose = dispose;
  }

  /**
   * @param operations the texts of a built client's operations, by their hash
   * @param clientFolder where a built client lies
   */
  static async open(
    environment: Readonly<Record<string, string>> = {},
    operations: Readonly<Record<string, string>> = {},
    clientFolder = "no-client",
  ): Promise<TestApplication> {
    const { url, dispose } = await ownDatabase();
    const settings = readSettings({
      NODE_ENV: "test",
      DEMO: "true",
      LOG_LEVEL: "error",
      SESSION_SECRET: "x".repeat(32),
      DATA_KEY,
      PUBLIC_URL: "https://concord.example.org",
      FILES_DIR: join(tmpdir(), `concord-files-${randomBytes(6).toString("hex")}`),
      RATE_LIMIT: "1000000",
      ...environment,
      DATABASE_URL: url,
    });
    const database = await openApplicationDatabase(settings);
    await loadDemoData(database, settings.keys);
    const manifest = join(settings.files.folder, "operations.json");
    mkdirSync(settings.files.folder, { recursive: true });
    writeFileSync(manifest, JSON.stringify(operations));
    const http = await createApplication(settings, database, { clientFolder, operations: manifest });
    return new TestApplication(database, http, settings, dispose);
  }

  visitor(): Visitor {
    return new Visitor(this.http);
  }

  async as(name: "manager" | "office" | "leadership" | "admin"): Promise<Visitor> {
    return this.asUser(`${name}@demo.example`);
  }

  async asUser(email: string): Promise<Visitor> {
    const visitor = this.visitor();
    const answer = await visitor.signIn(email);
    if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
    return visitor;
  }

  /** Adds a user of a role and an office, with the demo password, and answers the id. */
  async addUser(email: string, role: Role, officeKey: string): Promise<string> {
    const id = v7();
    const passwordHash = await hashPassword(DEMO_PASSWORD);
    const name = email.split("@")[0] ?? email;
    await this.database.transaction((transaction) =>
      transaction.insert(userEntity, [
        newUser({ id, name, nameSort: fold(name), email, role, officeId: demoId(officeKey), passwordHash }),
      ]),
    );
    return id;
  }

  /** A session of a user, without the time that a password takes. */
  async sessionOf(userId: string, confirmed = false): Promise<Visitor> {
    const origin = { address: "127.0.0.1", agent: null };
    const { token } = await this.database.transaction((transaction) =>
      beginSession(transaction, this.settings, { id: userId }, origin, confirmed),
    );
    const visitor = this.visitor();
    visitor.cookie = `concord_session=${token}`;
    return visitor;
  }

  /** How many statements some requests take, of which the first finds no session remembered. */
  async statementsOf(work: () => Promise<unknown>): Promise<number> {
    this.database.commits += 1;
    const before = this.database.statements;
    await work();
    return this.database.statements - before;
  }

  async close(): Promise<void> {
    await this.http.close();
    await this.database.close();
    await this.dispose();
    rmSync(this.settings.files.folder, { recursive: true, force: true });
  }
}

/** SQLite in a folder that is thrown away, or a database of its own on the server of `TEST_DATABASE_URL`. */
export async function ownDatabase(): Promise<{ url: string; dispose: () => Promise<void> }> {
  const server = process.env["TEST_DATABASE_URL"];
  if (!server) {
    const folder = mkdtempSync(join(tmpdir(), "concord-test-"));
    return { url: `sqlite:${join(folder, "test.sqlite")}`, dispose: async () => rmSync(folder, { recursive: true }) };
  }
  const name = `concord_${randomBytes(6).toString("hex")}`;
  const onServer = async (statement: string) => {
    const connection = await createConnection(server);
    await connection.query(statement);
    await connection.end();
  };
  await onServer(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.toString(), dispose: () => onServer(`DROP DATABASE ${name}`) };
}

/** How many rows a table has. */
export async function rowsIn(database: Database, table: string): Promise<number> {
  const [row] = await database.raw(sql([`SELECT COUNT(*) AS total FROM ${table}`]));
  return Number(row?.["total"]);
}
