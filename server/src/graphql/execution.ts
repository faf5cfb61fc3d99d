import type { ApolloServerOptionsWithGateway } from "@apollo/server";
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { type CompiledQuery, compileQuery, isCompiledQuery } from "graphql-jit";
import type { Context } from "./context.ts";
import { fieldsWrittenOut } from "./limits.ts";

type Gateway = ApolloServerOptionsWithGateway<Context>["gateway"];

/** Fields that an operation may have, fragments written out, to be compiled: what is compiled takes memory for each. */
const MAX_COMPILED_FIELDS = 2_000;

/**
 * What Apollo Server executes by, which it lets a gateway decide: operations compiled to a function of their own. All that
 * comes before and after, as limits, plugins and errors, stays Apollo Server's.
 */
export function compiledExecution(schema: GraphQLSchema): Gateway {
  const executor = compiledExecutor(schema);
  return {
    load: async () => ({
      executor: async ({ document, operation, request, context }) =>
        executor({ document, operation, variables: request.variables ?? {}, operationName: request.operationName, context }),
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
 * Apollo Server keeps the documents that it has validated, within bounds; what was compiled of one goes with it. graphql-js
 * executes what is too large to compile, and tells what is wrong with variables: then nothing has been executed yet.
 */
function compiledExecutor(schema: GraphQLSchema) {
  const compiled = new WeakMap<OperationDefinitionNode, CompiledQuery | null>();
  const compiledOf = (document: DocumentNode, operation: OperationDefinitionNode): CompiledQuery | null => {
    const known = compiled.get(operation);
    if (known !== undefined) return known;
    const made = compile(schema, document, operation);
    compiled.set(operation, made);
    return made;
  };
  return async ({ document, operation, operationName, variables, context }: Execution): Promise<ExecutionResult> => {
    const query = operation && !isDefaultNulled(operation, variables) ? compiledOf(document, operation) : null;
    const result: ExecutionResult | undefined = await query?.query({}, context, variables);
    if (result && result.data !== undefined) return withWholeErrors(result);
    return execute({ schema, document, operationName, variableValues: variables, contextValue: context });
  };
}

/** A null in the place of a default may stand where none may be: graphql-js refuses that, compiled operations do not. */
function isDefaultNulled(
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): boolean {
  return variableDefinitions.some(({ variable, defaultValue }) => defaultValue && variables[variable.name.value] === null);
}

/** The errors of compiled operations lack what graphql-js takes for granted of its own. */
function withWholeErrors(result: ExecutionResult): ExecutionResult {
  if (!result.errors) return result;
  const errors = result.errors.map(
    ({ message, path, originalError }) => new GraphQLError(message, { path, originalError: originalError ?? null }),
  );
  return { data: result.data ?? null, errors };
}

function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CompiledQuery | null {
  // Of several mutations none may be tried after one that failed; compiled ones go on.
  if (operation.operation !== "query") return null;
  if (fieldsWrittenOut(document, operation) > MAX_COMPILED_FIELDS) return null;
  const query = compileQuery(schema, document, operation.name?.value);
  return isCompiledQuery(query) ? query : null;
}
