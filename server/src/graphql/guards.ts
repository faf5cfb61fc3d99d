import { MapperKind, mapSchema } from "@graphql-tools/utils";
import {
  defaultFieldResolver,
  type GraphQLFieldConfig,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNullableType,
  isListType,
  isNonNullType,
} from "graphql";
import { type Gate, gates } from "../access/gates.ts";
import { gateOf } from "../access/table.ts";
import { Failure, forbidden, tooSlow, unauthenticated } from "../errors.ts";
import type { Context } from "./context.ts";
import { MAX_COST } from "./limits.ts";

type Field = GraphQLFieldConfig<unknown, Context>;

/**
 * Puts the table "Who may …" before every field of the schema.
 * @throws an Error that names the fields which the table does not know
 */
export function guarded(schema: GraphQLSchema): GraphQLSchema {
  const unknown: string[] = [];
  const result = mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field, fieldName, typeName) => {
      const gate = gateOf(typeName, fieldName);
      if (!gate) unknown.push(`${typeName}.${fieldName}`);
      const bounded = withinLimits(field);
      return gate && gate !== gates.holders && gate !== gates.anyone ? behind(gate, bounded) : bounded;
    },
  });
  if (unknown.length > 0) {
    throw new Error(`server/src/access/table.ts does not say who may see ${unknown.join(", ")}. Write them into it.`);
  }
  return result;
}

/** A field that has work to do is not begun once the request has taken its time, or answered as much as one may. */
function withinLimits(field: Field): Field {
  if (!field.resolve) return field;
  const resolve = isListType(getNullableType(field.type)) ? counting(field.resolve) : field.resolve;
  return {
    ...field,
    resolve: (source, args, context, info) => {
      if (Date.now() > context.deadline) throw tooSlow();
      return resolve(source, args, context, info);
    },
  };
}

type Resolver = GraphQLFieldResolver<unknown, Context>;

/** Lists may be longer than the cost of the query took them to be: what they hold is counted as it is answered. */
function counting(resolve: Resolver): Resolver {
  return async (source, args, context, info) => {
    const items: unknown = await resolve(source, args, context, info);
    context.answered += Array.isArray(items) ? items.length : 0;
    if (context.answered <= MAX_COST) return items;
    throw new Failure("TOO_COMPLEX", `The lists hold more than ${MAX_COST} items. Ask for fewer at a time.`);
  };
}

/** A field that may be null is null for whoever may not see it; another one is refused. */
function behind(gate: Gate, field: Field): Field {
  const resolve = field.resolve ?? defaultFieldResolver;
  const isDetail = !isNonNullType(field.type);
  return {
    ...field,
    resolve: (source, args, context, info) => {
      if (gate.allows(context.asker?.asking ?? null)) return resolve(source, args, context, info);
      if (!context.asker) throw unauthenticated();
      if (isDetail && info.path.prev !== undefined) return null;
      throw forbidden(`This is only for ${gate.sentence}. Ask an administrator.`);
    },
  };
}
