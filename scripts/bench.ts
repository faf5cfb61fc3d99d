import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import autocannon from "autocannon";
import { createConnection, type RowDataPacket } from "mysql2/promise";
import { z } from "zod";
import { growRegister, rememberDemoSums } from "./bench-grow.ts";
import { measureLines } from "./bench-line.ts";
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
const ROUNDS = 3;
/** Of the floor's requests a second at least, and of the time at the first size at most. */
const [FLOOR_BAR, GROWTH_BAR] = [0.8, 1.5];

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

const viewerRule = z.object({
  data: z.object({ signIn: z.object({ id: z.string(), office: z.object({ id: z.string() }) }) }),
});

interface Request {
  readonly url: string;
  readonly connections: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Requests answered a second. @throws where one was not answered with 200, or with a fault */
async function throughput({ url, connections, body, headers }: Request): Promise<number> {
  await refuseFaults({ url, connections, ...(body ? { body } : {}), ...(headers ? { headers } : {}) });
  const result = await autocannon({
    url,
    connections,
    duration: Number(values.seconds),
    ...(body ? { method: "POST", body, headers: { "content-type": "application/json", ...headers } } : {}),
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url} failed ${result.non2xx + result.errors} times.`);
  return result.requests.average;
}

async function refuseFaults({ url, body, headers }: Request): Promise<void> {
  const answer = await fetch(url, {
    ...(body ? { method: "POST", body } : {}),
    headers: { "content-type": "application/json", ...headers },
  });
  const text = await answer.text();
  if (!answer.ok || text.includes('"errors":')) throw new Error(`${url} answered ${text.slice(0, 500)}`);
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** What is measured, of Concord and where there is one of the floor; and which of the bars it has to meet. */
interface Measure {
  readonly name: string;
  readonly floor: Request | null;
  readonly concord: Request;
  readonly bars: readonly ("FLOOR" | "GROWTH")[];
}

/** Requests a second at the first size, by the name of the measure. */
const atFirstSize = new Map<string, number>();
const missed: string[] = [];

function judged(size: number, name: string, isMet: boolean, text: string): string {
  if (!isMet) missed.push(`${name} at ${size}: ${text}`);
  return `${text}${isMet ? "" : " MISSED"}`;
}

/** Medians of rounds that take turns, so that what else the machine does falls on both. */
async function compare(size: number, { name, floor, concord, bars }: Measure): Promise<void> {
  const [floors, ours]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    if (floor) floors.push(await throughput(floor));
    ours.push(await throughput(concord));
  }
  const first = atFirstSize.get(name) ?? median(ours);
  atFirstSize.set(name, first);
  const ratio = median(ours) / median(floors);
  const growth = first / median(ours);
  const columns = [
    name.padEnd(22),
    (floor ? `floor ${median(floors).toFixed(0)}/s` : "").padStart(14),
    `Concord ${median(ours).toFixed(median(ours) < 10 ? 1 : 0)}/s`.padStart(16),
    floor
      ? of(size, name, bars.includes("FLOOR"), `ratio ${ratio.toFixed(2)}`, ratio >= FLOOR_BAR, `bar ${FLOOR_BAR}`)
      : "",
    size === FIRST_SIZE
      ? ""
      : of(
          size,
          name,
          bars.includes("GROWTH"),
          `slower ${growth.toFixed(2)} ×`,
          growth <= GROWTH_BAR,
          `bar ${GROWTH_BAR}`,
        ),
  ];
  process.stdout.write(`${columns.join("  ").trimEnd()}\n`);
}

const of = (size: number, name: string, isJudged: boolean, text: string, isMet: boolean, bar: string) =>
  (isJudged ? judged(size, name, isMet, `${text} (${bar})`) : text).padEnd(30);

function startServer(script: string, environment: Readonly<Record<string, string>>): ChildProcess {
  return spawn(join(ROOT, "node_modules", ".bin", "node"), [script], {
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

/** What is asked for at a size of the register. */
async function measuresOf(
  database: string,
  floor: string,
  ask: (query: string, connections: number, variables?: Readonly<Record<string, unknown>>) => Request,
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
  await connection.end();
  const [begin, id] = [String(last["begin_first"]), String(last["id"])];
  const after = Buffer.from(JSON.stringify(["BEGIN", "DESC", begin, id])).toString("base64url");
  const get = (path: string, asked: Readonly<Record<string, string>>, connections: number): Request => ({
    url: `${floor}/${path}?${new URLSearchParams(asked)}`,
    connections,
  });
  const both = ["FLOOR", "GROWTH"] as const;
  return [
    { name: "list", floor: get("list", {}, 20), concord: ask(LIST, 20), bars: both },
    {
      name: "partner page",
      floor: get("partner", { id: String(partnerId) }, 20),
      concord: ask(PARTNER, 20, { id: partnerId }),
      bars: both,
    },
    { name: "dashboard", floor: get("dashboard", {}, 4), concord: ask(DASHBOARD, 4), bars: both },
    { name: "dashboard, narrowed", floor: null, concord: ask(NARROWED, 4), bars: ["GROWTH"] },
    { name: "relationship health", floor: null, concord: ask(HEALTH, 1), bars: ["GROWTH"] },
    { name: "collaborations, page 1", floor: get("page", {}, 20), concord: ask(PAGE, 20), bars: ["GROWTH"] },
    {
      name: "…, page 1,000",
      floor: get("page", { begin, id }, 20),
      concord: ask(PAGE, 20, { after }),
      bars: ["GROWTH"],
    },
    ...["riv", "rescue at", "harbour"].map(
      (text): Measure => ({
        name: `search “${text}”`,
        floor: get("search", { text }, 20),
        concord: ask(SEARCH, 20, { text }),
        bars: ["GROWTH"],
      }),
    ),
  ];
}

await generate();
if (values.lines) await buildClient();
else process.stdout.write("Without the slow lines.\n");
// As much memory as a server for a million records is given: one that reads from its disk measures the disk.
const mysql = await startMysqlServer(["--innodb-buffer-pool-size=3G", "--innodb-log-file-size=1G"]);
const database = await mysql.ownDatabase("concord_bench");
const children: ChildProcess[] = [];
try {
  process.env["DATABASE_URL"] = database.url;
  const [port, floorPort] = [await freePort(), await freePort()];
  const concord = `http://127.0.0.1:${port}`;
  const floor = `http://127.0.0.1:${floorPort}`;
  children.push(
    // What one user may ask in a minute is not what is measured.
    startServer("server/src/main.ts", { DATABASE_URL: database.url, PORT: String(port), RATE_LIMIT: "100000000" }),
  );
  await answers(`${concord}/readyz`);
  await rememberDemoSums(database.url);
  const { cookie, viewer } = await signIn(`${concord}/graphql`);
  children.push(
    startServer("scripts/bench-floor.ts", {
      DATABASE_URL: database.url,
      PORT: String(floorPort),
      BENCH_VIEWER: viewer,
    }),
  );
  await answers(floor);
  const ask = (query: string, connections: number, variables = {}): Request => ({
    url: `${concord}/graphql`,
    connections,
    body: JSON.stringify({ query, variables }),
    headers: { cookie },
  });
  let copies = 1;
  for (const size of SIZES) {
    process.stdout.write(`\nMaking ${size} collaborations…\n`);
    if (size === FIRST_SIZE) await run("node", ["scripts/seed.ts", "--size", String(size)]);
    else await growRegister(database.url, copies, size / FIRST_SIZE);
    copies = size / FIRST_SIZE;
    for (const measure of await measuresOf(database.url, floor, ask)) await compare(size, measure);
    // A list on a slow line is that of the first size, as it always was.
    if (size === FIRST_SIZE && values.lines) await measureLines(concord, cookie);
  }
  process.stdout.write(
    missed.length === 0 ? "\nEvery bar is met.\n" : `\nMissed:\n${missed.map((each) => `  ${each}\n`).join("")}`,
  );
} finally {
  for (const child of children) child.kill();
  await database.drop();
  await mysql.stop();
}
