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

// Left to itself, Node lets garbage pile up to almost twice what the server needs; docs/operating.md has the figures.
// While garbage is looked for step by step, as much again piles up: it is done at once, which takes some 30 ms.
const nodeFlags =
  command === "start"
    ? ["--max-semi-space-size=4", "--optimize-for-size", "--no-incremental-marking", "--expose-gc"]
    : [];
// The C library keeps a heap for each thread, and what was freed, unless it is told otherwise.
const heapSettings = command === "start" ? { MALLOC_ARENA_MAX: "1", MALLOC_TRIM_THRESHOLD_: "262144" } : {};
const child = spawn(join(BIN, "node"), [...nodeFlags, join(ROOT, "scripts", `${command}.ts`), ...args], {
  cwd: ROOT,
  stdio: "inherit",
  env: { ...heapSettings, ...process.env, PATH: `${BIN}:${process.env.PATH ?? ""}` },
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => {
  process.exitCode = code ?? (signal === null ? 0 : 1);
});
