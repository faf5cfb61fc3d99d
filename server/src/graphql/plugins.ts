import type { ApolloServerPlugin, GraphQLRequestListener } from "@apollo/server";
import type { Context } from "./context.ts";

/** A plugin that does the same at every request, and keeps nothing of one. */
export function onRequest(listener: GraphQLRequestListener<Context>): ApolloServerPlugin<Context> {
  return { requestDidStart: async () => listener };
}
