import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import helmet from "helmet";

/** What no page of ours needs, and no script that got into one may have. */
const WITHOUT = ["camera", "microphone", "geolocation", "payment", "usb", "serial", "midi", "display-capture"];

/** What every answer says of how a browser may treat it. What is not said to be kept is kept nowhere. */
export function registerHeaders(http: FastifyInstance, production: boolean): void {
  const headers = {
    ...securityHeaders(production),
    "permissions-policy": WITHOUT.map((feature) => `${feature}=()`).join(", "),
    "cache-control": "no-store",
  };
  http.addHook("onRequest", (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}

/** What Helmet says, which is the same for every answer: it is asked once. */
function securityHeaders(production: boolean): Readonly<Record<string, unknown>> {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  const write = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
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
      },
    },
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
