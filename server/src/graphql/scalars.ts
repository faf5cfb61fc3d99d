import { GraphQLError, GraphQLScalarType, Kind } from "graphql";

/** Text in, text out: the rules of the input check it, so that a wrong date is told together with all other faults. */
function textScalar(name: string): GraphQLScalarType<string, string> {
  const read = (value: unknown) => {
    if (typeof value === "string") return value;
    throw new GraphQLError(`${name} is written as text, not as ${JSON.stringify(value)}.`);
  };
  return new GraphQLScalarType({
    name,
    serialize: String,
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : null),
  });
}

export const partialDateScalar = textScalar("PartialDate");
export const dateTimeScalar = textScalar("DateTime");
