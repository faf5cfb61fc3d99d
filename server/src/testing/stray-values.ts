import {
  type GraphQLLeafType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  getNamedType,
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

/** The values of an answer that are none of their field's type in the schema, each with where it stands. */
export function strayValues(query: string, data: unknown): string[] {
  const document = parse(query);
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );

  const inField = (type: GraphQLOutputType, selections: SelectionSetNode | undefined, value: unknown, path: string) => {
    if (Array.isArray(value)) return value.flatMap((item): string[] => inField(type, selections, item, `${path}[]`));
    const named = getNamedType(type);
    if (value === null || value === undefined) return [];
    if (isLeafType(named)) return isOfType(named, value) ? [] : [`${path} is ${JSON.stringify(value)}, no ${named.name}`];
    return selections ? inObject(named, selections, value, path) : [];
  };

  const inObject = (type: GraphQLNamedType, { selections }: SelectionSetNode, value: unknown, path: string): string[] => {
    if (typeof value !== "object" || value === null) return [`${path} is ${JSON.stringify(value)}, no object`];
    const values = new Map<string, unknown>(Object.entries(value));
    return selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) {
        const field = isObjectType(type) ? type.getFields()[selection.name.value] : undefined;
        const name = selection.alias?.value ?? selection.name.value;
        return field ? inField(field.type, selection.selectionSet, values.get(name), `${path}.${name}`) : [];
      }
      const within = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      const wanted = within?.typeCondition?.name.value ?? type.name;
      // Of a union only one that says what it is can be told apart.
      const isMeant = !isAbstractType(type) || values.get("__typename") === wanted;
      const inner = schema.getType(wanted);
      return within && inner && isMeant ? inObject(inner, within.selectionSet, value, path) : [];
    });
  };

  return document.definitions.flatMap((node) => {
    const root = node.kind === Kind.OPERATION_DEFINITION ? schema.getRootType(node.operation) : undefined;
    return node.kind === Kind.OPERATION_DEFINITION && root ? inObject(root, node.selectionSet, data, "data") : [];
  });
}

/** Whether graphql-js would answer it as it is. */
function isOfType(type: GraphQLLeafType, value: unknown): boolean {
  try {
    return type.serialize(value) === value;
  } catch {
    return false;
  }
}
