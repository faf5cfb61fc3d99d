import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const api = `http://localhost:${process.env["PORT"] ?? "4000"}`;

export default defineConfig({
  plugins: [react()],
  server: { port: 5173, proxy: { "/graphql": api, "/healthz": api, "/readyz": api } },
  build: { target: "es2022", sourcemap: false, chunkSizeWarningLimit: 700 },
});
