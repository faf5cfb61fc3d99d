import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestApplication } from "../testing/application.ts";

const CSP = [
  ...["default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:"],
  ...["font-src 'self'", "connect-src 'self'", "manifest-src 'self'", "form-action 'self'", "base-uri 'none'"],
  "frame-ancestors 'none'",
].join(";");
const EVERYWHERE = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cross-origin-resource-policy": "same-origin",
};
/** An answer of the API shows nothing, not even ours. */
const OF_API = { ...EVERYWHERE, "content-security-policy": "default-src 'none';frame-ancestors 'none'" };
const OF_PAGES = {
  ...EVERYWHERE,
  "content-security-policy": CSP,
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy":
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), midi=(), display-capture=()",
};
const MANIFEST = { name: "a".repeat(64) };

let folder: string;
let development: TestApplication;
let production: TestApplication;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "concord-client-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Concord</title>");
  writeFileSync(join(folder, "assets", "app-1234.js"), "export {};");
  const operations = { [MANIFEST.name]: "{ viewer { id } }" };
  development = await TestApplication.open({}, operations, folder);
  production = await TestApplication.open({ NODE_ENV: "production" }, operations, folder);
});
afterAll(async () => {
  await development.close();
  await production.close();
  rmSync(folder, { recursive: true });
});

const hashed = { extensions: { persistedQuery: { version: 1, sha256Hash: MANIFEST.name } } };
const post = (payload: string) => ({
  method: "POST" as const,
  url: "/graphql",
  headers: { "content-type": "application/json" },
  payload,
});
const requests = [
  ["a page", { url: "/partners" }],
  ["a script of ours", { url: "/assets/app-1234.js" }],
  ["an answer of the API", post(JSON.stringify(hashed))],
  ["a query that is refused", post('{"query":"{ nothing }"}')],
  ["a body that cannot be read", post("{")],
  ["what is not there", { url: "/assets/nothing.js" }],
  ["a method that is not there", { method: "DELETE" as const, url: "/graphql" }],
  ["a file that is not shown", { url: "/files/0190a000-0000-7000-8000-00000000dead" }],
  ["an export that is not given", { url: "/export/audit-log.csv" }],
  ["a sign of life", { url: "/healthz" }],
] as const;

describe("every answer keeps foreign scripts, frames and readers out:", () => {
  it.each(requests)("%s", async (_what, request) => {
    const isOfApi = "payload" in request;
    for (const { http } of [development, production]) {
      expect((await http.inject(request)).headers).toMatchObject(isOfApi ? OF_API : OF_PAGES);
    }
  });

  it.each(requests.slice(2))("%s is kept by no cache", async (_what, request) => {
    for (const { http } of [development, production]) {
      expect((await http.inject(request)).headers["cache-control"]).toBe("no-store");
    }
  });

  it("an address that cannot be read, which is refused before anything else", async () => {
    const answer = await production.http.inject({ url: "/%ff" });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors[0].extensions.code).toBe("BAD_USER_INPUT");
    expect(answer.headers).toMatchObject({
      "content-security-policy": "default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    });
  });

  it("the client's files may be kept: those with a hash in their name for good, the page until the next visit", async () => {
    const kept = async (url: string) => (await production.http.inject({ url })).headers["cache-control"];
    expect(await kept("/assets/app-1234.js")).toBe("public, max-age=31536000, immutable");
    expect(await kept("/index.html")).toBe("no-cache");
    expect(await kept("/partners/x")).toBe("no-cache");
  });

  it.each([requests[0], requests[2]])("TLS is demanded in production, for a year, by %s", async (_what, request) => {
    const demanded = async ({ http }: TestApplication) =>
      (await http.inject(request)).headers["strict-transport-security"];
    expect(await demanded(production)).toBe("max-age=31536000; includeSubDomains");
    expect(await demanded(development)).toBeUndefined();
  });

  it("nothing says by which program it was made, nor is there a header that another site may read it by", async () => {
    for (const [, request] of requests) {
      const { headers } = await production.http.inject({
        ...request,
        headers: { origin: "https://evil.example", ...("headers" in request ? request.headers : {}) },
      });
      for (const name of ["server", "x-powered-by", "access-control-allow-origin"])
        expect(headers[name]).toBeUndefined();
    }
  });
});

it("the page has no script but those that it fetches from us", () => {
  const page = readFileSync(new URL("../../../client/index.html", import.meta.url), "utf8");
  const scripts = [...page.matchAll(/<script([^>]*)>([^<]*)/g)];
  expect(scripts.length).toBeGreaterThan(0);
  for (const [, attributes, text] of scripts) {
    expect(attributes).toMatch(/ src="\//);
    expect(text).toBe("");
  }
  expect(page).not.toMatch(/ on\w+=|javascript:|<base|<style| style=/i);
});
