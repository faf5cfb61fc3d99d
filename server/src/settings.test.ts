import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { environmentNames, readSettings } from "./settings.ts";

it("explains in .env.example every setting that there is, and no other", () => {
  const example = readFileSync(new URL("../../.env.example", import.meta.url), "utf8");
  const explained = [...example.matchAll(/^#?\s?([A-Z_]+)=/gm)].map((match) => match[1]);
  expect(explained.toSorted()).toEqual([...environmentNames].toSorted());
});

it("stops a production start without a secret, and says which", () => {
  expect(() => readSettings({ NODE_ENV: "production" })).toThrow("SESSION_SECRET is missing");
});

it("says which setting is wrong and what would be right", () => {
  expect(() => readSettings({ DATABASE_URL: "postgres://x" })).toThrow("DATABASE_URL must be sqlite:PATH or mysql://");
  expect(() => readSettings({ SESSION_SECRET: "short" })).toThrow("SESSION_SECRET is shorter than 32 characters");
});
