import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import autocannon from "autocannon";
import { z } from "zod";
import { measureLines } from "./bench-line.ts";
import { buildClient, generate, ROOT, run } from "./build.ts";
import { freePort, startMysqlServer } from "./mysql-server.ts";

/**
 * How Concord compares with a floor of hand-written SQL, and how long people on a slow line wait, beside how long they may:
 * in one run on one machine, of which only the ratios mean something.
 */

const { values } = parseArgs({
  options: { size: { type: "string", default: "10000" }, seconds: { type: "string", default: "5" } },
});
const ROUNDS = 3;

const LIST = `{ partners(first: 50) { edges { node { id name shortName kind status country
  collaborations(first: 3) { totalCount edges { node { id title } } }
  recognitions(first: 2) { totalCount edges { node { id title } } } } } } }`;
const DASHBOARD = `{ dashboard { partners collaborations peopleRescued recognitionsReceived recognitionsGiven
  byYear { year collaborations peopleRescued } byCountry { country collaborations peopleRescued } } }`;

const viewerRule = z.object({
  data: z.object({ signIn: z.object({ id: z.string(), office: z.object({ id: z.string() }) }) }),
});

interface Request {
  readonly url: string;
  readonly connections: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Requests answered a second. @throws where one was not answered with 200 */
async function throughput({ url, connections, body, headers }: Request): Promise<number> {
  const result = await autocannon({
    url,
    connections,
    duration: Number(values.seconds),
    ...(body ? { method: "POST", body, headers: { "content-type": "application/json", ...headers } } : {}),
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url} failed ${result.non2xx + result.errors} times.`);
  return result.requests.average;
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Medians of rounds that take turns, so that what else the machine does falls on both. */
async function compare(name: string, floor: Request, concord: Request): Promise<void> {
  const [floors, ours]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    floors.push(await throughput(floor));
    ours.push(await throughput(concord));
  }
  const ratio = median(ours) / median(floors);
  process.stdout.write(
    `${name.padEnd(12)} floor ${median(floors).toFixed(0).padStart(6)}/s   Concord ${median(ours).toFixed(0).padStart(6)}/s   ratio ${ratio.toFixed(2)}\n`,
  );
}

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

await generate();
await buildClient();
const mysql = await startMysqlServer();
const database = await mysql.ownDatabase("concord_bench");
const children: ChildProcess[] = [];
try {
  process.env["DATABASE_URL"] = database.url;
  process.stdout.write(`Making ${values.size} collaborations…\n`);
  await run("node", ["scripts/seed.ts", "--size", values.size]);
  const [port, floorPort] = [await freePort(), await freePort()];
  const concord = `http://127.0.0.1:${port}`;
  const floor = `http://127.0.0.1:${floorPort}`;
  children.push(
    // What one user may ask in a minute is not what is measured.
    startServer("server/src/main.ts", { DATABASE_URL: database.url, PORT: String(port), RATE_LIMIT: "100000000" }),
  );
  await answers(`${concord}/readyz`);
  const { cookie, viewer } = await signIn(`${concord}/graphql`);
  children.push(
    startServer("scripts/bench-floor.ts", {
      DATABASE_URL: database.url,
      PORT: String(floorPort),
      BENCH_VIEWER: viewer,
    }),
  );
  await answers(floor);
  const ask = (query: string, connections: number): Request => ({
    url: `${concord}/graphql`,
    connections,
    body: JSON.stringify({ query }),
    headers: { cookie },
  });
  await compare("list", { url: `${floor}/list`, connections: 20 }, ask(LIST, 20));
  await compare("dashboard", { url: `${floor}/dashboard`, connections: 4 }, ask(DASHBOARD, 4));
  await measureLines(concord, cookie);
} finally {
  for (const child of children) child.kill();
  await database.drop();
  await mysql.stop();
}
