import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestApplication, type Visitor } from "../testing/application.ts";

let application: TestApplication;
let manager: Visitor;
beforeAll(async () => {
  application = await TestApplication.open({ METRICS_TOKEN: "a token for metrics" });
  manager = await application.as("manager");
});
afterAll(() => application.close());

const post = (payload: string, headers: Record<string, string> = { "content-type": "application/json" }) =>
  application.http.inject({ method: "POST", url: "/graphql", headers, payload });

describe("the server", () => {
  it("says that it is alive, and that it is ready", async () => {
    expect((await application.http.inject("/healthz")).statusCode).toBe(200);
    expect((await application.http.inject("/readyz")).json()).toEqual({ status: "ready" });
  });

  it("shows metrics to whoever bears the token", async () => {
    expect((await application.http.inject("/metrics")).statusCode).toBe(401);
    const response = await application.http.inject({
      url: "/metrics",
      headers: { authorization: "Bearer a token for metrics" },
    });
    expect(response.body).toContain("concord_database_statements_total");
  });

  it("refuses requests that a foreign page could send", async () => {
    const response = await post('{"query":"{ viewer { id } }"}', { "content-type": "text/plain" });
    expect(response.statusCode).toBeGreaterThanOrEqual(400);
    expect(response.statusCode).toBeLessThan(500);
  });

  it.each([
    ["no JSON", "{"],
    ["an empty body", ""],
    ["no query", "{}"],
    ["a list", "[]"],
    ["a number", "7"],
    ["a query that cannot be read", '{"query":"{"}'],
    ["an unknown field", '{"query":"{ secrets }"}'],
    ["variables of the wrong shape", '{"query":"{ viewer { id } }","variables":"x"}'],
    ["an unknown operation", '{"query":"query A { viewer { id } }","operationName":"B"}'],
    ["more than a megabyte", JSON.stringify({ query: "x".repeat(1_100_000) })],
  ])("answers %s without a fault of its own", async (_what, payload) => {
    const response = await post(payload);
    expect(response.statusCode).toBeGreaterThanOrEqual(400);
    expect(response.statusCode).toBeLessThan(500);
    expect(response.body).not.toMatch(/stack|node_modules|SELECT|\.ts:/);
  });

  it.each(["é", "👮🏽", "\u0000", "\ud800", "x".repeat(5_000), "' OR 1=1 --", "%", ""])(
    "takes %j for an id that nobody has",
    async (id) => {
      const requests = [
        "query($id: ID!) { partner(id: $id) { id } }",
        "query($id: ID!) { office(id: $id) { id } }",
        "query($id: ID!) { user(id: $id) { id } }",
        "query($id: ID!) { history(of: $id) { totalCount } }",
        "mutation($id: ID!) { updatePerson(id: $id, version: 1, input: { notes: null }) { id } }",
        "mutation($id: ID!) { deleteStatement(id: $id, version: 1) { id } }",
        "mutation($id: ID!) { restoreCollaboration(id: $id) { id } }",
        'mutation($id: ID!) { mergePartners(keep: $id, merge: "nobody") { id } }',
      ];
      for (const request of requests) expect((await manager.ask(request, { id })).code).toBe("NOT_FOUND");
      const after = Buffer.from(JSON.stringify(["NAME", "ASC", id, id])).toString("base64url");
      const answer = await manager.ask("query($after: String) { partners(after: $after) { totalCount } }", { after });
      expect(answer.code ?? "answered").toMatch(/^(answered|BAD_USER_INPUT)$/);
    },
  );

  it("refuses a query that is too deep or too costly", async () => {
    const deep = `{ partner(id: "x") ${"{ parent ".repeat(20)} { id } ${"}".repeat(20)} }`;
    expect((await manager.ask(deep)).code).toBe("TOO_COMPLEX");
    const wide =
      "{ partners(first: 200) { edges { node { collaborations(first: 200) { edges { node { statements(first: 200) { edges { node { id } } } } } } } } } }";
    expect((await manager.ask(wide)).code).toBe("TOO_COMPLEX");
    const aliases = `{ ${Array.from({ length: 60 }, (_unused, index) => `a${index}: viewer { id }`).join(" ")} }`;
    expect((await manager.ask(aliases)).code).toBe("TOO_COMPLEX");
  });

  it("sends headers that keep foreign scripts and frames out", async () => {
    const { headers } = await application.http.inject("/healthz");
    expect(headers["content-security-policy"]).toContain("script-src 'self'");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });

  it("answers what is not there", async () => {
    expect((await application.http.inject({ method: "DELETE", url: "/graphql" })).statusCode).toBe(404);
  });
});
