import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { gates } from "../access/gates.ts";
import { gateOf } from "../access/table.ts";
import { forbidden, unauthenticated } from "../errors.ts";
import { exportAuditLog } from "../features/audit/export.ts";

/** `GET /export/audit-log.csv`: the audit log as a file, with the filter of `Query.auditLog` as query parameters. */
export function registerExports(
  http: FastifyInstance,
  identify: (request: FastifyRequest, reply: FastifyReply) => Promise<void>,
): void {
  http.get("/export/audit-log.csv", { preHandler: identify }, async (request, reply) => {
    if (!request.asker) throw unauthenticated();
    const gate = gateOf("Query", "auditLog") ?? gates.administrators;
    if (!gate.allows(request.asker.asking)) throw forbidden(`This is only for ${gate.sentence}. Ask an administrator.`);
    const csv = await exportAuditLog(request.asker.viewing, filterOf(request.query));
    return reply
      .type("text/csv; charset=utf-8")
      .header("content-disposition", 'attachment; filename="audit-log.csv"')
      .header("cache-control", "no-store")
      .send(Readable.from(csv));
  });
}

const LISTS = new Set(["action", "user", "subject"]);

/** Query parameters as a filter; a parameter that stands once in a list of several is a list of one. */
function filterOf(query: unknown): Record<string, unknown> {
  const given = Object.entries(typeof query === "object" && query !== null ? query : {});
  return Object.fromEntries(
    given.map(([name, value]): [string, unknown] => [name, LISTS.has(name) ? [value].flat() : value]),
  );
}
