import sql, { type Sql } from "sql-template-tag";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rowsIn, TestApplication, type Visitor } from "../../testing/application.ts";
import { demoId } from "../demo/demo.service.ts";
import { apiTokenEntity } from "./accounts.entity.ts";
import { tokenHash } from "./sessions.ts";

let application: TestApplication;
beforeAll(async () => {
  application = await TestApplication.open();
});
afterAll(() => application.close());

const SIGN_IN = "mutation($input: SignInInput!) { signIn(input: $input) { id name email role office { id name } } }";

describe("signing in", () => {
  it("sets a cookie that scripts cannot read and other sites do not send", async () => {
    const answer = await application
      .visitor()
      .ask(SIGN_IN, { input: { email: "Manager@Demo.example", password: "concord-demo" } });
    expect(answer.data.signIn).toMatchObject({
      name: "Meera Nair",
      role: "PARTNERSHIP_MANAGER",
      office: { name: "Chennai" },
    });
    const cookie = String(answer.headers["set-cookie"]);
    expect(cookie).toMatch(/^concord_session=[\w-]{43};/);
    expect(cookie).toContain("HttpOnly");
    expect(cookie).toContain("SameSite=Lax");
    expect(cookie).not.toContain("Secure");
  });

  it("keeps no token and no password in the database", async () => {
    const visitor = application.visitor();
    const answer = await visitor.ask(SIGN_IN, { input: { email: "admin@demo.example", password: "concord-demo" } });
    const token = /concord_session=([^;]+)/.exec(String(answer.headers["set-cookie"]))?.[1] ?? "";
    const rows = JSON.stringify([
      await application.database.raw(sql`SELECT * FROM sessions`),
      await application.database.raw(sql`SELECT * FROM users`),
    ]);
    expect(rows).not.toContain(token);
    expect(rows).not.toContain("concord-demo");
    expect(rows).toContain("$argon2id$");
  });

  it("answers the same for an unknown address and a wrong password", async () => {
    const wrong = await application.visitor().signIn("manager@demo.example", "wrong");
    const unknown = await application.visitor().signIn("nobody@demo.example", "wrong");
    expect(wrong.code).toBe("UNAUTHENTICATED");
    expect(unknown.errors).toEqual(wrong.errors);
  });

  it("tells which fields are missing", async () => {
    const answer = await application.visitor().signIn("no address", "");
    expect(answer.errors[0]?.extensions.fields?.map((field) => field.path)).toEqual(["email", "password"]);
  });

  it("is refused for a while after too many failures, in the same words for an account that does not exist", async () => {
    for (const email of ["office@demo.example", "ghost@demo.example"]) {
      for (let attempt = 0; attempt < 10; attempt += 1) await application.visitor().signIn(email, "wrong");
      const answer = await application.visitor().signIn(email);
      expect(answer.code).toBe("RATE_LIMITED");
      expect(answer.errors[0]?.extensions["retryAfter"]).toBe(900);
    }
  });

  it("ends with the session", async () => {
    const visitor = await application.as("leadership");
    expect((await visitor.get("{ viewer { email } }")).viewer.email).toBe("leadership@demo.example");
    const before = await rowsIn(application.database, "sessions");
    expect(await visitor.get("mutation { signOut }")).toEqual({ signOut: true });
    expect(await rowsIn(application.database, "sessions")).toBe(before - 1);
    expect((await visitor.get("{ viewer { email } }")).viewer).toBeNull();
  });
});

it("shows demo users in demo mode only", async () => {
  const query = "{ installation { shortName demoUsers { email } } }";
  expect((await application.visitor().get(query)).installation.demoUsers).toHaveLength(4);
  const real = await TestApplication.open({ DEMO: "false" });
  expect((await real.visitor().get(query)).installation).toEqual({ shortName: "IJM", demoUsers: [] });
  await real.close();
});

describe("a session", () => {
  const SESSIONS = "{ viewer { account { sessions { id current address agent createdAt lastSeenAt expiresAt } } } }";
  const signedIn = (visitor: Visitor) => visitor.get("{ viewer { id } }").then(({ viewer }) => viewer !== null);

  it("bears another token after every sign-in, and the one before no longer works", async () => {
    const visitor = await application.as("leadership");
    const earlier = application.visitor();
    earlier.cookie = visitor.cookie;
    await visitor.signIn("leadership@demo.example");
    expect(visitor.cookie).not.toBe(earlier.cookie);
    expect([await signedIn(visitor), await signedIn(earlier)]).toEqual([true, false]);
  });

  it("is listed with where it is, and ended from another one", async () => {
    const [here, there] = [await application.as("leadership"), await application.as("leadership")];
    const { sessions } = (await here.get(SESSIONS)).viewer.account;
    const current = sessions.filter((session: { current: boolean }) => session.current);
    expect(current).toHaveLength(1);
    expect(current[0]).toMatchObject({ address: "127.0.0.1", agent: "lightMyRequest" });
    const other = (await there.get(SESSIONS)).viewer.account.sessions.find(
      (each: { current: boolean }) => each.current,
    );
    await here.get("mutation($id: ID!) { endSession(id: $id) }", { id: other.id });
    expect([await signedIn(here), await signedIn(there)]).toEqual([true, false]);
    const stranger = await application.as("admin");
    const refused = await stranger.ask("mutation($id: ID!) { endSession(id: $id) }", { id: current[0].id });
    expect(refused.code).toBe("NOT_FOUND");
  });

  it("ends everywhere at once", async () => {
    const [here, there] = [await application.as("leadership"), await application.as("leadership")];
    expect((await here.get("mutation { signOutEverywhere }")).signOutEverywhere).toBeGreaterThanOrEqual(2);
    expect([await signedIn(here), await signedIn(there)]).toEqual([false, false]);
  });

  it("ends after an hour without a request, and twelve hours after the sign-in in any case", async () => {
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
    const set = async (column: Sql, value: string) =>
      application.database.transaction((transaction) =>
        transaction.execute(sql`UPDATE sessions SET ${column} = ${value}`),
      );
    const visitor = await application.as("leadership");
    await set(sql`last_seen_at`, ago(59));
    expect(await signedIn(visitor)).toBe(true);
    const [row] = await application.database.raw(
      sql`SELECT MIN(last_seen_at) AS seen FROM sessions WHERE last_seen_at > ${ago(1)}`,
    );
    expect(row?.["seen"]).not.toBeNull();
    await set(sql`last_seen_at`, ago(61));
    expect(await signedIn(visitor)).toBe(false);
    const next = await application.as("leadership");
    await set(sql`expires_at`, ago(1));
    expect(await signedIn(next)).toBe(false);
  });
});

describe("an API token", () => {
  const CREATE =
    "mutation($input: ApiTokenInput!) { createApiToken(input: $input) { token apiToken { id expiresAt } } }";
  const script = async (scope: string, days?: number) => {
    const visitor = await application.as("manager");
    const { createApiToken } = await visitor.get(CREATE, { input: { name: "nightly", scope, days } });
    const bearer = application.visitor();
    bearer.apiToken = createApiToken.token;
    return { visitor, bearer, id: createApiToken.apiToken.id };
  };
  const WRITE = 'mutation { createPerson(input: { name: "Made by a script" }) { id } }';

  it("acts as its user within its scope", async () => {
    const reading = await script("READ");
    expect((await reading.bearer.get("{ viewer { email } }")).viewer.email).toBe("manager@demo.example");
    expect((await reading.bearer.ask(WRITE)).code).toBe("FORBIDDEN");
    const writing = await script("WRITE");
    expect((await writing.bearer.ask(WRITE)).errors).toEqual([]);
  });

  it("reaches nothing of the account, whatever its scope", async () => {
    const { bearer } = await script("WRITE");
    for (const request of [
      "mutation { signOutEverywhere }",
      'mutation { createApiToken(input: { name: "x", scope: READ }) { token } }',
      'mutation { revealTrueName(collaboration: "x", appearance: "x", reason: "because I want it") { trueName } }',
    ]) {
      expect((await bearer.ask(request)).code).toBe("FORBIDDEN");
    }
    expect(await bearer.get("{ viewer { id account { confirmed } } }").catch(String)).toContain("FORBIDDEN");
  });

  it("ends by its day, by being revoked, and with its user", async () => {
    const { bearer, visitor, id } = await script("READ", 1);
    const works = () => bearer.get("{ viewer { id } }").then(({ viewer }) => viewer !== null);
    expect(await works()).toBe(true);
    await visitor.get("mutation($id: ID!) { revokeApiToken(id: $id) }", { id });
    expect(await works()).toBe(false);
    const late = await script("READ", 1);
    await application.database.transaction((transaction) =>
      transaction.execute(sql`UPDATE api_tokens SET expires_at = ${new Date().toISOString()}`),
    );
    expect((await late.bearer.get("{ viewer { id } }")).viewer).toBeNull();
    expect((await visitor.ask(CREATE, { input: { name: "x", scope: "READ", days: 366 } })).code).toBe("BAD_USER_INPUT");
  });

  it("is kept as a hash alone", async () => {
    const { bearer } = await script("READ");
    const rows = JSON.stringify(await application.database.raw(sql`SELECT * FROM api_tokens`));
    expect(rows).not.toContain(bearer.apiToken);
  });
});

describe("in production", () => {
  const HASH = "a".repeat(64);
  const OPERATION = "mutation SignIn($input: SignInInput!) { signIn(input: $input) { id } }";
  let production: TestApplication;
  beforeAll(async () => {
    production = await TestApplication.open({ NODE_ENV: "production" }, { [HASH]: OPERATION });
  });
  afterAll(() => production.close());
  const own = (variables: object) => ({
    variables,
    extensions: { persistedQuery: { version: 1, sha256Hash: HASH } },
  });
  const credentials = { input: { email: "manager@demo.example", password: "concord-demo" } };

  it("the cookie has the prefix that holds it to this host and to TLS", async () => {
    const answer = await production.visitor().post(own(credentials));
    expect(answer.errors).toEqual([]);
    expect(String(answer.headers["set-cookie"])).toMatch(
      /^__Host-concord_session=[\w-]{43}; Path=\/;.*HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it("only the client's own operations are taken from a browser, and any from a script with a token", async () => {
    const visitor = production.visitor();
    expect((await visitor.ask("{ installation { name } }")).code).toBe("FORBIDDEN");
    await visitor.post(own(credentials));
    expect((await visitor.ask("{ viewer { id } }")).code).toBe("FORBIDDEN");
    expect(
      (await visitor.post({ extensions: { persistedQuery: { version: 1, sha256Hash: "b" } } })).errors[0]?.message,
    ).toContain("Reload");
    const token = "concord_of-a-script";
    await production.database.transaction(async (transaction) =>
      transaction.insert(apiTokenEntity, [
        {
          id: v7(),
          tokenHash: tokenHash(token, production.settings.sessionSecret),
          userId: demoId("user-manager"),
          name: "script",
          scope: "READ",
          createdAt: new Date().toISOString(),
          expiresAt: new Date(Date.now() + 60_000).toISOString(),
          lastUsedAt: null,
        },
      ]),
    );
    visitor.apiToken = token;
    expect((await visitor.get("{ viewer { email } }")).viewer.email).toBe("manager@demo.example");
    for (const query of ["{ __schema { types { name } } }", '{ __type(name: "User") { name } }', "{ vewer { id } }"]) {
      const answer = await visitor.ask(query);
      expect(answer.code).toBe("BAD_USER_INPUT");
      expect(answer.errors[0]?.message).not.toContain("Did you mean");
    }
  });
});
