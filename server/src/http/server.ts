import cookie from "@fastify/cookie";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import type * as z from "zod";
import type { Database } from "../database/database.ts";
import { Failure } from "../errors.ts";
import type { Importer } from "../features/imports/importer.ts";
import type { Mailer } from "../features/mail/mail.service.ts";
import type { MonthlyDashboards } from "../features/saved-dashboards/monthly.ts";
import type { Context } from "../graphql/context.ts";
import { createGraphqlServer } from "../graphql/server.ts";
import { LastTexts } from "../last-texts.ts";
import type { Settings } from "../settings.ts";
import { registerCertificates } from "./certificates.ts";
import { registerExports } from "./exports.ts";
import { answerFailures, answerUnreadable } from "./failures.ts";
import { registerFiles } from "./files.ts";
import { graphqlHandler } from "./graphql.ts";
import { registerHeaders } from "./headers.ts";
import { registerHealth } from "./health.ts";
import { identification, originOf } from "./identify.ts";
import { registerImports } from "./imports.ts";
import {
  EXECUTION_SECONDS,
  HEAD_SECONDS,
  IDLE_SECONDS,
  MAX_BODY_BYTES,
  MAX_CONNECTIONS,
  MAX_HEADER_BYTES,
  REQUEST_SECONDS,
} from "./limits.ts";
import { registerMetrics } from "./metrics.ts";
import { operationsOnly } from "./operations.ts";
import { registerReports } from "./reports.ts";
import { sessionCookieWriter } from "./session-cookie.ts";
import { registerStaticFiles } from "./static-files.ts";

/** What the log must not hold: the values of a statement that failed, among them what people wrote. */
const KEPT_OUT_OF_THE_LOG = ["query", "parameters", "sql", "driverError"].map((property) => `err.${property}`);

declare module "fastify" {
  interface FastifyInstance {
    /** Works on imports in the background. */
    readonly importer: Importer;
    /** Queues what is mailed each month; null where the installation sends no e-mail. */
    readonly monthlyDashboards: MonthlyDashboards | null;
  }
}

interface HttpOptions {
  readonly settings: Settings;
  readonly database: Database;
  readonly schema: GraphQLSchema;
  /** The rule of each mutation's input. */
  readonly inputRules: ReadonlyMap<string, z.ZodType>;
  /** Where the built client lies. */
  readonly clientFolder: string;
  /** The client's own operations, by their hash. */
  readonly operations: ReadonlyMap<string, string>;
  /** Null where the installation sends no e-mail. */
  readonly mailer: Mailer | null;
  /** Null where the installation sends no e-mail. */
  readonly monthlyDashboards: MonthlyDashboards | null;
  readonly importer: Importer;
}

/** The one process that serves API and client. */
export async function createHttpServer(options: HttpOptions): Promise<FastifyInstance> {
  const { settings, database, mailer, monthlyDashboards, importer } = options;
  const http = Fastify({
    logger: { level: settings.logLevel, redact: { paths: KEPT_OUT_OF_THE_LOG, remove: true } },
    bodyLimit: MAX_BODY_BYTES,
    http: { headersTimeout: HEAD_SECONDS * 1000, maxHeaderSize: MAX_HEADER_BYTES },
    requestTimeout: REQUEST_SECONDS * 1000,
    connectionTimeout: IDLE_SECONDS * 1000,
    // The proxy tells whom it spoke to; what came before that, anybody can have written.
    trustProxy: settings.trustProxy && ((_address, hop) => hop === 0),
    frameworkErrors: answerUnreadable,
    forceCloseConnections: "idle",
  });
  http.server.maxConnections = MAX_CONNECTIONS;
  registerHeaders(http, settings.production);
  await http.register(cookie);
  answerFailures(http);
  registerHealth(http, database);
  registerMetrics(http, database, settings.metricsToken);
  const identify = identification(http, settings, database);
  await registerFiles(http, settings, identify);
  registerImports(http, settings, importer, identify);
  registerExports(http, identify);
  registerReports(http, settings, identify);
  registerCertificates(http, settings, database, identify);
  if (settings.oidc) {
    const { registerIdentityProvider } = await import("./identity-provider.ts");
    registerIdentityProvider(http, settings, settings.oidc, database, identify);
  }
  await registerGraphql(http, options, identify);
  await registerStaticFiles(http, options.clientFolder);
  http.decorate("importer", importer);
  http.addHook("onListen", async () => importer.start());
  http.addHook("onClose", () => importer.stop());
  http.decorate("monthlyDashboards", monthlyDashboards);
  if (monthlyDashboards) {
    http.addHook("onListen", async () => monthlyDashboards.start());
    http.addHook("onClose", () => monthlyDashboards.stop());
  }
  if (mailer) {
    http.addHook("onListen", async () => mailer.start());
    http.addHook("onClose", () => mailer.stop());
  }
  return http;
}

async function registerGraphql(
  http: FastifyInstance,
  options: HttpOptions,
  identify: (request: FastifyRequest, reply: FastifyReply) => Promise<void>,
): Promise<void> {
  const { production } = options.settings;
  const apollo = createGraphqlServer(options.schema, options.inputRules, http, production);
  await apollo.start();
  http.post(
    "/graphql",
    { onRequest: refuseUnknownHost(), preHandler: [identify, operationsOnly(options.operations, production)] },
    graphqlHandler(apollo, contextOf(options)),
  );
}

/** How many hosts are remembered to be some: those by which people call the installation. */
const REMEMBERED_HOSTS = 20;

/** Refuses a request for a host that there cannot be (RFC 9112, 3.2). */
function refuseUnknownHost() {
  const known = new LastTexts(REMEMBERED_HOSTS);
  return async ({ hostname }: FastifyRequest): Promise<void> => {
    if (known.has(hostname)) return;
    if (!URL.canParse(`http://${hostname}/`)) {
      throw new Failure("BAD_USER_INPUT", "The request names no host that there could be. Send the header Host.");
    }
    known.add(hostname);
  };
}

function contextOf({ settings, database, mailer, importer }: HttpOptions) {
  return (request: FastifyRequest, reply: FastifyReply): Context => ({
    settings,
    database,
    asker: request.asker,
    origin: originOf(request),
    deadline: Date.now() + EXECUTION_SECONDS * 1000,
    answered: 0,
    setSessionCookie: sessionCookieWriter(reply, settings.production),
    sendMail: () => void mailer?.send(),
    workOnImports: () => void importer.work(),
  });
}
