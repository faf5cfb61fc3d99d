import type { FastifyReply, FastifyRequest } from "fastify";
import type { Context } from "../graphql/context.ts";

const NAME = "concord_session";

/** The token that the request's cookie holds. */
export function sessionToken(request: FastifyRequest): string | null {
  return request.cookies[NAME] ?? null;
}

/** Sets or removes the session cookie; scripts cannot read it, and other sites' forms do not send it. */
export function sessionCookieWriter(reply: FastifyReply, production: boolean): Context["setSessionCookie"] {
  const options = { path: "/", httpOnly: true, sameSite: "lax", secure: production } as const;
  return (session) => {
    if (session) reply.setCookie(NAME, session.token, { ...options, expires: session.expiresAt });
    else reply.clearCookie(NAME, options);
  };
}
