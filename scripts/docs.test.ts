import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "./build.ts";

/** What the pages point to is there. */
const pages = ["README.md", "CONTRIBUTING.md", "GLOSSARY.md", "client/README.md", "server/demo/README.md"].concat(
  readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => join("docs", path)),
);
const read = (page: string) => readFileSync(join(ROOT, page), "utf8");

it.each(pages)("every link of %s leads somewhere", (page) => {
  const links = [...read(page).matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? "");
  expect(links.filter((link) => !existsSync(join(ROOT, dirname(page), link)))).toEqual([]);
});

describe("docs/security.md", () => {
  const rows = read("docs/security.md")
    .split("\n")
    .filter((line) => line.startsWith("| ") && !/^\| (---|threat)/.test(line))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const pathsIn = (cell = "") => [...cell.matchAll(/`([\w.-]+\/[\w./-]+\.\w+)`/g)].map((match) => match[1] ?? "");

  it("names files that are there", () => {
    const named = [...new Set(rows.flatMap((row) => row.flatMap((cell) => pathsIn(cell))))];
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it.each(rows)("says against %j what is promised, by what it is kept and by what it is proved", (...row) => {
    const [threat, promise, keptBy, provedBy] = row;
    expect(row).toHaveLength(4);
    expect([threat, promise]).not.toContain("");
    expect(pathsIn(keptBy)).not.toEqual([]);
    const tests = pathsIn(provedBy);
    expect(tests).not.toEqual([]);
    expect(tests.filter((path) => !/\.(test|spec)\.ts$/.test(path))).toEqual([]);
  });
});
