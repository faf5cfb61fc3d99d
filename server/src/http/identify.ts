import { isIP } from "node:net";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Database } from "../database/database.ts";
import { Failure } from "../errors.ts";
import { type Asker, findAsker } from "../features/accounts/asker.ts";
import { networkOf } from "../network.ts";
import type { Origin } from "../records/viewing.ts";
import type { Settings } from "../settings.ts";
import { RATE_SECONDS } from "./limits.ts";
import { sessionToken } from "./session-cookie.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Null where nobody is signed in. */
    asker: Asker | null;
  }
}

const BEARER = /^Bearer (\S+)$/i;
/** Of an address of IPv6 in its longest form. */
const ADDRESS_LENGTH = 45;

/** Where a request came from; what a proxy tells is taken where it is an address. */
export function originOf(request: FastifyRequest): Origin {
  const address = isIP(request.ip) ? request.ip : (request.socket.remoteAddress ?? null);
  return { address: address?.slice(0, ADDRESS_LENGTH) ?? null, agent: request.headers["user-agent"] ?? null };
}

type PreHandler = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/**
 * What goes before every request that reads or writes: who asks, and whether they have not asked too often. The limit
 * is of the user, or of the address where nobody is signed in; it is counted by each process on its own.
 */
export function identification(http: FastifyInstance, settings: Settings, database: Database): PreHandler {
  http.decorateRequest("asker", null);
  const limiter = new RateLimiterMemory({ points: settings.rateLimit, duration: RATE_SECONDS });
  return async (request) => {
    const origin = originOf(request);
    request.asker = await findAsker(database, settings, origin, {
      sessionToken: sessionToken(request, settings.production),
      apiToken: BEARER.exec(request.headers.authorization ?? "")?.[1] ?? null,
    });
    const who = request.asker ? `user ${request.asker.user.id}` : `network ${networkOf(origin.address ?? "")}`;
    await refuseTooMany(limiter, who);
  };
}

/** @throws RATE_LIMITED */
async function refuseTooMany(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const retryAfter = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw new Failure("RATE_LIMITED", `You sent too many requests. Wait ${retryAfter} seconds and try again.`, {
      retryAfter,
    });
  }
}
