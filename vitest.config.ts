import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// graphql-js refuses a schema that another copy of itself made: all must come to the one that Node itself finds.
const graphql = { find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve("graphql")) };

const project = (name: string, include: string) => ({
  extends: true as const,
  resolve: { alias: [graphql] },
  test: { name, include: [include], environment: "node", testTimeout: 60_000, hookTimeout: 120_000 },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      project("shared", "shared/src/**/*.test.ts"),
      project("server", "server/src/**/*.test.ts"),
      project("client", "client/src/**/*.test.ts"),
      project("scripts", "scripts/**/*.test.ts"),
    ],
  },
});
