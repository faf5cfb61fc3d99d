import { CombinedGraphQLErrors } from "@apollo/client/errors";
import type { FieldIssue } from "@concord/shared/rules/check";
import * as z from "zod";

/** Why something did not work, as the server told it, or that it could not be reached. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  /** What is wrong with single fields, at their paths within the input. */
  readonly fields: readonly FieldIssue[];
  /** The record as it is now, where somebody else changed it in the meantime. */
  readonly current: Readonly<Record<string, unknown>> | null;
}

const extensionsRule = z.object({
  code: z.string(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).default([]),
  current: z.record(z.string(), z.unknown()).nullish(),
});

/** Reads any error of a request into a failure that can be shown. */
export function failureOf(error: unknown): Failure {
  if (CombinedGraphQLErrors.is(error)) {
    const [first] = error.errors;
    const extensions = extensionsRule.safeParse(first?.extensions);
    if (first && extensions.success) {
      const { code, fields, current } = extensions.data;
      return { code, message: first.message, fields, current: current ?? null };
    }
  }
  return {
    code: "UNREACHABLE",
    message: "The server could not be reached. Check your connection and try again.",
    fields: [],
    current: null,
  };
}
