import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LightMyRequestResponse } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestApplication } from "../testing/application.ts";
import { Attackers } from "../testing/attackers.ts";

/**
 * Every check of graphql-cop (https://github.com/dolevf/graphql-cop, folder `lib/tests`), under its own name, with the
 * request that it sends. It counts a check as failed where `isFound` holds. Each is made as nobody, as a
 * user in a browser, and as a script with an API token; in development and in production.
 */
interface Check {
  readonly name: string;
  readonly request: object;
  isFound(answer: LightMyRequestResponse): boolean;
  /** What is right for whoever develops against it: introspection and suggestions are switched off in production. */
  readonly onlyInProduction?: true;
}

const post = (payload: unknown) => ({
  method: "POST",
  url: "/graphql",
  headers: { "content-type": "application/json" },
  payload: JSON.stringify(payload),
});
const get = (query: string) => ({ method: "GET", url: `/graphql?query=${encodeURIComponent(query)}` });
const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_unused, index) => text(index)).join(" ");

/** As graphql-cop reads an answer: what is no JSON holds nothing. */
function jsonOf(answer: LightMyRequestResponse): { data?: Record<string, unknown>; errors?: unknown[] } {
  try {
    return answer.json();
  } catch {
    return {};
  }
}
const hasTypename = (answer: LightMyRequestResponse) => jsonOf(answer).data?.["__typename"] !== undefined;

const CHECKS: readonly Check[] = [
  {
    name: "Alias Overloading (dos_alias_overloading)",
    request: post({ query: `query cop { ${times(101, (index) => `alias${index}: __typename`)} }` }),
    isFound: (answer) => jsonOf(answer).data?.["alias100"] !== undefined,
  },
  {
    name: "Array-based Query Batching (dos_batch)",
    request: post(Array.from({ length: 10 }, () => ({ query: "query cop { __typename }" }))),
    isFound: (answer) => Array.isArray(jsonOf(answer)),
  },
  {
    name: "Directive Overloading (dos_directive_overloading)",
    request: post({ query: `query cop { __typename ${"@aa".repeat(10)} }` }),
    isFound: (answer) => (jsonOf(answer).errors ?? []).length === 10,
  },
  {
    name: "Introspection-based Circular Query (dos_circular_introspection)",
    request: post({
      query: `query cop { __schema { types { fields { ${"type { fields { ".repeat(4)} type { name } ${"} } ".repeat(4)} } } } }`,
    }),
    isFound: (answer) => jsonOf(answer).data !== undefined,
  },
  {
    name: "Circular Fragment (dos_circular_fragment)",
    request: post({
      query: "query { __schema { ...A } } fragment A on __Schema { __typename ...B } fragment B on __Schema { ...A }",
    }),
    isFound: (answer) => jsonOf(answer).errors === undefined,
  },
  {
    name: "Field Duplication (dos_field_duplication)",
    request: post({ query: `query cop { ${times(500, () => "__typename")} }` }),
    isFound: hasTypename,
  },
  {
    name: "Field Suggestions (info_field_suggestions)",
    request: post({ query: "query cop { __schema { directive } }" }),
    isFound: (answer) => answer.body.includes("Did you mean"),
    onlyInProduction: true,
  },
  {
    name: "Mutation is allowed over GET (info_get_based_mutation)",
    request: get("mutation cop { __typename }"),
    isFound: hasTypename,
  },
  {
    name: "GET Method Query Support (info_get_method_support)",
    request: get("query cop { __typename }"),
    isFound: hasTypename,
  },
  ...["/graphiql", "/playground", "/console", "/graphql"].map((url) => ({
    name: `GraphQL IDE at ${url} (info_graphiql)`,
    request: { method: "GET", url, headers: { accept: "text/html" } },
    isFound: ({ body }: LightMyRequestResponse) =>
      /graphiql\.min\.css|graphiql|graphql[ -]playground|apollo sandbox/i.test(body),
  })),
  {
    name: "Introspection (info_introspect)",
    request: post({ query: "query cop { __schema { types { name fields { name } } } }" }),
    isFound: (answer) => jsonOf(answer).data?.["__schema"] !== undefined,
    onlyInProduction: true,
  },
  {
    name: "POST based url-encoded query (info_post_based_csrf)",
    request: {
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      payload: `query=${encodeURIComponent("query cop { __typename }")}`,
    },
    isFound: hasTypename,
  },
  {
    name: "Trace Mode (info_trace_mode)",
    request: post({ query: "query cop { __typename }" }),
    isFound: ({ body }) => /"tracing"|"exception"|stacktrace/i.test(body),
  },
  {
    name: "Unhandled Errors Detection (info_unhandled_error)",
    request: post({ query: "qwerty cop { abc }" }),
    isFound: (answer) => answer.statusCode >= 500 || /"exception"|INTERNAL_SERVER_ERROR/.test(answer.body),
  },
];

let client: string;
beforeAll(() => {
  client = mkdtempSync(join(tmpdir(), "concord-client-"));
  writeFileSync(join(client, "index.html"), "<!doctype html><title>Concord</title>");
});
afterAll(() => rmSync(client, { recursive: true }));

describe.each(["development", "production"])("in %s graphql-cop finds nothing:", (mode) => {
  let application: TestApplication;
  let everybody: readonly Readonly<Record<string, string>>[];
  beforeAll(async () => {
    application = await TestApplication.open({ NODE_ENV: mode }, {}, client);
    const attackers = await Attackers.of(application);
    await attackers.letIn();
    everybody = attackers.all;
  });
  afterAll(() => application.close());

  it.each(CHECKS.filter(({ onlyInProduction }) => mode === "production" || !onlyInProduction))(
    "$name",
    async ({ request, isFound }) => {
      for (const credentials of everybody) {
        const headers = { ...credentials, ...("headers" in request ? Object(request.headers) : {}) };
        const answer = await application.http.inject({ ...request, headers });
        expect(isFound(answer), answer.body.slice(0, 300)).toBe(false);
        expect(answer.statusCode).toBeLessThan(500);
      }
    },
  );
});
