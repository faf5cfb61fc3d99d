import { fileURLToPath } from "node:url";
import { LIMITS, MAX_PAGE_SIZE, MAX_SEARCH_SIZE, PAGE_SIZE, SEARCH_SIZE } from "@concord/shared/limits";
import { type GraphQLField, getNullableType, isListType, isObjectType } from "graphql";
import { expect, it } from "vitest";
import { STATEMENT_SECONDS } from "../database/connection.ts";
import { LINK_HOURS } from "../features/accounts/password-links.ts";
import { SESSION_HOURS } from "../features/accounts/sessions.ts";
import { GUESSES } from "../features/accounts/sign-in-limits.ts";
import { MAX_PIXELS } from "../features/files/content.ts";
import { resolvers } from "../features/resolvers.ts";
import * as graphql from "../graphql/limits.ts";
import { buildSchema } from "../graphql/schema.ts";
import { readSettings } from "../settings.ts";
import * as http from "./limits.ts";

const schema = buildSchema(resolvers);
const settings = readSettings({ SESSION_SECRET: "x".repeat(32), DATA_KEY: Buffer.alloc(32).toString("base64") });
const number = (value: number) => value.toLocaleString("en-GB");

type Row = readonly (string | number)[];

function table(heads: readonly string[], rows: readonly Row[]): string {
  const lines = rows.map(
    (row) => `| ${row.map((cell) => (typeof cell === "number" ? number(cell) : cell)).join(" | ")} |`,
  );
  return [`| ${heads.join(" | ")} |`, `| ${heads.map(() => "---").join(" | ")} |`, ...lines].join("\n");
}

const QUERY: readonly Row[] = [
  ["cost: fields that may be answered", graphql.MAX_COST, "`graphql/limits.ts`"],
  ["items that the lists of an answer hold", graphql.MAX_COST, "`graphql/guards.ts`"],
  ["levels", graphql.MAX_DEPTH, "`graphql/limits.ts`"],
  ["words and signs", graphql.MAX_TOKENS, "`graphql/shape.ts`"],
  ["aliases", graphql.MAX_ALIASES, "`graphql/shape.ts`"],
  ["directives", graphql.MAX_DIRECTIVES, "`graphql/shape.ts`"],
  ["directives at one field", graphql.MAX_DIRECTIVES_AT_ONE, "`graphql/shape.ts`"],
  ["fragments", graphql.MAX_FRAGMENTS, "`graphql/shape.ts`"],
  ["root fields of an operation", graphql.MAX_ROOT_FIELDS, "`graphql/shape.ts`"],
  ["levels of the variables", graphql.MAX_JSON_DEPTH, "`graphql/shape.ts`"],
  ["operations in a request", 1, "`graphql/server.ts`"],
  ["seconds until it is given up", http.EXECUTION_SECONDS, "`graphql/guards.ts`"],
  ["seconds of one reading statement, on a MySQL-protocol server", STATEMENT_SECONDS, "`database/connection.ts`"],
];

const REQUEST: readonly Row[] = [
  ["bytes of its body", http.MAX_BODY_BYTES, "`http/limits.ts`"],
  ["bytes of a file", `${number(settings.files.maxBytes)}, or \`FILE_MEGABYTES\``, "`http/files.ts`"],
  ["pixels of a picture", MAX_PIXELS, "`features/files/content.ts`"],
  ["bytes of address and headers", http.MAX_HEADER_BYTES, "`http/limits.ts`"],
  ["seconds until its head is there", http.HEAD_SECONDS, "`http/limits.ts`"],
  ["seconds until it is there whole", http.REQUEST_SECONDS, "`http/limits.ts`"],
  ["seconds in which nothing moves on a connection", http.IDLE_SECONDS, "`http/limits.ts`"],
  ["connections at a time", http.MAX_CONNECTIONS, "`http/limits.ts`"],
];

const RATES: readonly Row[] = [
  [
    `requests in ${http.RATE_SECONDS} seconds, of a user, or of a network where nobody is signed in`,
    `${number(settings.rateLimit)}, or \`RATE_LIMIT\``,
    "`http/identify.ts`",
  ],
  [
    `failed sign-ins in ${GUESSES.windowMinutes} minutes, at one account from one network`,
    GUESSES.ofAccountFromNetwork,
    "`features/accounts/sign-in-limits.ts`",
  ],
  ["at one account", GUESSES.ofAccount, "the same"],
  ["from one network", GUESSES.fromNetwork, "the same"],
  ["messages with a link for a new password, to one account", GUESSES.resetsOfAccount, "the same"],
  ["requests for such a message, from one network", GUESSES.resetsFromNetwork, "the same"],
];

const TIMES: readonly Row[] = [
  [
    "a session without a request",
    `${settings.sessionIdleMinutes} minutes, or \`SESSION_IDLE_MINUTES\``,
    "`features/accounts/sessions.ts`",
  ],
  ["a session", `${SESSION_HOURS} hours`, "`features/accounts/sessions.ts`"],
  ["the link of an invitation", `${LINK_HOURS.INVITATION / 24} days`, "`features/accounts/password-links.ts`"],
  ["the link for a new password", `${LINK_HOURS.PASSWORD_RESET} hour`, "`features/accounts/password-links.ts`"],
  ["an API token", `at most ${LIMITS.tokenDays} days`, "`shared/src/rules/accounts.ts`"],
];

/** The lists of the schema that do not merely hold the items of a page. */
function listFields(): { name: string; field: GraphQLField<unknown, unknown> }[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .filter(({ name }) => !name.startsWith("__") && !name.endsWith("Connection"))
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field })))
    .filter(({ field }) => graphql.isPaged(field) || isListType(getNullableType(field.type)))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

const LISTS: readonly Row[] = listFields().map(({ name, field }) => [
  `\`${name}\``,
  graphql.isPaged(field) ? "`first`" : graphql.assumedSize(schema, field),
  graphql.isPaged(field) ? "asked for" : "assumed, `@listSize`",
]);

const PAGE = `# Limits

Every limit, its number, and where it lives; paths are those of \`server/src\`. What goes beyond one is refused in words
that say which: a query with the code \`TOO_COMPLEX\` and the status 400, whoever asks too often with \`RATE_LIMITED\`, the
status 429 and the seconds to wait in \`retryAfter\` and in the header \`Retry-After\`, a value with \`BAD_USER_INPUT\`.

This page is written from the program. \`npx vitest run --project server limits-page -u\` writes it anew.

## A query

${table(["at most", "number", "where"], QUERY)}

The client's own operations go by their hash and are held to all of these but the shape. The cost of a field is one for
each time that it may be answered: a list multiplies what is in it by how many items it may have. That is \`first\` where
the list has it (${PAGE_SIZE} where it is left out, at most ${MAX_PAGE_SIZE}; ${SEARCH_SIZE} and at most ${MAX_SEARCH_SIZE} in the search), else what the schema assumes
with \`@listSize\`. What a list really holds is counted again as it is answered.

## A request

${table(["at most", "number", "where"], REQUEST)}

## How often

${table(["at most", "number", "where"], RATES)}

A network is an address of IPv4, or the first 64 bits of one of IPv6. Each process counts requests on its own; failures
are counted in the database, hashed.

## How long

${table(["what", "lasts", "where"], TIMES)}

## Texts and lists that are sent

From \`shared/src/limits.ts\`, for the form and the API alike; lengths are in characters, and what begins with \`min\` is
the least.

${table(
  ["field", "at most"],
  Object.entries(LIMITS).map(([name, value]) => [`\`${name}\``, value]),
)}

## What each list costs

${table(["list", "times", "by"], LISTS)}
`;

it("docs/limits.md says what the program holds to", async () => {
  await expect(
    PAGE,
    "docs/limits.md is stale: npx vitest run --project server limits-page -u writes it anew",
  ).toMatchFileSnapshot(fileURLToPath(new URL("../../../docs/limits.md", import.meta.url)));
});

it("no list of the schema multiplies nothing", () => {
  const free = listFields().filter(({ field }) => !graphql.isPaged(field) && graphql.assumedSize(schema, field) < 2);
  expect(free.map(({ name }) => name)).toEqual([]);
});
