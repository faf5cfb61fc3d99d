import { dashboardFilterRule } from "@concord/shared/rules/dashboards";
import type { FastifyInstance, FastifyReply } from "fastify";
import { dashboardRequest } from "../features/dashboards/request.ts";
import type { Report } from "../features/reports/report.ts";
import { inTurn } from "../in-turn.ts";
import { note } from "../records/audit-log.ts";
import { actorOf } from "../records/viewing.ts";
import type { Settings } from "../settings.ts";
import { askerOf, attachment, type PreHandler } from "./files.ts";

const makeInTurn = inTurn();

/**
 * `GET /reports/dashboard.pdf`: the dashboard under the filter of its address, repeated parameters for several values.
 * `GET /reports/partners/:id.pdf?year=2026`: what there was between us and a partner in a year.
 */
export function registerReports(http: FastifyInstance, { organisation }: Settings, identify: PreHandler): void {
  const us = organisation.shortName;

  http.get("/reports/dashboard.pdf", { preHandler: identify }, async (request, reply) => {
    const { viewing, user } = askerOf(request);
    const dashboard = dashboardRequest(viewing, filterOf(request.query));
    const { dashboardReport } = await import("../features/reports/dashboard-report.ts");
    const report = await makeInTurn(() => dashboardReport(dashboard, { us, by: user.name, at: new Date() }));
    await viewing.database.transaction(async (transaction) =>
      note(transaction, actorOf(viewing), {
        action: "EXPORT",
        remark: `dashboard as PDF ${JSON.stringify(dashboard.filter)}`,
      }),
    );
    return send(reply, report);
  });

  http.get<{ Params: { id: string } }>(
    "/reports/partners/:id.pdf",
    { preHandler: identify },
    async (request, reply) => {
      const { viewing, user } = askerOf(request);
      const making = { us, by: user.name, at: new Date() };
      const { partnerReport } = await import("../features/reports/partner-report.ts");
      const report = await makeInTurn(() => partnerReport(viewing, request.params.id, request.query, making));
      await viewing.database.transaction(async (transaction) =>
        note(transaction, actorOf(viewing), {
          action: "EXPORT",
          subject: { kind: "PARTNER", id: report.partner.id },
          remark: `report of ${report.year} as PDF`,
        }),
      );
      return send(reply, report);
    },
  );
}

function send(reply: FastifyReply, { name, bytes }: Report): FastifyReply {
  return reply
    .type("application/pdf")
    .header("content-disposition", attachment(name))
    .header("cache-control", "no-store")
    .send(bytes);
}

const SINGLE = new Set(["from", "to"]);
const FIELDS = Object.keys(dashboardFilterRule.shape);

/** The address of the dashboard's page as its filter; what it says of how the page looks narrows nothing. */
function filterOf(query: unknown): Record<string, unknown> {
  const given = Object.entries(typeof query === "object" && query !== null ? query : {});
  return Object.fromEntries(
    given
      .filter(([name]) => FIELDS.includes(name))
      .map(([name, value]): [string, unknown] => [name, SINGLE.has(name) ? value : [value].flat()]),
  );
}
