import type { FastifyReply, FastifyRequest } from "fastify";
import type { Context } from "../graphql/context.ts";

/** Behind TLS browsers hold a cookie of this prefix to this very host and to TLS (RFC 6265bis, 4.1.3.2). */
function cookieName(production: boolean): string {
  return production ? "__Host-concord_session" : "concord_session";
}

/** The token that the request's cookie holds. */
export function sessionToken(request: FastifyRequest, production: boolean): string | null {
  return request.cookies[cookieName(production)] ?? null;
}

/** Sets or removes the session cookie; scripts cannot read it, and other sites' forms do not send it. */
export function sessionCookieWriter(reply: FastifyReply, production: boolean): Context["setSessionCookie"] {
  const options = { path: "/", httpOnly: true, sameSite: "lax", secure: production } as const;
  return (session) => {
    const name = cookieName(production);
    if (session) reply.setCookie(name, session.token, { ...options, expires: session.expiresAt });
    else reply.clearCookie(name, options);
  };
}
