import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { linguiMacros } from "./client/lingui-macros.ts";

// graphql-js refuses a schema that another copy of itself made: all must come to the one that Node itself finds.
const graphql = { find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve("graphql")) };

const project = (name: string, include: string) => ({
  extends: true as const,
  resolve: { alias: [graphql] },
  test: { name, include: [include], environment: "node", testTimeout: 60_000, hookTimeout: 120_000 },
});

/** The client's code has its texts in macros, and reads them in a language. */
const inEnglish = (clients: ReturnType<typeof project>) => ({
  ...clients,
  plugins: [linguiMacros()],
  test: { ...clients.test, setupFiles: ["client/english.ts"] },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      project("shared", "shared/src/**/*.test.ts"),
      project("server", "server/src/**/*.test.ts"),
      inEnglish(project("client", "client/src/**/*.test.ts")),
      project("scripts", "scripts/**/*.test.ts"),
    ],
  },
});
