import type { FastifyInstance } from "fastify";
import type { Database } from "../database/database.ts";

/** `GET /healthz`: the process is alive. `GET /readyz`: it can serve, for whoever routes traffic to it. */
export function registerHealth(http: FastifyInstance, database: Database): void {
  http.get("/healthz", () => ({ status: "alive" }));
  http.get("/readyz", async (_request, reply) => {
    const ready = await database.isReady().catch(() => false);
    return reply
      .code(ready ? 200 : 503)
      .send({ status: ready ? "ready" : "the database does not answer, or misses migrations" });
  });
}
