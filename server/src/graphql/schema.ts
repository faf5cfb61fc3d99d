import { readdirSync, readFileSync } from "node:fs";
import { makeExecutableSchema } from "@graphql-tools/schema";
import type { GraphQLSchema } from "graphql";
import type { Resolvers } from "../generated/schema.ts";
import type { Context } from "./context.ts";
import { guarded } from "./guards.ts";
import { dateTimeScalar, partialDateScalar } from "./scalars.ts";
import { withTotals } from "./totals.ts";

const FOLDER = new URL("../../../shared/schema/", import.meta.url);

/** The schema of `shared/schema`, with the resolvers of the features, behind the table of who may see what. */
export function buildSchema(resolvers: readonly Resolvers[]): GraphQLSchema {
  const typeDefs = readdirSync(FOLDER)
    .filter((file) => file.endsWith(".graphql"))
    .map((file) => readFileSync(new URL(file, FOLDER), "utf8"));
  const schema = makeExecutableSchema<Context>({
    typeDefs,
    // Where in its file each word stands is asked by nobody.
    noLocation: true,
    resolvers: [{ PartialDate: partialDateScalar, DateTime: dateTimeScalar }, ...resolvers],
  });
  return guarded(withTotals(schema));
}
