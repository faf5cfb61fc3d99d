import type { GraphQLArgument, GraphQLField } from "graphql";

type Field = GraphQLField<unknown, unknown>;

/** A field with all its arguments as variables of their names behind a prefix; it is answered as `answer`. */
export function called(field: Field, prefix: string, selection: string): string {
  const args = field.args.map(({ name }) => `${name}: $${prefix}${name}`);
  return `answer: ${field.name}${args.length > 0 ? `(${args.join(", ")})` : ""} ${selection}`;
}

/** An operation that declares these arguments, each behind its prefix, as variables. */
export function operation(
  kind: "query" | "mutation",
  args: readonly (readonly [prefix: string, GraphQLArgument])[],
  selection: string,
): string {
  const declared = args.map(([prefix, { name, type }]) => `$${prefix}${name}: ${type}`);
  return `${kind} ${declared.length > 0 ? `(${declared.join(", ")})` : ""} { ${selection} }`;
}

/** An operation that asks for one field of the root with all its arguments. */
export function operationFor(kind: "query" | "mutation", field: Field, selection: string): string {
  return operation(
    kind,
    field.args.map((arg) => ["", arg] as const),
    called(field, "", selection),
  );
}
