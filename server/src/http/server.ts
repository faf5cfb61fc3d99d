import { fastifyApolloHandler } from "@as-integrations/fastify";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import type * as z from "zod";
import type { Database } from "../database/database.ts";
import { userOfSession } from "../features/accounts/sessions.ts";
import type { Context } from "../graphql/context.ts";
import { createGraphqlServer } from "../graphql/server.ts";
import { viewingOf } from "../records/viewing.ts";
import type { Settings } from "../settings.ts";
import { registerHealth } from "./health.ts";
import { registerMetrics } from "./metrics.ts";
import { sessionCookieWriter, sessionToken } from "./session-cookie.ts";
import { registerStaticFiles } from "./static-files.ts";

const MAX_BODY_BYTES = 1_048_576;

interface HttpOptions {
  readonly settings: Settings;
  readonly database: Database;
  readonly schema: GraphQLSchema;
  /** The rule of each mutation's input. */
  readonly inputRules: ReadonlyMap<string, z.ZodType>;
  /** Where the built client lies. */
  readonly clientFolder: string;
}

/** The one process that serves API and client. */
export async function createHttpServer({
  settings,
  database,
  schema,
  inputRules,
  clientFolder,
}: HttpOptions): Promise<FastifyInstance> {
  const http = Fastify({
    logger: { level: settings.logLevel },
    bodyLimit: MAX_BODY_BYTES,
    trustProxy: settings.trustProxy,
    forceCloseConnections: "idle",
  });
  await http.register(helmet, securityHeaders(settings.production));
  await http.register(cookie);
  answerFaults(http);
  registerHealth(http, database);
  registerMetrics(http, database, settings.metricsToken);
  const apollo = createGraphqlServer(schema, inputRules, http, settings.production);
  await apollo.start();
  http.post("/graphql", fastifyApolloHandler(apollo, { context: contextOf(settings, database) }));
  await registerStaticFiles(http, clientFolder);
  return http;
}

function contextOf(settings: Settings, database: Database) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<Context> => {
    const token = sessionToken(request);
    const user = token === null ? null : await userOfSession(database, settings.sessionSecret, token);
    return {
      settings,
      database,
      session: user && token !== null ? { user, token, viewing: viewingOf(user, database) } : null,
      address: request.ip,
      setSessionCookie: sessionCookieWriter(reply, settings.production),
    };
  };
}

/** Requests that reach no resolver are answered in the form of all other errors, and tell nothing of the inside. */
function answerFaults(http: FastifyInstance): void {
  http.setErrorHandler((error, _request, reply) => {
    const status = error instanceof Error && "statusCode" in error ? Number(error.statusCode) : 500;
    const isClientFault = status >= 400 && status < 500;
    if (!isClientFault) http.log.error(error);
    const message = isClientFault
      ? "The request could not be read: send JSON of at most 1 MB."
      : "Something went wrong on our side, and it was noted. Try again.";
    const code = isClientFault ? "BAD_USER_INPUT" : "INTERNAL_SERVER_ERROR";
    return reply.code(isClientFault ? status : 500).send({ errors: [{ message, extensions: { code, fields: [] } }] });
  });
  http.setNotFoundHandler((request, reply) =>
    reply.code(404).send({
      errors: [
        {
          message: `There is nothing at ${request.method} ${request.url.slice(0, 100)}.`,
          extensions: { code: "NOT_FOUND" },
        },
      ],
    }),
  );
}

function securityHeaders(production: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // The component library sets positions and sizes as style attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    hsts: production,
    referrerPolicy: { policy: "same-origin" },
    crossOriginEmbedderPolicy: false,
  } as const;
}
