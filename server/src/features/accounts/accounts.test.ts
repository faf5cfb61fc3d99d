import sql from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rowsIn, TestApplication } from "../../testing/application.ts";

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

it("sends the cookie over TLS only in production", async () => {
  const production = await TestApplication.open({ NODE_ENV: "production" });
  const answer = await production.visitor().signIn("manager@demo.example");
  expect(String(answer.headers["set-cookie"])).toContain("Secure");
  await production.close();
});
