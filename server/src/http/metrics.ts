import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance } from "fastify";
import type { Database } from "../database/database.ts";

/** `GET /metrics` as Prometheus text, for whoever bears the token; without a token in the settings there is no such page. */
export function registerMetrics(http: FastifyInstance, database: Database, token: string | null): void {
  if (token === null) return;
  const expected = Buffer.from(`Bearer ${token}`);
  let requests = 0;
  let seconds = 0;
  http.addHook("onResponse", async (_request, reply) => {
    requests += 1;
    seconds += reply.elapsedTime / 1000;
  });
  http.get("/metrics", (request, reply) => {
    const given = Buffer.from(request.headers.authorization ?? "");
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      return reply.code(401).send({ message: "Send the metrics token as a bearer token." });
    }
    const figures = [
      ["concord_http_requests_total", "counter", requests],
      ["concord_http_request_seconds_total", "counter", seconds],
      ["concord_database_statements_total", "counter", database.statements],
      ["process_resident_memory_bytes", "gauge", process.memoryUsage.rss()],
      ["process_uptime_seconds", "gauge", process.uptime()],
    ] as const;
    const text = figures.map(([name, type, value]) => `# TYPE ${name} ${type}\n${name} ${value}\n`).join("");
    return reply.type("text/plain; version=0.0.4").send(text);
  });
}
