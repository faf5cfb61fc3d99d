import { CombinedGraphQLErrors } from "@apollo/client/errors";
import type { FieldIssue } from "@concord/shared/rules/check";
import { t } from "@lingui/core/macro";

/** The code of whatever the server did not answer at all. */
export const UNREACHABLE = "UNREACHABLE";

/** Why something did not work, as the server told it, or that it could not be reached. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  /** What is wrong with single fields, at their paths within the input. */
  readonly fields: readonly FieldIssue[];
  /** The record as it is now, where somebody else changed it in the meantime. */
  readonly current: Readonly<Record<string, unknown>> | null;
  /** Whether a one-time code would let it through. */
  readonly wantsCode: boolean;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function issuesIn(fields: unknown): FieldIssue[] {
  return (Array.isArray(fields) ? fields : []).flatMap((issue: unknown) =>
    isObject(issue) ? [{ path: String(issue["path"]), message: String(issue["message"]) }] : [],
  );
}

/** Reads any error of a request into a failure that can be shown. */
export function failureOf(error: unknown): Failure {
  return failureIn(CombinedGraphQLErrors.is(error) ? error : null);
}

/** Reads an answer of the server that is none of what was asked for: its errors have one form everywhere. */
export function failureIn(answer: unknown): Failure {
  const errors: unknown = isObject(answer) ? answer["errors"] : null;
  const first: unknown = Array.isArray(errors) ? errors[0] : null;
  const extensions = isObject(first) ? first["extensions"] : null;
  if (isObject(first) && isObject(extensions) && typeof extensions["code"] === "string") {
    return {
      code: extensions["code"],
      message: String(first["message"]),
      fields: issuesIn(extensions["fields"]),
      current: isObject(extensions["current"]) ? extensions["current"] : null,
      wantsCode: extensions["codeRequired"] === true || extensions["confirmationRequired"] === true,
    };
  }
  return {
    code: UNREACHABLE,
    message: t`The server could not be reached. Check your connection and try again.`,
    fields: [],
    current: null,
    wantsCode: false,
  };
}
