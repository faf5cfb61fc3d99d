import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

export const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** Runs a program of the project to its end. @throws where it fails, with what it said */
export async function run(program: string, args: readonly string[]): Promise<void> {
  const child = spawn(join(ROOT, "node_modules", ".bin", program), [...args], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  child.stdout.on("data", (chunk) => said.push(String(chunk)));
  child.stderr.on("data", (chunk) => said.push(String(chunk)));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  if (code !== 0) throw new Error(`${program} ${args.join(" ")} failed:\n${said.join("")}`);
}

/** Every file below the paths, by name. */
function filesOf(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const whole = join(ROOT, path);
    if (!statSync(whole).isDirectory()) return [path];
    return readdirSync(whole, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length));
  });
}

/** What the files' names, sizes and times say; it is cheap, and differs as soon as one of them does. */
export function stampOf(paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of filesOf(paths)
    .filter((name) => !/(^|\/)(generated|dist|node_modules)\//.test(name))
    .toSorted()) {
    const { size, mtimeMs } = statSync(join(ROOT, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

interface Step {
  /** What it is made of. */
  readonly from: readonly string[];
  /** What is there when it has been made. */
  readonly makes: string;
  /** Where the stamp of what it was made of lies. */
  readonly stamp: string;
  readonly make: () => Promise<void>;
}

async function makeIfStale(step: Step): Promise<void> {
  const stampFile = join(ROOT, step.stamp);
  const stamp = stampOf(step.from);
  if (existsSync(join(ROOT, step.makes)) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  await step.make();
  writeFileSync(stampFile, stamp);
}

/** Types of both sides from the schema and the client's operations, where they are stale. */
export function generate(): Promise<void> {
  return makeIfStale({
    from: ["shared/schema", "client/src", "codegen.ts"],
    makes: "client/src/generated/graphql.ts",
    stamp: "node_modules/.concord-generated",
    make: () => run("graphql-codegen", ["--config", "codegen.ts"]),
  });
}

/** The client, compressed beside itself, where it is stale. */
export async function buildClient(): Promise<void> {
  await generate();
  await makeIfStale({
    from: ["client", "shared", "package-lock.json"],
    makes: "client/dist/index.html",
    stamp: "node_modules/.concord-client",
    make: async () => {
      await run("vite", ["build", "client", "--logLevel", "error"]);
      await compress(join(ROOT, "client", "dist"));
    },
  });
}

/** The server as JavaScript, where it is stale: Node then does without what strips types, and the memory that it holds. */
export function buildServer(): Promise<void> {
  return makeIfStale({
    from: ["server/src", "shared/src", "scripts/build.ts"],
    makes: "server/dist/main.js",
    stamp: "node_modules/.concord-server",
    make: async () => {
      const dist = join(ROOT, "server", "dist");
      rmSync(dist, { recursive: true, force: true });
      // As deep below the root as src, so that paths to other folders hold.
      stripTypes("server/src", dist);
      stripTypes("shared/src", join(dist, "shared"));
    },
  });
}

/** Writes each module of `from` below `to`, blanks where its types were: every line keeps its number. */
function stripTypes(from: string, to: string): void {
  for (const file of filesOf([from]).filter((name) => name.endsWith(".ts") && !/\.test\.ts$|\/testing\//.test(name))) {
    const target = join(to, relative(from, file)).replace(/ts$/, "js");
    const shared = relative(dirname(target), join(ROOT, "server", "dist", "shared"));
    const code = stripTypeScriptTypes(readFileSync(join(ROOT, file), "utf8"))
      .replaceAll(/"@concord\/shared\/([^"\n]+)"/g, (_whole, name) => `"./${shared}/${name}.js"`)
      .replaceAll(/"(\.\.?\/[^"\n]+)\.ts"/g, '"$1.js"');
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, code);
  }
}

const brotli = promisify(brotliCompress);

/** Writes a `.br` beside each text file, which the server sends to whoever can read it. */
async function compress(folder: string): Promise<void> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.(js|css|html|svg|json)$/.test(entry.name),
  );
  for (const entry of files) {
    const path = join(entry.parentPath, entry.name);
    const content = readFileSync(path);
    const smaller = await brotli(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
    });
    writeFileSync(`${path}.br`, smaller);
  }
}
