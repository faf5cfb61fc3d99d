import type { FieldIssue } from "@concord/shared/rules/check";

/** The codes that a client may meet; docs/architecture.md says when. */
export type FailureCode =
  | "BAD_USER_INPUT"
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "CONFLICT"
  | "RATE_LIMITED"
  | "TOO_COMPLEX";

interface FailureDetails {
  readonly fields?: readonly FieldIssue[];
  /** The record as it is now, in the shape of its input, with `id` and `version`; carried by a conflict. */
  readonly current?: Readonly<Record<string, unknown>>;
  /** Seconds until another attempt makes sense; carried by RATE_LIMITED. */
  readonly retryAfter?: number;
  /** Whether the sign-in would go on with a one-time code; carried by UNAUTHENTICATED. */
  readonly codeRequired?: true;
  /** Whether a one-time code would allow it; carried by FORBIDDEN. */
  readonly confirmationRequired?: true;
}

/** A failure that the person who asked can understand and act upon. Anything else that is thrown is a fault of ours. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly details: FailureDetails;

  constructor(code: FailureCode, message: string, details: FailureDetails = {}) {
    super(message);
    this.name = "Failure";
    this.code = code;
    this.details = details;
  }
}

/** Input that breaks a rule; `issues` holds every fault at once. */
export function badInput(issues: readonly FieldIssue[]): Failure {
  return new Failure("BAD_USER_INPUT", issues.map((issue) => issue.message).join(" "), { fields: issues });
}

/** What the viewer may not read is answered in the same words as what does not exist. */
export function notFound(noun: string, id: string): Failure {
  return new Failure("NOT_FOUND", `There is no ${noun} with the id "${id.slice(0, 60)}" that you may read.`);
}

export function unauthenticated(): Failure {
  return new Failure("UNAUTHENTICATED", "You are not signed in, or your session has ended. Sign in and try again.");
}

export function forbidden(message: string): Failure {
  return new Failure("FORBIDDEN", message);
}

/** What took longer than a request may. */
export function tooSlow(): Failure {
  return new Failure("TOO_COMPLEX", "This takes too long. Ask for less at a time, or under a filter.");
}
