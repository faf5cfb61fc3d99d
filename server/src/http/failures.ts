import type { FastifyInstance, FastifyReply } from "fastify";
import { Failure, type FailureCode } from "../errors.ts";

/** What HTTP calls each failure, for requests that are not GraphQL's, or do not get that far. */
const STATUS: Readonly<Record<FailureCode, number>> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  TOO_COMPLEX: 400,
};

/** Requests that reach no resolver are answered in the form of all other errors, and tell nothing of the inside. */
export function answerFailures(http: FastifyInstance): void {
  http.setErrorHandler((error, _request, reply) => {
    if (error instanceof Failure) return answerFailure(reply, error);
    const status = error instanceof Error && "statusCode" in error ? Number(error.statusCode) : 500;
    if (status >= 400 && status < 500) return answer(reply, status, "BAD_USER_INPUT", unreadable(status));
    http.log.error(error);
    return answer(
      reply,
      500,
      "INTERNAL_SERVER_ERROR",
      "Something went wrong on our side, and it was noted. Try again.",
    );
  });
  http.setNotFoundHandler((request, reply) =>
    answer(reply, 404, "NOT_FOUND", `There is nothing at ${request.method} ${request.url.slice(0, 100)}.`),
  );
}

/** What Fastify refuses before anything of ours has seen it, as an address that cannot be decoded. */
export function answerUnreadable(_error: unknown, _request: unknown, reply: FastifyReply): void {
  reply.headers({
    "content-security-policy": "default-src 'none'",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
  void answer(reply, 400, "BAD_USER_INPUT", "The address of the request cannot be read. Check what stands after %.");
}

function unreadable(status: number): string {
  if (status === 413) return "What you sent is too large: a request has at most 1 MB.";
  return "The request could not be read: send JSON of at most 1 MB.";
}

function answerFailure(reply: FastifyReply, { code, message, details }: Failure) {
  if (details.retryAfter !== undefined) reply.header("retry-after", details.retryAfter);
  return answer(reply, STATUS[code], code, message, details);
}

function answer(reply: FastifyReply, status: number, code: string, message: string, details: object = {}) {
  return reply.code(status).send({ errors: [{ message, extensions: { code, ...details } }] });
}
