import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import autocannon from "autocannon";
import { createConnection, type RowDataPacket } from "mysql2/promise";
import { z } from "zod";
import { growRegister, rememberDemoSums, rememberSeedSums } from "./bench-grow.ts";
import { measureLines } from "./bench-line.ts";
import { newCollaboration, partnersOfBench } from "./bench-write.ts";
import { buildClient, generate, ROOT, run } from "./build.ts";
import { freePort, startMysqlServer } from "./mysql-server.ts";

/**
 * How Concord compares with a floor of hand-written SQL, whether it stays as fast while the register grows, and how long
 * people on a slow line wait, beside how long they may: in one run on one machine, of which only the ratios mean something.
 */

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "10000,100000,1000000" },
    seconds: { type: "string", default: "5" },
    lines: { type: "boolean", default: true },
  },
  allowNegative: true,
});
/** Each a whole number of times the first, of which the others are copies. */
const SIZES = values.sizes.split(",").map(Number);
const [FIRST_SIZE = 0] = SIZES;
if (!SIZES.every((size, index) => size > (SIZES[index - 1] ?? 0) && size % FIRST_SIZE === 0)) {
  process.stderr.write(`--sizes is "${values.sizes}". Give numbers that grow, each a multiple of the first.\n`);
  process.exit(1);
}
const SECONDS = Number(values.seconds);
const ROUNDS = 5;
/**
 * For how long what was just started is asked before it is measured: for some six seconds the server answers a partner page
 * more slowly than ever after, because it compiles what it does again and again.
 */
const WARM_SECONDS = Math.max(SECONDS, 10);
/** Of the floor's requests a second at least, and of the time at the first size at most. */
const [FLOOR_BAR, GROWTH_BAR] = [0.8, 1.5];
/** Of the floor's writes a second at least: what is checked, and who may, is asked between them. */
const WRITE_BAR = 0.5;
/** MiB of the server under all that is asked of it. */
const MEMORY_BAR = 256;

const LIST = `{ partners(first: 50) { edges { node { id name shortName kind status country
  collaborations(first: 3) { totalCount edges { node { id title } } }
  recognitions(first: 2) { totalCount edges { node { id title } } } } } } }`;
const PARTNER = `query($id: ID!) { partner(id: $id) { id name shortName kind status country focusAreas
  collaborations(first: 20) { totalCount edges { node { id title begin } } }
  recognitions(first: 20) { totalCount edges { node { id title date } } } } }`;
const DASHBOARD = `{ dashboard { partners collaborations peopleRescued recognitionsReceived recognitionsGiven
  byYear { year collaborations peopleRescued } byCountry { country collaborations peopleRescued } } }`;
const NARROWED = `{ dashboard(filter: { from: "2010-03", to: "2019-10", country: ["IN", "KE"], focusArea: [BONDED_LABOUR] }) {
  collaborations peopleRescued recognitionsReceived recognitionsGiven statements
  previous { collaborations peopleRescued } byYear { year collaborations recognitionsGiven } } }`;
const HEALTH = `{ dashboard { health { active quiet { months partners } rhythms { rhythm partners } balances { balance partners }
  goneQuiet(first: 10) { lastContact gapMonths } } } }`;
const PAGE = `query($after: String) { collaborations(first: 50, after: $after) { totalCount edges { node { id title kind stage begin country } } } }`;
const SEARCH = `query($text: String!) { search(text: $text, first: 10) { edges { node { kind id title subtitle } } } }`;

const WRITE = "mutation($input: CreateCollaborationInput!) { createCollaboration(input: $input) { id title } }";

const viewerRule = z.object({
  data: z.object({ signIn: z.object({ id: z.string(), office: z.object({ id: z.string() }) }) }),
});

interface Request {
  readonly url: string;
  readonly connections: number;
  /** The same for every request, or made anew for each. */
  readonly body?: string | (() => string);
  readonly headers?: Readonly<Record<string, string>>;
}

const bodyOf = (body: NonNullable<Request["body"]>) => (typeof body === "string" ? body : body());
const isFault = (text: string) => text.includes('"errors":');

/** Requests answered a second. @throws where one was not answered with 200, or with a fault */
async function throughput({ url, connections, body, headers }: Request, seconds = SECONDS): Promise<number> {
  await refuseFaults({ url, connections, ...(body ? { body } : {}), ...(headers ? { headers } : {}) });
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    ...(body
      ? { method: "POST", body: bodyOf(body), headers: { "content-type": "application/json", ...headers } }
      : {}),
    ...(typeof body === "function"
      ? {
          requests: [{ setupRequest: (request: object) => ({ ...request, body: body() }) }],
          // What was not written is told with 200, too.
          verifyBody: (text: unknown) => !isFault(String(text)),
        }
      : {}),
  });
  const failed = result.non2xx + result.errors + result.mismatches;
  if (failed > 0) throw new Error(`${url} failed ${failed} times.`);
  return result.requests.average;
}

async function refuseFaults({ url, body, headers }: Request): Promise<void> {
  const answer = await fetch(url, {
    ...(body ? { method: "POST", body: bodyOf(body) } : {}),
    headers: { "content-type": "application/json", ...headers },
  });
  const text = await answer.text();
  if (!answer.ok || isFault(text)) throw new Error(`${url} answered ${text.slice(0, 500)}`);
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** What is measured, of Concord and where there is one of the floor; and which of the bars it has to meet. */
interface Measure {
  readonly name: string;
  readonly floor: Request | null;
  readonly concord: Request;
  /** Of the floor's requests a second at least, and how many times slower than at the first size at most. */
  readonly bars: { readonly floor?: number; readonly growth?: number };
}

const missed: string[] = [];

function judged(size: number, name: string, isMet: boolean, text: string): string {
  if (!isMet) missed.push(`${name} at ${size}: ${text}`);
  return `${text}${isMet ? "" : " MISSED"}`;
}

/**
 * Of rounds in which each of Concord stands between two of the floor, and after one of the register that stays at the first
 * size: what else the machine does, and whether it grows slower the longer it works, falls on all. Each was asked for a
 * while before.
 */
async function compare(size: number, { name, floor, concord, bars }: Measure, small: Measure | null): Promise<void> {
  // Of a register that grows the server is new at the second size.
  const warming = size === FIRST_SIZE || size === SIZES[1] ? WARM_SECONDS : SECONDS;
  const atFirstSize = bars.growth === undefined ? null : (small?.concord ?? null);
  const ask = async (request: Request | null, seconds?: number) => (request ? throughput(request, seconds) : 0);
  for (const each of [floor, atFirstSize, concord]) await ask(each, warming);
  const ours: number[] = [];
  const firsts: number[] = [];
  const floors = [await ask(floor)];
  for (let round = 0; round < ROUNDS; round += 1) {
    firsts.push(await ask(atFirstSize));
    ours.push(await throughput(concord));
    floors.push(await ask(floor));
  }
  const ratio = median(ours.map((own, round) => (2 * own) / ((floors[round] ?? 0) + (floors[round + 1] ?? 0))));
  const growth = median(ours.map((own, round) => (firsts[round] ?? 0) / own));
  const columns = [
    name.padEnd(22),
    (floor ? `floor ${median(floors).toFixed(0)}/s` : "").padStart(14),
    `Concord ${median(ours).toFixed(median(ours) < 10 ? 1 : 0)}/s`.padStart(16),
    floor ? told(size, name, `ratio ${ratio.toFixed(2)}`, bars.floor, (bar) => ratio >= bar) : "",
    atFirstSize ? told(size, name, `slower ${growth.toFixed(2)} ×`, bars.growth, (bar) => growth <= bar) : "",
  ];
  process.stdout.write(`${columns.join("  ").trimEnd()}\n`);
}

/** In a column; judged where there is a bar. */
function told(size: number, name: string, text: string, bar: number | undefined, isMet: (bar: number) => boolean) {
  return (bar === undefined ? text : judged(size, name, isMet(bar), `${text} (bar ${bar})`)).padEnd(30);
}

/**
 * The most memory that the server has had so far, all of it that was in RAM, in MiB; null where there is no /proc. It is
 * the one process that `npm start` has begun.
 */
function mostMemoryOf({ pid }: ChildProcess): number | null {
  try {
    const server = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
    const [, kib] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${server}/status`, "utf8")) ?? [];
    return kib === undefined ? null : Math.round(Number(kib) / 1024);
  } catch {
    return null;
  }
}

function judgeMemory(size: number, server: ChildProcess): void {
  const name = "memory of the server";
  const most = mostMemoryOf(server);
  const text =
    most === null
      ? "not measured: this system has no /proc"
      : told(size, name, `${most} MiB at most`, MEMORY_BAR, (bar) => most <= bar);
  process.stdout.write(`${name.padEnd(22)}  ${text.trimEnd()}\n`);
}

function startServer(command: readonly string[], environment: Readonly<Record<string, string>>): ChildProcess {
  return spawn(join(ROOT, "node_modules", ".bin", "node"), [...command], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, ...environment },
  });
}

/** Waits until somebody answers there, whatever they answer. */
async function answers(url: string): Promise<void> {
  for (const deadline = Date.now() + 60_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const answered = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answered) return;
    if (Date.now() > deadline) throw new Error(`${url} does not answer.`);
  }
}

async function signIn(url: string): Promise<{ cookie: string; viewer: string }> {
  const input = { email: "manager@demo.example", password: "concord-demo" };
  const query = "mutation($input: SignInInput!) { signIn(input: $input) { id office { id } } }";
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const { signIn: viewer } = viewerRule.parse(await response.json()).data;
  return {
    cookie: response.headers.getSetCookie()[0]?.split(";")[0] ?? "",
    viewer: `${viewer.office.id} ${viewer.id}`,
  };
}

/** Of a query; made anew for each request where each is another one. */
type Variables = Readonly<Record<string, unknown>> | (() => Readonly<Record<string, unknown>>);

/** What is asked for at a size of the register. */
async function measuresOf(
  database: string,
  floor: string,
  ask: (query: string, connections: number, variables?: Variables) => Request,
): Promise<Measure[]> {
  const connection = await createConnection(database);
  const one = async (text: string) => {
    const [[row]] = await connection.query<RowDataPacket[]>(text);
    if (!row) throw new Error(`Nothing is found by ${text}`);
    return row;
  };
  const { total } = await one("SELECT COUNT(*) AS total FROM collaborations");
  // Where there are not as many, the last full page.
  const before = Math.min(999 * 50, Math.floor(Number(total) * 0.9)) - 1;
  const last = await one(
    `SELECT begin_first, id FROM collaborations ORDER BY begin_first DESC, id DESC LIMIT 1 OFFSET ${before}`,
  );
  const { id: partnerId } = await one("SELECT id FROM partners WHERE id LIKE '019ab3c0-1000-%' ORDER BY id LIMIT 1");
  const partners = await partnersOfBench(connection);
  await connection.end();
  const [begin, id] = [String(last["begin_first"]), String(last["id"])];
  const after = Buffer.from(JSON.stringify(["BEGIN", "DESC", begin, id])).toString("base64url");
  const get = (path: string, asked: Readonly<Record<string, string>>, connections: number): Request => ({
    url: `${floor}/${path}?${new URLSearchParams(asked)}`,
    connections,
  });
  const both = { floor: FLOOR_BAR, growth: GROWTH_BAR };
  const growth = { growth: GROWTH_BAR };
  return [
    { name: "list", floor: get("list", {}, 20), concord: ask(LIST, 20), bars: both },
    {
      name: "partner page",
      floor: get("partner", { id: String(partnerId) }, 20),
      concord: ask(PARTNER, 20, { id: partnerId }),
      bars: both,
    },
    { name: "dashboard", floor: get("dashboard", {}, 4), concord: ask(DASHBOARD, 4), bars: both },
    { name: "dashboard, narrowed", floor: null, concord: ask(NARROWED, 4), bars: growth },
    { name: "relationship health", floor: null, concord: ask(HEALTH, 1), bars: growth },
    { name: "collaborations, page 1", floor: get("page", {}, 20), concord: ask(PAGE, 20), bars: growth },
    {
      name: "…, page 1,000",
      floor: get("page", { begin, id }, 20),
      concord: ask(PAGE, 20, { after }),
      bars: growth,
    },
    ...["riv", "rescue at", "harbour"].map(
      (text): Measure => ({
        name: `search “${text}”`,
        floor: get("search", { text }, 20),
        concord: ask(SEARCH, 20, { text }),
        bars: growth,
      }),
    ),
    // The last: what it writes is in the way of nothing else that is measured.
    {
      name: "write",
      floor: get("write", {}, 4),
      concord: ask(WRITE, 4, () => ({ input: newCollaboration(partners) })),
      bars: { floor: WRITE_BAR },
    },
  ];
}

await generate();
// The server would build it by itself, and would answer late.
await buildClient();
if (!values.lines) process.stdout.write("Without the slow lines.\n");
// As much memory as a server for a million records is given: one that reads from its disk measures the disk.
const mysql = await startMysqlServer(["--innodb-buffer-pool-size=3G", "--innodb-log-file-size=1G"]);
const children: ChildProcess[] = [];
const databases: { readonly drop: () => Promise<void> }[] = [];

/** A register of the first size, the server that serves it, and what is asked of both. */
interface Register {
  readonly database: string;
  readonly concord: string;
  readonly cookie: string;
  readonly server: ChildProcess;
  measures(): Promise<Measure[]>;
}

async function makeRegister(name: string): Promise<Register> {
  const database = await mysql.ownDatabase(name);
  databases.push(database);
  const [port, floorPort] = [await freePort(), await freePort()];
  const [concord, floor] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${floorPort}`];
  const startConcord = async () => {
    // It is sparing with memory, which costs time: both are measured of the server as it is used.
    const started = startServer(["scripts/bootstrap.mjs", "start"], {
      DATABASE_URL: database.url,
      PORT: String(port),
      // What one user may ask in a minute is not what is measured.
      RATE_LIMIT: "100000000",
    });
    children.push(started);
    await answers(`${concord}/readyz`);
    return started;
  };
  // The first start makes the tables and the demo data, which takes memory that no later one does.
  const first = await startConcord();
  first.kill();
  await once(first, "exit");
  const server = await startConcord();
  await rememberDemoSums(database.url);
  const { cookie, viewer } = await signIn(`${concord}/graphql`);
  children.push(
    startServer(["scripts/bench-floor.ts"], {
      DATABASE_URL: database.url,
      PORT: String(floorPort),
      BENCH_VIEWER: viewer,
    }),
  );
  await answers(floor);
  process.env["DATABASE_URL"] = database.url;
  await run("node", ["scripts/seed.ts", "--size", String(FIRST_SIZE)]);
  await rememberSeedSums(database.url);
  const ask = (query: string, connections: number, variables: Variables = {}): Request => ({
    url: `${concord}/graphql`,
    connections,
    body:
      typeof variables === "function"
        ? () => JSON.stringify({ query, variables: variables() })
        : JSON.stringify({ query, variables }),
    headers: { cookie },
  });
  const measures = () => measuresOf(database.url, floor, ask);
  return { database: database.url, concord, cookie, server, measures };
}

const making = (size: number) => process.stdout.write(`\nMaking ${size} collaborations…\n`);

try {
  making(FIRST_SIZE);
  const small = await makeRegister("concord_bench_small");
  const measures = await small.measures();
  for (const measure of measures) await compare(FIRST_SIZE, measure, null);
  judgeMemory(FIRST_SIZE, small.server);
  // A list on a slow line is that of the first size, as it always was.
  if (values.lines) await measureLines(small.concord, small.cookie);

  let copies = 1;
  let grown: Register | null = null;
  for (const size of SIZES.slice(1)) {
    making(size);
    grown ??= await makeRegister("concord_bench_grown");
    await growRegister(grown.database, copies, size / FIRST_SIZE);
    copies = size / FIRST_SIZE;
    for (const measure of await grown.measures()) {
      await compare(size, measure, measures.find(({ name }) => name === measure.name) ?? null);
    }
    judgeMemory(size, grown.server);
  }
  process.stdout.write(
    missed.length === 0 ? "\nEvery bar is met.\n" : `\nMissed:\n${missed.map((each) => `  ${each}\n`).join("")}`,
  );
} finally {
  for (const child of children) child.kill();
  for (const database of databases) await database.drop();
  await mysql.stop();
}
