import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildClient, generate, ROOT } from "./build.ts";
import { findChromium } from "./chromium.ts";
import { freePort, startMysqlServer } from "./mysql-server.ts";
import { failure, isSkipped, playwrightTally, sum, type Tally, vitestTally, withSecondTry } from "./tally.ts";

/** Everything that says whether Concord keeps its promises, each suite to its end, and the sum as the last line. */

const BIN = join(ROOT, "node_modules", ".bin");
const reports = mkdtempSync(join(tmpdir(), "concord-reports-"));

interface Suite {
  readonly name: string;
  readonly run: () => Promise<Tally>;
}

/** Runs a program and shows what it says; answers whether it succeeded. */
function succeeds(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  const child = spawn(join(BIN, program), [...args], { cwd: ROOT, stdio: "inherit", env: { ...process.env, ...env } });
  return new Promise((resolve) => {
    child.once("error", () => resolve(false));
    child.once("close", (code) => resolve(code === 0));
  });
}

/** A check that has no tests of its own counts as one. */
function check(name: string, program: string, ...args: string[]): Suite {
  return {
    name,
    run: async () =>
      (await succeeds(program, args))
        ? { passed: 1, failed: 0, failures: [], secondTries: [] }
        : failure(`${program} found something`),
  };
}

/** For a run that says of itself that it failed, and of each test that it passed. */
const ENDED_BADLY = { failed: 1, failures: ["the run ended with an error"] };

function readReport(file: string, read: (report: unknown) => Tally): Tally {
  if (!existsSync(file)) return failure("no report was written");
  return read(JSON.parse(readFileSync(file, "utf8")));
}

async function vitest(
  name: string,
  projects: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Tally> {
  const file = join(reports, `${name.replaceAll(/\W+/g, "-")}.json`);
  const chosen = projects.flatMap((project) => ["--project", project]);
  const ok = await succeeds(
    "vitest",
    ["run", ...chosen, "--reporter=dot", "--reporter=json", `--outputFile.json=${file}`],
    env,
  );
  const tally = readReport(file, vitestTally);
  return ok || tally.failed > 0 ? tally : { ...tally, ...ENDED_BADLY };
}

/** A database for one run of the stories; none is SQLite, in a folder of the run's own. */
type StoryDatabase = () => Promise<{ readonly url: string; readonly drop: () => Promise<void> } | null>;

/** One run of stories, in a real browser against a real server with data of its own. */
async function tell(name: string, open: StoryDatabase, ...chosen: readonly string[]): Promise<Tally> {
  const database = await open();
  const file = join(reports, `browser-${name}.json`);
  const ok = await succeeds("playwright", ["test", ...chosen], {
    ...(database && { E2E_DATABASE_URL: database.url }),
    CHROMIUM_PATH: findChromium(),
    E2E_PORT: String(await freePort()),
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  await database?.drop();
  const tally = readReport(file, playwrightTally);
  return ok || tally.failed > 0 ? tally : { ...tally, ...ENDED_BADLY };
}

/** More failures than these are no chance. */
const BY_CHANCE = 5;

/** The stories; the few that fail are tried once more, as a busy machine may once be too slow for a browser. */
async function browser(name: string, open: StoryDatabase, ...chosen: readonly string[]): Promise<Tally> {
  await buildClient();
  const first = await tell(name, open, ...chosen);
  const failures = first.failures.filter((text) => !isSkipped(text));
  if (first.failed === 0 || failures.length > BY_CHANCE) return first;
  process.stdout.write(`\n── ${failures.length} failed, and are tried once more\n`);
  // Where one of those that go first fails, the others are not told at all: then all are told again.
  if (first.failures.some(isSkipped)) {
    return { ...(await tell(`${name}-again`, open, ...chosen)), secondTries: failures };
  }
  return withSecondTry(first, await tell(`${name}-again`, open, "--last-failed", "--no-deps"));
}

/**
 * Stories, by their titles and files, that are told on SQLite alone: how a page is drawn, goes by the keyboard, keeps what is
 * typed, is read in another language, or waits for a line; accounts, files and true names, of which the API's own tests tell
 * the same on both databases. What else the database has to do, the other stories tell.
 */
const ON_SQLITE_ALONE =
  "@looks|keyboard|the rest does not come|works-on-a-|anyone-(sends-bad-input|reads-in|is-kept|keeps|gets|signs)|manages-users|attaches-files|true-name";

const suites: readonly Suite[] = [
  check("format and lint", "biome", "check", "--error-on-warnings", "."),
  ...[".", "shared", "server", "client", "e2e", "scripts"].map((project) =>
    check(`types of ${project}`, "tsc", "-p", project),
  ),
  check(
    "import rules",
    "depcruise",
    "--config",
    "dependency-cruiser.config.mjs",
    "server/src",
    "client/src",
    "shared/src",
    "e2e",
    "scripts",
  ),
  check("unused code", "knip"),
  {
    name: "unit, and the API on SQLite",
    run: () => vitest("sqlite", ["shared", "server", "client", "scripts"], { TEST_DATABASE_URL: "" }),
  },
  {
    name: "the API on a MySQL-protocol server",
    run: async () => {
      const server = await startMysqlServer();
      try {
        return await vitest("mysql", ["server"], { TEST_DATABASE_URL: server.url });
      } finally {
        await server.stop();
      }
    },
  },
  { name: "browser, on SQLite", run: () => browser("sqlite", async () => null) },
  {
    name: "browser, on a MySQL-protocol server",
    run: async () => {
      const server = await startMysqlServer();
      try {
        return await browser("mysql", () => server.ownDatabase("concord_e2e"), "--grep-invert", ON_SQLITE_ALONE);
      } finally {
        await server.stop();
      }
    },
  },
];

async function runSuite(suite: Suite): Promise<Tally> {
  process.stdout.write(`\n── ${suite.name}\n`);
  const begun = Date.now();
  const ran = await suite
    .run()
    .catch((error: unknown) => failure(error instanceof Error ? error.message : String(error)));
  const tally = {
    ...ran,
    failures: ran.failures.map((text) => `✘ ${suite.name}: ${text}`),
    secondTries: ran.secondTries.map((text) => `↻ ${suite.name}, passed only at the second try: ${text}`),
  };
  process.stdout.write(
    `── ${suite.name}: ${tally.passed} passed, ${tally.failed} failed, ${Math.round((Date.now() - begun) / 1000)} s\n`,
  );
  return tally;
}

const only = process.argv[2];
const chosen = suites.filter((suite) => only === undefined || suite.name.includes(only));
await generate();
const tallies: Tally[] = [];
for (const suite of chosen) tallies.push(await runSuite(suite));
rmSync(reports, { recursive: true, force: true });
const { passed, failed, failures, secondTries } = sum(tallies);
const named = [...secondTries, ...failures];
if (named.length > 0) process.stdout.write(`\n${named.join("\n")}\n`);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
