// The way into every command: npm start, npm test and the rest. It runs on Node 20 without any dependency, installs
// what the lock file asks for, and goes on with the Node that the project brings along.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const STAMP = join(ROOT, "node_modules", ".concord-lock");
const BIN = join(ROOT, "node_modules", ".bin");
const COMMANDS = [
  "start",
  "dev",
  "test",
  "bench",
  "bench-imports",
  "seed",
  "create-administrator",
  "verify-audit",
  "rotate-key",
  "duplicates-report",
  "rebuild-sums",
  "check-sums",
];

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Installs from the lock file, unless what is installed came from this very lock file. */
function install() {
  const lock = createHash("sha256")
    .update(readFileSync(join(ROOT, "package-lock.json")))
    .digest("hex");
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === lock) return;
  process.stderr.write("Installing from the lock file; this takes about a minute and happens once…\n");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  // The warnings are about tools that want a newer Node than this one: they get it.
  const done = spawnSync(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (done.status !== 0) fail("The installation failed. Check that the npm registry can be reached, and start again.");
  writeFileSync(STAMP, lock);
}

const [major = 0] = process.versions.node.split(".").map(Number);
if (major < 20) fail(`Concord needs Node 20 or newer to start; this is Node ${process.versions.node}.`);

const [command = "", ...args] = process.argv.slice(2);
if (!COMMANDS.includes(command)) fail(`There is no command "${command}". Choose one of ${COMMANDS.join(", ")}.`);
install();

/** Runs a file with the Node that the project brings along, and hands signals on to it. @returns its exit code */
function run(flags, file, rest, settings = {}) {
  const child = spawn(join(BIN, "node"), [...flags, join(ROOT, file), ...rest], {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...settings, ...process.env, PATH: `${BIN}:${process.env.PATH ?? ""}` },
  });
  const signals = ["SIGINT", "SIGTERM"].map((signal) => [signal, () => child.kill(signal)]);
  for (const [signal, handOn] of signals) process.on(signal, handOn);
  return new Promise((resolve) => {
    child.on("exit", (code, signal) => {
      for (const [each, handOn] of signals) process.off(each, handOn);
      resolve(code ?? (signal === null ? 0 : 1));
    });
  });
}

/** The server without what builds it, so that it holds no memory for that. */
async function start() {
  const built = await run(["--disable-warning=ExperimentalWarning"], "scripts/build-start.ts", []);
  if (built !== 0) return built;
  // Left to itself, Node lets garbage pile up to more than what the server needs; docs/operating.md has the figures.
  const flags = ["--max-semi-space-size=16", "--heap-growing-percent=30", "--expose-gc"];
  // The C library keeps a heap for each thread, and what was freed, unless it is told otherwise.
  return run(flags, "server/dist/main.js", args, { MALLOC_ARENA_MAX: "1", MALLOC_TRIM_THRESHOLD_: "262144" });
}

process.exitCode = command === "start" ? await start() : await run([], `scripts/${command}.ts`, args);
