import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";

/** What no page of ours needs, and no script that got into one may have. */
const WITHOUT = ["camera", "microphone", "geolocation", "payment", "usb", "serial", "midi", "display-capture"];

/** What every answer says of how a browser may treat it. What is not said to be kept is kept nowhere. */
export async function registerHeaders(http: FastifyInstance, production: boolean): Promise<void> {
  await http.register(helmet, {
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
  http.addHook("onRequest", async (_request, reply) => {
    reply.header("permissions-policy", WITHOUT.map((feature) => `${feature}=()`).join(", "));
    reply.header("cache-control", "no-store");
  });
}
