import { MapperKind, mapSchema } from "@graphql-tools/utils";
import { defaultFieldResolver, type GraphQLFieldConfig, type GraphQLSchema, getNamedType, isObjectType } from "graphql";
import { asking } from "../records/asked-columns.ts";
import { Page } from "../records/page.ts";
import type { Context } from "./context.ts";

type Field = GraphQLFieldConfig<unknown, Context>;

/**
 * Lists whose total is asked for are counted before their page is handed on. A field that counts by itself would be a
 * resolver, and one under each of many records takes as long to execute as the rest of its list.
 */
export function withTotals(schema: GraphQLSchema): GraphQLSchema {
  return mapSchema(schema, { [MapperKind.OBJECT_FIELD]: (field) => (isList(field) ? counting(field) : field) });
}

function isList({ type }: Field): boolean {
  const named = getNamedType(type);
  return isObjectType(named) && "totalCount" in named.getFields();
}

const asksForTotal = asking("totalCount");

function counting(field: Field): Field {
  const { resolve = defaultFieldResolver } = field;
  return {
    ...field,
    resolve: (source, args, context, info) => {
      const page: unknown = resolve(source, args, context, info);
      if (!asksForTotal(info)) return page;
      return page instanceof Promise ? page.then(counted) : counted(page);
    },
  };
}

const counted = (page: unknown) => (page instanceof Page ? page.counted() : page);
