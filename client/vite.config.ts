import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig, type Rolldown, type UserConfig } from "vite";
import { firstChunks, firstPageDocuments } from "./first-visit.ts";
import { linguiMacros } from "./lingui-macros.ts";
import { messageCatalogs } from "./message-catalogs.ts";
import { operationModules } from "./operation-modules.ts";

const api = `http://localhost:${process.env["PORT"] ?? "4000"}`;

function configWith(output: Rolldown.OutputOptions): UserConfig {
  return {
    plugins: [operationModules(), linguiMacros(), messageCatalogs(), react(), firstPageDocuments()],
    resolve: {
      // rxjs has its classes as browsers know them, and not only with helpers for those that do not.
      conditions: ["es2015", ...defaultClientConditions],
      // Lingui brings what React has long had itself.
      alias: [{ find: /^use-sync-external-store\/shim$/, replacement: "react" }],
    },
    server: {
      port: 5173,
      proxy: {
        "/graphql": api,
        "/auth": api,
        "/export": api,
        "/files": api,
        "/reports": api,
        "/healthz": api,
        "/readyz": api,
        // Pages of the client have the same beginning as what the server answers there.
        "/imports": {
          target: api,
          bypass: ({ method, url }) => (method === "GET" && !url?.includes("/report.csv") ? url : undefined),
        },
      },
    },
    build: {
      target: "es2022",
      sourcemap: false,
      chunkSizeWarningLimit: 700,
      rolldownOptions: {
        input: {
          index: fileURLToPath(new URL("index.html", import.meta.url)),
          "service-worker": fileURLToPath(new URL("src/service-worker/service-worker.ts", import.meta.url)),
        },
        output: {
          ...output,
          // A worker keeps its name and its place, by which browsers know it.
          entryFileNames: ({ name }) => (name === "service-worker" ? "[name].js" : "assets/[name]-[hash].js"),
        },
      },
    },
  };
}

export default defineConfig(async ({ command }) =>
  configWith(command === "build" ? await firstChunks(configWith({})) : {}),
);
