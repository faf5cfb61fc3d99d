import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { fastifyApolloDrainPlugin } from "@as-integrations/fastify";
import type { FastifyInstance } from "fastify";
import { type GraphQLSchema, validate } from "graphql";
import type * as z from "zod";
import { allFaultsAtOnce } from "./all-faults.ts";
import type { Context } from "./context.ts";
import { formatError } from "./errors.ts";
import { limitsRule, MAX_TOKENS } from "./limits.ts";

/** Apollo Server over the schema: no stacks to clients, no requests from foreign pages, no introspection in production. */
export function createGraphqlServer(
  schema: GraphQLSchema,
  inputRules: ReadonlyMap<string, z.ZodType>,
  http: FastifyInstance,
  production: boolean,
): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection: !production,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: production,
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    formatError: formatError((error) => http.log.error(error)),
    plugins: [fastifyApolloDrainPlugin(http), limits(schema), allFaultsAtOnce(inputRules)],
  });
}

/** The cost of a query depends on its variables, which validation alone does not know. */
function limits(schema: GraphQLSchema): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, request }) {
          const [error] = validate(schema, document, [limitsRule(request.variables ?? {})]);
          if (error) throw error;
        },
      };
    },
  };
}
