import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLLeafType,
  type GraphQLNamedType,
  getNamedType,
  type InlineFragmentNode,
  isAbstractType,
  isLeafType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from "graphql";
import { resolvers } from "../features/resolvers.ts";
import { buildSchema } from "../graphql/schema.ts";

/**
 * Compiled operations hand on what a resolver answers as it is: a number that is a text, as databases answer sums, would
 * reach the client as a text. Every answer that a test gets is looked at for such.
 */

const schema = buildSchema(resolvers);

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** The values of an answer that are none of their field's type in the schema, each with where it stands. */
export function strayValues(query: string, data: unknown): string[] {
  const { definitions } = parse(query);
  const fragments: Fragments = new Map(
    definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  return definitions.flatMap((node) => {
    const root = node.kind === Kind.OPERATION_DEFINITION ? schema.getRootType(node.operation) : undefined;
    return node.kind === Kind.OPERATION_DEFINITION && root
      ? strayIn({ type: root, selections: node.selectionSet, value: data, path: "data" }, fragments)
      : [];
  });
}

/** A value, what it should be, and what was asked of it. */
interface Place {
  readonly type: GraphQLNamedType;
  readonly selections: SelectionSetNode | undefined;
  readonly value: unknown;
  readonly path: string;
}

function strayIn(place: Place, fragments: Fragments): string[] {
  const { type, selections, value, path } = place;
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) {
    return value.flatMap((item) => strayIn({ ...place, value: item, path: `${path}[]` }, fragments));
  }
  if (isLeafType(type)) return isOfType(type, value) ? [] : [`${path} is ${JSON.stringify(value)}, no ${type.name}`];
  if (typeof value !== "object") return [`${path} is ${JSON.stringify(value)}, no object`];
  const values = new Map<string, unknown>(Object.entries(value));
  return (selections?.selections ?? []).flatMap((selection) => {
    const next =
      selection.kind === Kind.FIELD
        ? inField(place, selection, values)
        : inFragment(
            place,
            selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection,
            values,
          );
    return next ? strayIn(next, fragments) : [];
  });
}

type Values = ReadonlyMap<string, unknown>;

function inField({ type, path }: Place, { name, alias, selectionSet }: FieldNode, values: Values): Place | null {
  const field = isObjectType(type) ? type.getFields()[name.value] : undefined;
  const key = alias?.value ?? name.value;
  return field
    ? { type: getNamedType(field.type), selections: selectionSet, value: values.get(key), path: `${path}.${key}` }
    : null;
}

/** Of a union only one that says what it is can be told apart. */
function inFragment(
  place: Place,
  fragment: FragmentDefinitionNode | InlineFragmentNode | undefined,
  values: Values,
): Place | null {
  const wanted = fragment?.typeCondition?.name.value ?? place.type.name;
  const type = schema.getType(wanted);
  const isMeant = !isAbstractType(place.type) || values.get("__typename") === wanted;
  return fragment && type && isMeant ? { ...place, type, selections: fragment.selectionSet } : null;
}

/** Whether graphql-js would answer it as it is. */
function isOfType(type: GraphQLLeafType, value: unknown): boolean {
  try {
    return type.serialize(value) === value;
  } catch {
    return false;
  }
}
