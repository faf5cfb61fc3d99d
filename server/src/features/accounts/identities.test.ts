import sql from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestApplication, type Visitor } from "../../testing/application.ts";
import { CLIENT, OpenIdProvider } from "../../testing/openid-provider.ts";

const PUBLIC_URL = "https://concord.example.org";
const CALLBACK = `${PUBLIC_URL}/auth/oidc/callback`;

let provider: OpenIdProvider;
let application: TestApplication;
beforeAll(async () => {
  provider = await OpenIdProvider.open(
    [
      { sub: "m-1", email: "Manager@demo.example", email_verified: true },
      { sub: "o-1", email: "office@demo.example", email_verified: false },
      { sub: "x-1", email: "stranger@example.org", email_verified: true },
      { sub: "m-2", email: "manager@demo.example", email_verified: true },
    ],
    CALLBACK,
  );
  application = await TestApplication.open({
    PUBLIC_URL,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    OIDC_NAME: "the organisation",
  });
});
afterAll(async () => {
  await application.close();
  await provider.close();
});

/** Goes to the provider and comes back with what it sent, as a browser does. */
async function signInAs(sub: string): Promise<{ visitor: Visitor; location: string; back: string; state: string }> {
  const visitor = application.visitor();
  const begun = await visitor.send({ url: "/auth/oidc" });
  const state = cookieOf(begun.headers["set-cookie"]);
  const back = await provider.signIn(String(begun.headers.location), sub);
  const returned = await visitor.send({ url: back.slice(PUBLIC_URL.length), headers: { cookie: state } });
  return { visitor, location: String(returned.headers.location), back, state };
}

function cookieOf(header: string | string[] | undefined): string {
  const cookie = [header ?? []].flat().find((each) => each.startsWith("concord_oidc="));
  return cookie?.split(";")[0] ?? "";
}

const viewerOf = async (visitor: Visitor) => (await visitor.get("{ viewer { email role } }")).viewer;

describe("sign-in with the organisation's OpenID provider", () => {
  it("is offered where it is configured", async () => {
    const { installation } = await application.visitor().get("{ installation { identityProvider } }");
    expect(installation.identityProvider).toBe("the organisation");
  });

  it("uses the authorisation code flow with PKCE, state and nonce, in a sealed cookie of its own", async () => {
    const begun = await application.http.inject({ url: "/auth/oidc" });
    const address = new URL(String(begun.headers.location));
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      response_type: "code",
      code_challenge_method: "S256",
      redirect_uri: CALLBACK,
    });
    expect(address.searchParams.get("state")).not.toBeNull();
    expect(address.searchParams.get("nonce")).not.toBeNull();
    expect(String(begun.headers["set-cookie"])).toMatch(/HttpOnly; SameSite=Lax/);
    expect(String(begun.headers["set-cookie"])).not.toContain(address.searchParams.get("state") ?? "");
  });

  it("knows an invited user by the verified address, then by the subject alone; the role stays ours", async () => {
    const first = await signInAs("m-1");
    expect(first.location).toBe("/");
    expect(await viewerOf(first.visitor)).toEqual({ email: "manager@demo.example", role: "PARTNERSHIP_MANAGER" });
    await application.database.transaction((transaction) =>
      transaction.execute(sql`UPDATE users SET email = 'renamed@demo.example' WHERE email = 'manager@demo.example'`),
    );
    const second = await signInAs("m-1");
    expect((await viewerOf(second.visitor)).email).toBe("renamed@demo.example");
    // Somebody else at the provider who came to bear the address later is not that user.
    await application.database.transaction((transaction) =>
      transaction.execute(sql`UPDATE users SET email = 'manager@demo.example' WHERE email = 'renamed@demo.example'`),
    );
    expect((await signInAs("m-2")).location).toBe("/sign-in?failure=no-account");
  });

  it.each([
    ["an address that is not verified", "o-1"],
    ["somebody whom nobody invited", "x-1"],
  ])("turns away %s", async (_who, sub) => {
    const { visitor, location } = await signInAs(sub);
    expect(location).toBe("/sign-in?failure=no-account");
    expect(await viewerOf(visitor)).toBeNull();
  });

  it("turns away a user who was deactivated", async () => {
    const now = new Date().toISOString();
    const set = (value: string | null) =>
      application.database.transaction((transaction) =>
        transaction.execute(sql`UPDATE users SET deactivated_at = ${value} WHERE email = 'manager@demo.example'`),
      );
    await set(now);
    expect((await signInAs("m-1")).location).toBe("/sign-in?failure=no-account");
    await set(null);
  });

  it("is ended only by the browser that began it, once, and with the state that it was given", async () => {
    const { back, state } = await signInAs("m-1");
    const path = back.slice(PUBLIC_URL.length);
    const failed = async (url: string, cookie: string) => {
      const answer = await application.visitor().send({ url, headers: { cookie } });
      expect(answer.statusCode).toBe(302);
      expect(String(answer.headers["set-cookie"])).not.toContain("concord_session");
      return answer.headers.location;
    };
    expect(await failed(path, "")).toBe("/sign-in?failure=failed");
    expect(await failed(path, "concord_oidc=made.up.value")).toBe("/sign-in?failure=failed");
    expect(await failed(path, state)).toBe("/sign-in?failure=failed");
    expect(await failed(path.replace(/state=[^&]+/, "state=other"), state)).toBe("/sign-in?failure=failed");
    expect(await failed("/auth/oidc/callback?error=access_denied", state)).toBe("/sign-in?failure=failed");
  });

  it("holds its cookie to this host and to TLS in production", async () => {
    const production = await TestApplication.open({
      NODE_ENV: "production",
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
    });
    const begun = await production.http.inject({ url: "/auth/oidc" });
    expect(String(begun.headers["set-cookie"])).toMatch(
      /^__Host-concord_oidc=[\w.-]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    await production.close();
  });

  it("leads back to the sign-in page where the provider does not answer", async () => {
    const alone = await TestApplication.open({
      LOG_LEVEL: "silent",
      OIDC_ISSUER: "http://127.0.0.1:9",
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
    });
    const begun = await alone.http.inject({ url: "/auth/oidc" });
    expect([begun.statusCode, begun.headers.location]).toEqual([302, "/sign-in?failure=failed"]);
    await alone.close();
  });
});
