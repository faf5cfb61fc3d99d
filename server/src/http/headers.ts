import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import helmet from "helmet";

/** What no page of ours needs, and no script that got into one may have. */
const WITHOUT = ["camera", "microphone", "geolocation", "payment", "usb", "serial", "midi", "display-capture"];

/** Of the API, whose answers are no documents. */
const API = "/graphql";

/**
 * What every answer says of how a browser may treat it. What is not said to be kept is kept nowhere. An answer of the API
 * says what a browser heeds of one that is no document, and no more (OWASP REST Security Cheat Sheet, Security Headers): each
 * header is checked and written anew with every answer.
 */
export function registerHeaders(http: FastifyInstance, production: boolean): void {
  const cached = { "cache-control": "no-store" };
  const ofPages = {
    ...securityHeaders(PAGE_POLICY, production),
    "permissions-policy": WITHOUT.map((feature) => `${feature}=()`).join(", "),
    ...cached,
  };
  const heeded = Object.entries(securityHeaders(API_POLICY, production)).filter(([name]) => HEEDED_OF_API.has(name));
  const ofApi = { ...Object.fromEntries(heeded), ...cached };
  http.addHook("onRequest", (request, reply, done) => {
    reply.headers(request.routeOptions.url === API ? ofApi : ofPages);
    done();
  });
}

const HEEDED_OF_API = new Set([
  "content-security-policy",
  "cross-origin-resource-policy",
  "strict-transport-security",
  "x-content-type-options",
  "x-frame-options",
]);

type Policy = Readonly<Record<string, readonly string[]>>;

const API_POLICY: Policy = { defaultSrc: ["'none'"], frameAncestors: ["'none'"] };

const PAGE_POLICY: Policy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  // The component library sets positions and sizes as style attributes.
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", "data:"],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

/** What Helmet says, which is the same for every answer: it is asked once. */
function securityHeaders(policy: Policy, production: boolean): Readonly<Record<string, unknown>> {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  const write = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: { ...policy } },
    hsts: production,
    frameguard: { action: "deny" },
    referrerPolicy: { policy: "same-origin" },
    crossOriginEmbedderPolicy: false,
  });
  write(request, response, (error) => {
    if (error) throw error;
  });
  return response.getHeaders();
}
