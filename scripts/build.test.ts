import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, expect, it } from "vitest";
import { buildServer, ROOT, run } from "./build.ts";

const DIST = join(ROOT, "server", "dist");

beforeAll(() => buildServer());

it("makes a server that a Node which knows no types can load", async () => {
  const application = pathToFileURL(join(DIST, "application.js"));
  await run("node", ["--no-strip-types", "--input-type=module", "--eval", `await import("${application}")`]);
});

it("leaves no import that leads nowhere, of what is loaded later either", () => {
  const files = readdirSync(DIST, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".js"));
  const astray = files.flatMap((file) =>
    [...readFileSync(join(DIST, file), "utf8").matchAll(/(?:\bfrom |\bimport ?\(?)"((?:\.|@concord)[^"\n]*)"/g)]
      .map((match) => match[1] ?? "")
      .filter((path) => !existsSync(join(DIST, dirname(file), path)))
      .map((path) => `${file} → ${path}`),
  );
  expect(files.length).toBeGreaterThan(200);
  expect(astray).toEqual([]);
});

it("keeps the numbers of lines, so that a trace names the line that somebody wrote", () => {
  const linesOf = (path: string) => readFileSync(join(ROOT, path), "utf8").split("\n");
  const thrown = (lines: readonly string[]) =>
    lines.flatMap((line, index) => (line.includes("throw ") ? [index + 1] : []));
  const written = thrown(linesOf("server/src/main.ts").concat(linesOf("server/src/graphql/guards.ts")));
  expect(written).not.toEqual([]);
  expect(thrown(linesOf("server/dist/main.js").concat(linesOf("server/dist/graphql/guards.js")))).toEqual(written);
});
