import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LightMyRequestResponse } from "fastify";
import sharp from "sharp";
import sql, { raw } from "sql-template-tag";
import { afterAll, beforeAll, expect, it } from "vitest";
import { textOf } from "../database/rows.ts";
import { resolvers } from "../features/resolvers.ts";
import { buildSchema } from "../graphql/schema.ts";
import { TestApplication } from "../testing/application.ts";
import { wordDocument } from "../testing/archive.ts";
import { Attackers } from "../testing/attackers.ts";
import { Chance } from "../testing/chance.ts";
import { leaksIn } from "../testing/leaks.ts";
import { MailServer } from "../testing/mail-server.ts";
import { CLIENT, OpenIdProvider } from "../testing/openid-provider.ts";
import { clientOperations, Plausible } from "../testing/plausible.ts";
import { type MadeRequest, RequestMaker } from "../testing/request-maker.ts";
import { uploadRequest } from "../testing/uploads.ts";

/**
 * Twenty thousand requests that nobody should send, grown from those that the client sends: none is answered by a fault
 * of ours, and no answer tells of the inside. They are the same in every run; a fault is shown with the request.
 */

const AT_ONCE = 8;
const LET_IN_EVERY = 25 * AT_ONCE;
/** Where what is referred to lies, by what it is called. */
const TABLES = {
  "protected appearance": "appearances WHERE is_protected = 1",
  "protected collaboration":
    "collaborations WHERE id IN (SELECT collaboration_id FROM appearances WHERE is_protected = 1)",
  partner: "partners",
  person: "people",
  collaboration: "collaborations",
  recognition: "recognitions",
  statement: "statements",
  office: "offices",
  user: "users",
  appearance: "appearances",
  file: "files",
};
const operations = clientOperations();
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");
const hashes = new Map(operations.map(({ name, text }) => [name, hashOf(text)]));

let provider: OpenIdProvider;
let mail: MailServer;
let client: string;
beforeAll(async () => {
  provider = await OpenIdProvider.open([], "https://concord.example.org/auth/oidc/callback");
  mail = await MailServer.open();
  client = mkdtempSync(join(tmpdir(), "concord-client-"));
  mkdirSync(join(client, "assets"));
  writeFileSync(join(client, "index.html"), "<!doctype html><title>Concord</title>");
});
afterAll(async () => {
  await provider.close();
  await mail.close();
  rmSync(client, { recursive: true });
});

/** Everything switched on that can be. */
function openApplication(mode: string): Promise<TestApplication> {
  return TestApplication.open(
    {
      NODE_ENV: mode,
      TRUST_PROXY: "true",
      METRICS_TOKEN: "a token for metrics",
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      SMTP_URL: mail.url,
      MAIL_FROM: "Concord <concord@example.org>",
    },
    Object.fromEntries(operations.map(({ text }) => [hashOf(text), text])),
    client,
  );
}

async function idsOf({ database }: TestApplication): Promise<Map<string, string[]>> {
  const ids = new Map<string, string[]>();
  for (const [kind, table] of Object.entries(TABLES)) {
    const rows = await database.raw(sql`SELECT id FROM ${raw(table)} ORDER BY id`);
    ids.set(
      kind,
      rows.map((row) => textOf(row, "id")),
    );
  }
  return ids;
}

async function attachments(): Promise<Buffer[]> {
  const picture = () => sharp({ create: { width: 9, height: 7, channels: 3, background: "#a33" } });
  return [
    await picture().jpeg().toBuffer(),
    await picture().png().toBuffer(),
    await picture().webp().toBuffer(),
    Buffer.from("%PDF-1.4\n%%EOF\n"),
    wordDocument(),
  ];
}

async function makerFor(application: TestApplication, attackers: Attackers, chance: Chance): Promise<RequestMaker> {
  const files = await attachments();
  const [record = ""] = (await idsOf(application)).get("partner") ?? [];
  const [, headers = {}] = attackers.all;
  for (const bytes of files) {
    const request = uploadRequest({ record, name: "plaque", bytes });
    const { statusCode } = await application.http.inject({ ...request, headers: { ...request.headers, ...headers } });
    expect(statusCode).toBe(201);
  }
  const ids = await idsOf(application);
  return new RequestMaker({
    chance,
    plausible: new Plausible(buildSchema(resolvers), ids, chance),
    operations,
    hashes: application.settings.production ? hashes : new Map(),
    ids: [...ids.values()].flat(),
    files,
  });
}

/** What is wrong with an answer, whatever was asked. */
function wrongIn({ statusCode, body }: LightMyRequestResponse): string[] {
  const isOurs = statusCode >= 500 || body.includes("INTERNAL_SERVER_ERROR");
  return [...(isOurs ? ["a fault of ours"] : []), ...leaksIn(body)];
}

function shown({ method, url, headers, payload }: MadeRequest, { statusCode, body }: LightMyRequestResponse): string {
  const request = `${method} ${url} ${JSON.stringify(headers)} ${payload?.toString("latin1").slice(0, 2_000) ?? ""}`;
  return `${request} → ${statusCode} ${body.slice(0, 500)}`;
}

async function attack(application: TestApplication, seed: number, count: number) {
  const chance = new Chance(seed);
  const attackers = await Attackers.of(application);
  await attackers.letIn();
  const maker = await makerFor(application, attackers, chance);
  const faults: string[] = [];
  const codes = new Map<string, number>();
  for (let sent = 0; sent < count; sent += AT_ONCE) {
    if (sent % LET_IN_EVERY === 0) await attackers.letIn();
    const requests = Array.from({ length: AT_ONCE }, (): MadeRequest => {
      const request = maker.next();
      return { ...request, headers: { ...chance.of(attackers.all), ...request.headers } };
    });
    const send = async (request: MadeRequest) => {
      const response = await application.http.inject(request);
      const wrong = wrongIn(response);
      if (wrong.length > 0) faults.push(`${wrong.join(", ")}: ${shown(request, response)}`);
      const code = /"code":"([A-Z_]+)"/.exec(response.body)?.[1] ?? (response.body.startsWith('{"data"') ? "DATA" : "");
      codes.set(code, (codes.get(code) ?? 0) + 1);
    };
    await Promise.all(requests.map(send));
  }
  return { faults, codes };
}

/** What is wrong with a request is found before a database is asked, mostly: half of them are enough on a second one. */
const SHARE = process.env["TEST_DATABASE_URL"] ? 0.5 : 1;
/** How often each kind of answer has to come, at least. */
const EACH_CODE = 20 * SHARE;

it.each([
  ["development", 14_000 * SHARE],
  ["production", 6_000 * SHARE],
])(
  "in %s, %i requests find no fault of ours and learn nothing of the inside",
  async (mode, count) => {
    const application = await openApplication(mode);
    const { faults, codes } = await attack(application, 2026, count);
    expect(faults.slice(0, 5)).toEqual([]);
    // Requests that all fail at the door would find nothing.
    for (const code of [
      "BAD_USER_INPUT",
      "UNAUTHENTICATED",
      "FORBIDDEN",
      "NOT_FOUND",
      "CONFLICT",
      "TOO_COMPLEX",
      "DATA",
    ]) {
      expect(codes.get(code), code).toBeGreaterThan(EACH_CODE);
    }
    expect(codes.get("DATA")).toBeGreaterThan(count / 20);
    await application.close();
  },
  600_000,
);
