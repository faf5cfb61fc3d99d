import sql from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openDatabase } from "../database/connection.ts";
import { migrations } from "../database/migrations/migrations.ts";
import { demoId } from "../features/demo/demo.service.ts";
import { entities } from "../features/entities.ts";
import { ownDatabase, TestApplication, type Visitor } from "../testing/application.ts";

describe("a request that takes too long", () => {
  let application: TestApplication;
  let manager: Visitor;
  beforeAll(async () => {
    application = await TestApplication.open();
    manager = await application.as("manager");
  });
  afterAll(() => application.close());

  /** Asks while every read takes so many seconds, by the clock that the server looks at. */
  const askSlowly = async (seconds: number) => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
    const find = application.database.find.bind(application.database);
    const spy = vi.spyOn(application.database, "find").mockImplementation(async (entity, query) => {
      vi.setSystemTime(Date.now() + seconds * 1000);
      return find(entity, query);
    });
    const answer = await manager.ask("{ partners { edges { node { office { id } focusAreas } } } }");
    spy.mockRestore();
    vi.useRealTimers();
    return answer;
  };

  it("begins nothing more after twenty seconds, and says what to do", async () => {
    expect((await askSlowly(1)).errors).toEqual([]);
    const answer = await askSlowly(21);
    expect(answer).toMatchObject({ status: 200, code: "TOO_COMPLEX" });
    expect(answer.errors[0]?.message).toContain("Ask for less at a time");
  });

  it("is given up while it is still coming, however it is dribbled", () => {
    const { server } = application.http;
    expect({
      head: server.headersTimeout,
      whole: server.requestTimeout,
      idle: server.timeout,
      connections: server.maxConnections,
    }).toEqual({ head: 20_000, whole: 600_000, idle: 60_000, connections: 2_000 });
  });
});

// SQLite runs within the process, where nothing could stop it; the other limits keep its statements short.
if (process.env["TEST_DATABASE_URL"]) {
  it("a statement that takes too long is given up by the database server, and one that writes is not", async () => {
    const own = await ownDatabase();
    const database = await openDatabase(own.url, entities, migrations, 0.2);
    const names = sql`information_schema.columns`;
    const slow = sql`SELECT COUNT(*) AS total FROM ${names} a, ${names} b, ${names} c`;
    await Promise.all(
      Array.from({ length: 3 }, () => expect(database.raw(slow)).rejects.toMatchObject({ code: "TOO_COMPLEX" })),
    );
    const quick = sql`SELECT SLEEP(0.3) AS done`;
    expect(await database.transaction((transaction) => transaction.raw(quick))).toEqual([{ done: 0 }]);
    await database.close();
    await own.dispose();
  });
}

describe("whoever asks too often", () => {
  let application: TestApplication;
  beforeAll(async () => {
    application = await TestApplication.open({ RATE_LIMIT: "20" });
  });
  afterAll(() => application.close());

  it("is told when to ask again, at every door, while others are answered", async () => {
    const [often, other] = [await application.as("admin"), await application.as("office")];
    const ask = () => often.post({ query: "{ viewer { id } }" });
    let answer = await ask();
    for (let sent = 1; sent <= 20 && answer.status === 200; sent += 1) answer = await ask();
    expect(answer).toMatchObject({ status: 429, code: "RATE_LIMITED" });
    const seconds = Number(answer.errors[0]?.extensions["retryAfter"]);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(answer.headers["retry-after"]).toBe(String(seconds));
    for (const url of [`/files/${demoId("pnp")}`, "/export/audit-log.csv"]) {
      expect((await often.send({ url })).statusCode).toBe(429);
    }
    expect((await often.send({ method: "POST", url: "/files" })).statusCode).toBe(429);
    expect((await other.ask("{ viewer { id } }")).errors).toEqual([]);
  });

  it("is known by the network where nobody is signed in, whatever a sender writes into the headers", async () => {
    const send = async (remoteAddress: string, forged: string) => {
      const { statusCode } = await application.http.inject({
        method: "POST",
        url: "/graphql",
        remoteAddress,
        headers: { "content-type": "application/json", "x-forwarded-for": forged, cookie: `concord_session=${forged}` },
        payload: '{"query":"{ viewer { id } }"}',
      });
      return statusCode;
    };
    for (let sent = 1; sent <= 20; sent += 1) expect(await send(`2001:db8::${sent}`, `192.0.2.${sent}`)).toBe(200);
    expect(await send("2001:db8::ff", "192.0.2.99")).toBe(429);
    expect(await send("2001:db8:0:1::1", "192.0.2.1")).toBe(200);
  });
});

describe("behind a reverse proxy", () => {
  it("the proxy tells who asks, and what the sender claims to be before it is not believed", async () => {
    const application = await TestApplication.open({ RATE_LIMIT: "3", TRUST_PROXY: "true" });
    const send = async (forwarded: string) => {
      const { statusCode } = await application.http.inject({
        method: "POST",
        url: "/graphql",
        headers: { "content-type": "application/json", "x-forwarded-for": forwarded },
        payload: '{"query":"{ viewer { id } }"}',
      });
      return statusCode;
    };
    const answers: number[] = [];
    for (let sent = 1; sent <= 4; sent += 1) answers.push(await send(`203.0.113.${sent}, 198.51.100.7`));
    expect(answers).toEqual([200, 200, 200, 429]);
    expect(await send("203.0.113.1, 198.51.100.8")).toBe(200);
    await application.close();
  });

  it("an address that is none is not kept as one", async () => {
    const application = await TestApplication.open({ TRUST_PROXY: "true" });
    const visitor = application.visitor();
    const signIn = await visitor.send({
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "application/json", "x-forwarded-for": "x".repeat(2_000) },
      payload: JSON.stringify({
        query: 'mutation { signIn(input: { email: "admin@demo.example", password: "concord-demo" }) { id } }',
      }),
    });
    expect(signIn.json().errors).toBeUndefined();
    const { viewer } = await visitor.get("{ viewer { account { sessions { address } } } }");
    expect(viewer.account.sessions).toEqual([{ address: "127.0.0.1" }]);
    await application.close();
  });
});
