import type { FastifyInstance } from "fastify";
import type { Database } from "../database/database.ts";

/** `GET /healthz`: the process is alive. `GET /readyz`: it can serve, for whoever routes traffic to it. */
export function registerHealth(http: FastifyInstance, database: Database): void {
  http.get("/healthz", () => ({ status: "alive" }));
  // Anybody may ask, as often as they like: one look at the database at a time answers all who wait.
  let looking: Promise<boolean> | undefined;
  const look = () =>
    database
      .isReady()
      .catch(() => false)
      .finally(() => {
        looking = undefined;
      });
  http.get("/readyz", async (_request, reply) => {
    looking ??= look();
    const ready = await looking;
    return reply
      .code(ready ? 200 : 503)
      .send({ status: ready ? "ready" : "the database does not answer, or misses migrations" });
  });
}
