import type { Chance } from "./chance.ts";
import { HOSTILE_BYTES, HOSTILE_CURSORS, HOSTILE_NUMBERS, HOSTILE_TEXTS, RAW_JSON } from "./hostile-values.ts";

/** A GraphQL request before it is written down. */
export interface Draft {
  body: Record<string, unknown>;
  readonly headers: Record<string, string>;
}

type Mutation = (draft: Draft, chance: Chance) => void;

const RAW = /"\\u0001(\d+)\\u0001"/g;

/** JSON in which some values are what `JSON.stringify` would never write. */
export function writtenDown(value: unknown): string {
  return (JSON.stringify(value) ?? "").replaceAll(RAW, (_whole, index: string) => RAW_JSON[Number(index)] ?? "null");
}

function hostile(chance: Chance): unknown {
  const kind = chance.below(10);
  if (kind < 4) return chance.of(HOSTILE_TEXTS);
  if (kind < 6) return chance.of(HOSTILE_NUMBERS);
  if (kind < 8) return `\u0001${chance.below(RAW_JSON.length)}\u0001`;
  if (kind < 9) return chance.of(HOSTILE_CURSORS);
  return chance.of([null, true, false, [], {}, [[]], [null], { id: "x" }]);
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

const VALID_NUMBERS = HOSTILE_NUMBERS.filter((number) => number === (number | 0));
const CODE = /^[A-Z_]+$/;

/** Something hostile of the type that is expected, so that it comes further than the check of types. */
function fitting(value: unknown, chance: Chance): unknown {
  if (typeof value === "string") return CODE.test(value) ? value : chance.of([...HOSTILE_TEXTS, ...HOSTILE_CURSORS]);
  if (typeof value === "number") return chance.of(VALID_NUMBERS);
  if (typeof value === "boolean") return !value;
  if (Array.isArray(value)) return Array.from({ length: chance.of([1, 3, 70]) }, () => value).flat();
  return chance.of([null, {}, []]);
}

/** Puts something else in the place of some value, at whatever depth. */
function oneValue(parent: Record<string, unknown>, chance: Chance, instead: (value: unknown) => unknown): void {
  const names = Object.keys(parent);
  if (names.length === 0) return;
  const name = chance.of(names);
  const value = parent[name];
  if (isObject(value) && chance.is(0.85)) oneValue(value, chance, instead);
  else parent[name] = instead(value);
}

function variablesOf(draft: Draft): Record<string, unknown> {
  const { variables } = draft.body;
  return isObject(variables) ? variables : {};
}

const TOKEN = /\.{3}|"(?:[^"\\]|\\.)*"|[A-Za-z_]\w*|-?\d+|[^\s]/g;

/** Takes one token of the query away, doubles it, or puts another in its place. */
function oneToken(draft: Draft, chance: Chance): void {
  const { query } = draft.body;
  if (typeof query !== "string") return;
  const tokens = query.match(TOKEN) ?? [];
  const at = chance.below(Math.max(1, tokens.length));
  const others = [
    "{",
    "}",
    "(",
    ")",
    "...",
    "$",
    "@skip(if: true)",
    "!",
    '"',
    '"""',
    "null",
    "#",
    "\u0000",
    "\ufeff",
    "é",
  ];
  const replacement = chance.of<() => string[]>([
    () => [],
    () => [tokens[at] ?? "", tokens[at] ?? ""],
    () => [chance.of(others)],
    () => [chance.of(tokens.length > 0 ? tokens : others)],
    () => [JSON.stringify(chance.of(HOSTILE_TEXTS))],
    () => [String(chance.of(HOSTILE_NUMBERS))],
  ]);
  tokens.splice(at, 1, ...replacement());
  draft.body["query"] = tokens.join(" ");
}

const FIRST_FIELD = /\{\s*(\w+)/;

/** Wraps or repeats what the operation asks for, as those do who want to make a query expensive. */
function queryShape(draft: Draft, chance: Chance): void {
  const { query } = draft.body;
  if (typeof query !== "string") return;
  const times = chance.of([2, 20, 60, 1_500]);
  const into = (extra: string) => query.replace(FIRST_FIELD, (_whole, field: string) => `{ ${extra} ${field}`);
  const many = (make: (index: number) => string) =>
    Array.from({ length: times }, (_unused, index) => make(index)).join(" ");
  draft.body["query"] = chance.of<() => string>([
    () => into(many((index) => `a${index}: __typename`)),
    () => into(many(() => "__typename")),
    () => into(`__typename ${many(() => "@skip(if: false)")}`),
    () => into(`${many(() => "... { ")} __typename ${many(() => "}")}`),
    () => `${into("...F0")} ${many((index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`)}`,
    () => `${query} fragment Loop on Partner { ...Loop }`,
    () => into("__schema { types { fields { type { fields { type { fields { name } } } } } }"),
    () => query.replaceAll(/first: (\d+|\$\w+)/g, `first: ${chance.of(HOSTILE_NUMBERS)}`),
    () => query.replaceAll(/: (\w+)!/g, ": $1"),
    () => query.replaceAll(/(\$\w+: [\w![\]]+)/g, `$1 = ${chance.of(["null", "1", '"x"', "{}", "[[[]]]"])}`),
    () => `${query} ${query}`,
    () => query.replace("query", "subscription"),
    () => query.replace(/query|mutation/, (word) => (word === "query" ? "mutation" : "query")),
    () => `${query}#${"x".repeat(times * 100)}`,
  ])();
}

const BODY_KEYS = ["query", "variables", "operationName", "extensions", "id", "documentId", "__proto__x", "mode"];

const fittingValue: Mutation = (draft, chance) =>
  oneValue(variablesOf(draft), chance, (value) => fitting(value, chance));
const hostileValue: Mutation = (draft, chance) => oneValue(variablesOf(draft), chance, () => hostile(chance));
const otherVariables: Mutation = (draft, chance) => {
  const variables = variablesOf(draft);
  const [name] = Object.keys(variables);
  if (name !== undefined && chance.is(0.7)) delete variables[name];
  else variables[chance.of(HOSTILE_TEXTS)] = hostile(chance);
};
const noVariables: Mutation = (draft, chance) => {
  draft.body["variables"] = hostile(chance);
};
const otherKey: Mutation = (draft, chance) => {
  draft.body[chance.of(BODY_KEYS)] = hostile(chance);
};
const otherExtensions: Mutation = (draft, chance) => {
  const persistedQuery = chance.of<unknown>([
    hostile(chance),
    { version: 1, sha256Hash: chance.of(HOSTILE_TEXTS) },
    {},
  ]);
  draft.body["extensions"] = chance.of<unknown>([{ persistedQuery }, {}, { tracing: true }, hostile(chance)]);
};
const oneHeader: Mutation = (draft, chance) => {
  draft.headers[chance.of(HEADERS)] = headerText(chance);
};
const otherType: Mutation = (draft, chance) => {
  draft.headers["content-type"] = chance.of(CONTENT_TYPES);
};

/** The more often one stands here, the more often it is chosen: most should come as far as the database. */
const MUTATIONS: readonly Mutation[] = [
  ...Array.from({ length: 18 }, () => fittingValue),
  ...[hostileValue, hostileValue, hostileValue, otherVariables, otherVariables, noVariables],
  ...[oneToken, oneToken, queryShape, queryShape, otherKey, otherExtensions, oneHeader, oneHeader, otherType],
];

const HEADERS = [
  ...[
    "cookie",
    "authorization",
    "user-agent",
    "accept",
    "accept-encoding",
    "if-none-match",
    "origin",
    "referer",
    "host",
  ],
  ...["x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "x-http-method-override", "sec-fetch-site", "range"],
  ...["apollo-require-preflight", "x-apollo-operation-name", "content-encoding", "expect", "if-modified-since", "te"],
];
const CONTENT_TYPES = [
  ...["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=x", ""],
  ...[
    "application/json; charset=utf-16",
    "application/graphql",
    "application/JSON",
    "application/json, text/html",
    "x",
  ],
  ...[
    "application/graphql+json",
    "text/html",
    "application/xml",
    "application/json;;;",
    "*/*",
    "application/octet-stream",
  ],
];

/** What a header can hold on a wire: no line ends, no characters beyond one byte. */
export function headerText(chance: Chance): string {
  const known = ["Bearer x", "Bearer concord_x", "Basic eDp4", "concord_session=x", "gzip", "*", "bytes=0-", "1.2.3.4"];
  const text = chance.is(0.5) ? chance.of(known) : chance.of(HOSTILE_TEXTS);
  return Buffer.from(Buffer.from(text).filter((byte) => byte >= 0x20 && byte !== 0x7f)).toString("latin1");
}

/** Changes the bytes of what is sent: cut off, turned about, wrapped, or with what is no UTF-8 within. */
export function mutatedBytes(bytes: Buffer, chance: Chance): Buffer {
  const at = chance.below(bytes.length + 1);
  const [head, tail] = [bytes.subarray(0, at), bytes.subarray(at)];
  return chance.of<() => Buffer>([
    () => head,
    () => Buffer.concat([head, tail.subarray(1 + chance.below(8))]),
    () => Buffer.concat([head, chance.of(HOSTILE_BYTES), tail]),
    () => Buffer.concat([head, Buffer.from([chance.below(256)]), tail.subarray(1)]),
    () => Buffer.concat([tail, head]),
    () => Buffer.concat([Buffer.from("["), bytes, Buffer.from(","), bytes, Buffer.from("]")]),
    () => Buffer.concat([bytes, bytes]),
    () => Buffer.concat([chance.of(HOSTILE_BYTES), bytes]),
  ])();
}

/** Makes one to three changes to a request of the client's. */
export function mutate(draft: Draft, chance: Chance): void {
  for (let left = chance.of([1, 1, 1, 2, 2, 3]); left > 0; left -= 1) chance.of(MUTATIONS)(draft, chance);
}
