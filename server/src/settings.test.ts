import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { environmentNames, readSettings } from "./settings.ts";

it("explains in .env.example every setting that there is, and no other", () => {
  const example = readFileSync(new URL("../../.env.example", import.meta.url), "utf8");
  const explained = [...example.matchAll(/^#?\s?([A-Z_]+)=/gm)].map((match) => match[1]);
  expect(explained.toSorted()).toEqual([...environmentNames].toSorted());
});

it("stops a production start without a secret, and says which", () => {
  expect(() => readSettings({ NODE_ENV: "production" })).toThrow(
    /missing: SESSION_SECRET .*, DATA_KEY .*, PUBLIC_URL .*Set them/,
  );
  const whole = {
    NODE_ENV: "production",
    SESSION_SECRET: "x".repeat(32),
    DATA_KEY: Buffer.alloc(32).toString("base64"),
    PUBLIC_URL: "https://concord.example.org/",
  };
  expect(readSettings(whole).publicUrl).toBe("https://concord.example.org");
  expect(() => readSettings({ ...whole, SMTP_URL: "smtp://localhost" })).toThrow("missing: MAIL_FROM");
});

it("takes the settings of an OpenID provider together or not at all", () => {
  expect(() => readSettings({ OIDC_ISSUER: "https://id.example.org" })).toThrow("belong together");
});

it("refuses a data key that is none, without repeating it", () => {
  const key = Buffer.alloc(16, 7).toString("base64");
  expect(() => readSettings({ DATA_KEY: key })).toThrow("DATA_KEY must hold keys of 32 bytes");
  expect(() => readSettings({ DATA_KEY: key })).not.toThrow(key);
});

it("says which setting is wrong and what would be right", () => {
  expect(() => readSettings({ DATABASE_URL: "postgres://x" })).toThrow("DATABASE_URL must be sqlite:PATH or mysql://");
  expect(() => readSettings({ SESSION_SECRET: "short" })).toThrow("SESSION_SECRET is shorter than 32 characters");
});
