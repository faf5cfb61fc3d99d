import type { FieldIssue } from "@concord/shared/rules/check";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { Failure } from "../errors.ts";

/** What a client is told of an error; what is no fault of the client's is told nothing but that it was noted. */
export function formatError(log: (error: unknown) => void, production: boolean) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
    const told = toldOf(production ? withoutSuggestions(formatted) : formatted, original);
    if (!told) log(error);
    return { ...(told ?? OUR_FAULT), ...(formatted.path ? { path: formatted.path } : {}) };
  };
}

/** What is near to a name that is not there tells the names that are; in production it is for nobody. */
function withoutSuggestions(formatted: GraphQLFormattedError): GraphQLFormattedError {
  return { ...formatted, message: formatted.message.replace(/ ?Did you mean .*$/s, "") };
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
  if (formatted.message.endsWith(" aborted.")) return TOO_MUCH_TO_CHECK;
  const isRefused = original instanceof GraphQLError && REFUSED.test(original.message);
  const code = isRefused ? "BAD_USER_INPUT" : CLIENT_FAULTS.get(String(formatted.extensions?.["code"]));
  if (code === undefined) return null;
  const message = shortened(readable(formatted.message).replace(STRUCTURE, "$1."));
  return { message, extensions: { code, fields: fieldsOf(formatted.message, message) } };
}

/** What graphql-js says of a request when it executes it already, for it depends on values of variables. */
const REFUSED = /^(Argument "|Schema is not configured to execute )/;

/** graphql-js stops where a check would take long: after many faults, or in a field that is repeated very often. */
const TOO_MUCH_TO_CHECK = {
  message: "The query has too many faults, or repeats its fields too often. Ask for less.",
  extensions: { code: "TOO_COMPLEX" },
};

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

/** What was sent in the place of a text is not repeated: a name that must not be told could be in it. */
const STRUCTURE = /(cannot represent a non string value): [[{].*$/s;

/** What graphql-js repeats of a request may be a megabyte. */
const LONGEST = 500;

function shortened(message: string): string {
  return message.length > LONGEST ? `${message.slice(0, LONGEST)}…` : message;
}

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
