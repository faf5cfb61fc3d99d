import { type ApolloServer, HeaderMap } from "@apollo/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Context } from "../graphql/context.ts";

/** What Apollo Server goes by: whether another site's page can have sent it, and what the client can read. */
const HEEDED = ["accept", "content-type", "x-apollo-operation-name", "apollo-require-preflight"];

/**
 * Hands a request to Apollo Server and its answer to the client. Its integration for Fastify makes an address of each
 * request and copies all headers, of which nothing is used: the operation is in the body.
 */
export function graphqlHandler(
  apollo: ApolloServer<Context>,
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Context,
): (request: FastifyRequest, reply: FastifyReply) => Promise<string> {
  return async (request, reply) => {
    const headers = new HeaderMap();
    for (const name of HEEDED) {
      const value = request.headers[name];
      if (value !== undefined) headers.set(name, String(value));
    }
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: "POST", headers, search: "", body: request.body },
      context: async () => contextOf(request, reply),
    });
    for (const [name, value] of answer.headers) reply.header(name, value);
    reply.code(answer.status ?? 200);
    if (answer.body.kind === "complete") return answer.body.string;
    throw new Error("Apollo Server answered in parts, which no operation asks for.");
  };
}
