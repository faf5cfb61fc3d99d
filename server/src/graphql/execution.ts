import type { ApolloServerOptionsWithGateway } from "@apollo/server";
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from "graphql";
import { type CompiledQuery, compileQuery, isCompiledQuery } from "graphql-jit";
import type { Context } from "./context.ts";
import { fieldsWrittenOut } from "./limits.ts";

type Gateway = ApolloServerOptionsWithGateway<Context>["gateway"];

/** What is compiled takes memory for each field, fragments written out: of one operation at most, and of all that are kept. */
const [MAX_COMPILED_FIELDS, KEPT_FIELDS] = [2_000, 20_000];

/**
 * What Apollo Server executes by, which it lets a gateway decide: operations compiled to a function of their own. All that
 * comes before and after, as limits, plugins and errors, stays Apollo Server's.
 */
export function compiledExecution(schema: GraphQLSchema): Gateway {
  const executor = compiledExecutor(schema);
  return {
    load: async () => ({
      executor: async ({ document, operation, request, context }) =>
        executor({
          document,
          operation,
          variables: request.variables ?? {},
          operationName: request.operationName,
          context,
        }),
    }),
    onSchemaLoadOrUpdate: (tell) => {
      tell({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => undefined;
    },
    stop: async () => undefined,
  };
}

interface Execution {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode | undefined;
  readonly operationName: string | null | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: unknown;
}

/**
 * Resolvers are typed by the schema, so that their texts, numbers and codes are not made such again one by one, each with an
 * array that says where it stands; our own scalars are. The stack of an error that a resolver threw is kept.
 */
const COMPILED = { disableLeafSerialization: true, disablingCapturingStackErrors: true };

/** Executes operations. graphql-js executes what is not compiled, and tells what is wrong with variables: then nothing has been executed yet. */
export function compiledExecutor(schema: GraphQLSchema) {
  const compiled = new CompiledOperations(schema);
  return async ({ document, operation, operationName, variables, context }: Execution): Promise<ExecutionResult> => {
    const isForJs = !operation || isDefaultNulled(operation, variables) || isListForObject(operation, variables);
    const query = isForJs ? null : compiled.of(document, operation);
    const result: ExecutionResult | undefined = await query?.query({}, context, variables);
    if (result && result.data !== undefined) return withWholeErrors(result);
    return execute({ schema, document, operationName, variableValues: variables, contextValue: context });
  };
}

/** Those that came last. Apollo Server keeps the documents it has validated, so that the same text is the same operation. */
class CompiledOperations {
  private readonly schema: GraphQLSchema;
  private readonly known = new Map<OperationDefinitionNode, { query: CompiledQuery | null; fields: number }>();
  private fields = 0;

  constructor(schema: GraphQLSchema) {
    this.schema = schema;
  }

  /** @returns null where graphql-js has to execute it */
  of(document: DocumentNode, operation: OperationDefinitionNode): CompiledQuery | null {
    // Of several mutations none may be tried after one that failed; compiled ones go on.
    if (operation.operation !== "query") return null;
    const found = this.known.get(operation) ?? this.compile(document, operation);
    this.known.delete(operation);
    this.known.set(operation, found);
    return found.query;
  }

  private compile(document: DocumentNode, operation: OperationDefinitionNode) {
    const asked = fieldsWrittenOut(document, operation);
    const fields = Math.min(asked, MAX_COMPILED_FIELDS);
    const query = asked === fields ? compileQuery(this.schema, document, operation.name?.value, COMPILED) : null;
    this.fields += fields;
    for (const [oldest, { fields: freed }] of this.known) {
      if (this.fields <= KEPT_FIELDS) break;
      this.known.delete(oldest);
      this.fields -= freed;
    }
    return { query: query && isCompiledQuery(query) ? query : null, fields };
  }
}

/** A null in the place of a default may stand where none may be: graphql-js refuses that, compiled operations do not. */
function isDefaultNulled(
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): boolean {
  return variableDefinitions.some(
    ({ variable, defaultValue }) => defaultValue && variables[variable.name.value] === null,
  );
}

/** Compiled operations take a list for an object without fields; graphql-js refuses it. */
function isListForObject(
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): boolean {
  return variableDefinitions.some(({ variable, type }) => {
    const nullable = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
    return nullable.kind !== Kind.LIST_TYPE && Array.isArray(variables[variable.name.value]);
  });
}

/** The errors of compiled operations lack what graphql-js takes for granted of its own. */
function withWholeErrors(result: ExecutionResult): ExecutionResult {
  if (!result.errors) return result;
  const errors = result.errors.map(
    ({ message, path, originalError }) => new GraphQLError(message, { path, originalError: originalError ?? null }),
  );
  return { data: result.data ?? null, errors };
}
