import type { FieldIssue } from "@concord/shared/rules/check";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { Failure } from "../errors.ts";

/** What a client is told of an error; what is no fault of the client's is told nothing but that it was noted. */
export function formatError(log: (error: unknown) => void) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
    const told = toldOf(formatted, original);
    if (!told) log(error);
    return { ...(told ?? OUR_FAULT), ...(formatted.path ? { path: formatted.path } : {}) };
  };
}

const OUR_FAULT = {
  message:
    "Something went wrong on our side, and it was noted. Try again; if it happens again, tell an administrator when it happened.",
  extensions: { code: "INTERNAL_SERVER_ERROR" },
};

/** Message and details of a fault of the client's; nothing where the fault is ours. */
function toldOf(formatted: GraphQLFormattedError, original: unknown): GraphQLFormattedError | null {
  if (original instanceof Failure) {
    return { message: original.message, extensions: { code: original.code, ...original.details } };
  }
  const code = CLIENT_FAULTS.get(String(formatted.extensions?.["code"]));
  if (code === undefined) return null;
  const message = readable(formatted.message);
  return { message, extensions: { code, fields: fieldsOf(formatted.message, message) } };
}

/** Codes of Apollo Server that stand for a fault of the request, and what the contract calls them. */
const CLIENT_FAULTS = new Map([
  ["GRAPHQL_PARSE_FAILED", "BAD_USER_INPUT"],
  ["GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT"],
  ["BAD_USER_INPUT", "BAD_USER_INPUT"],
  ["BAD_REQUEST", "BAD_USER_INPUT"],
  ["OPERATION_RESOLUTION_FAILURE", "BAD_USER_INPUT"],
  ["PERSISTED_QUERY_NOT_FOUND", "BAD_USER_INPUT"],
  ["PERSISTED_QUERY_NOT_SUPPORTED", "BAD_USER_INPUT"],
  ["TOO_COMPLEX", "TOO_COMPLEX"],
]);

/** The sentences of graphql-js about values of variables, without the internals. */
const COERCION = /^Variable "\$[^"]+" got invalid value .*?(?: at "([^"]+)")?; (.*)$/s;
const MISSING = /^Field "([^"]+)" of required type "[^"]+" was not provided\.$/;

function readable(message: string): string {
  const match = COERCION.exec(message);
  if (!match) return message;
  const missing = MISSING.exec(match[2] ?? "");
  return missing ? `${missing[1]} is missing. Send it.` : (match[2] ?? message);
}

/** The field at fault, at its path within the input, where graphql-js names one. */
function fieldsOf(message: string, readableMessage: string): FieldIssue[] {
  const match = COERCION.exec(message);
  if (!match) return [];
  const [, at = "", detail = ""] = match;
  const missing = MISSING.exec(detail)?.[1];
  const path = [...at.split(".").slice(1), ...(missing ? [missing] : [])].join(".").replaceAll(/\[(\d+)\]/g, ".$1");
  return [{ path: path.replace(/^\./, ""), message: readableMessage }];
}
