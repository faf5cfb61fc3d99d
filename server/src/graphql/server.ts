import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import { fastifyApolloDrainPlugin } from "@as-integrations/fastify";
import type { FastifyInstance } from "fastify";
import { type DocumentNode, GraphQLError, type GraphQLSchema, validate } from "graphql";
import type * as z from "zod";
import { allFaultsAtOnce } from "./all-faults.ts";
import type { Context } from "./context.ts";
import { formatError } from "./errors.ts";
import { compiledExecution } from "./execution.ts";
import { limitsRule, MAX_TOKENS } from "./limits.ts";
import { onRequest } from "./plugins.ts";

/** Apollo Server over the schema: no stacks to clients, no requests from foreign pages, no introspection in production. */
export function createGraphqlServer(
  schema: GraphQLSchema,
  inputRules: ReadonlyMap<string, z.ZodType>,
  http: FastifyInstance,
  production: boolean,
): ApolloServer<Context> {
  return new ApolloServer<Context>({
    gateway: compiledExecution(schema),
    introspection: !production,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: production,
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    logger: http.log,
    stringifyResult: (answer) => JSON.stringify(answer),
    formatError: formatError((error) => http.log.error(error), production),
    plugins: [
      // It looks at every field, and nothing that is answered may be cached.
      ApolloServerPluginCacheControlDisabled(),
      fastifyApolloDrainPlugin(http),
      limits(schema),
      allFaultsAtOnce(inputRules),
      retryAfter,
    ],
  });
}

/** For how many sizes of its pages a document is remembered to be within the limits, and how long they may be as text. */
const [REMEMBERED_SIZES, REMEMBERED_LENGTH] = [20, 500];

/** The cost of a query depends on its variables, which validation alone does not know; on no texts among them. */
function limits(schema: GraphQLSchema): ApolloServerPlugin<Context> {
  const within = new WeakMap<DocumentNode, Set<string>>();
  return onRequest({
    async didResolveOperation({ document, request }) {
      const known = within.get(document) ?? new Set();
      const sizes = JSON.stringify(request.variables ?? {}, (_name, value) => (typeof value === "string" ? "" : value));
      if (known.has(sizes)) return;
      const [error] = validate(schema, document, [limitsRule(request.variables ?? {})]);
      if (error) throw tooComplex(error.message);
      if (known.size < REMEMBERED_SIZES && sizes.length < REMEMBERED_LENGTH) within.set(document, known.add(sizes));
    },
  });
}

/** Programs that know no GraphQL read in the header when another attempt makes sense. */
const retryAfter = onRequest({
  async willSendResponse({ response }) {
    const errors = response.body.kind === "single" ? (response.body.singleResult.errors ?? []) : [];
    const seconds = errors.map(({ extensions }) => extensions?.["retryAfter"]).find(Number.isInteger);
    if (seconds !== undefined) response.http.headers.set("retry-after", String(seconds));
  },
});

/** With the status of a fault of the client's: Apollo Server takes what a plugin throws for a fault of ours. */
function tooComplex(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "TOO_COMPLEX", http: { status: 400 } } });
}
