import { defineConfig, devices } from "@playwright/test";

// The server gets what the run got: which database, among others.
const environment = Object.fromEntries(
  Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
);
const port = Number(process.env["E2E_PORT"] ?? 4310);

const desktop = { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } };

/** The stories run in a real Chromium against the real server with the demo data, in a database of their own. */
export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  workers: 2,
  // npm test tries those that failed once more, over data that no first try has changed.
  retries: 0,
  // Stories that axe reads page by page take their time on a busy machine.
  timeout: 180_000,
  expect: { timeout: 10_000 },
  reporter: [
    ["list"],
    ["json", { outputFile: process.env["PLAYWRIGHT_JSON_OUTPUT_FILE"] ?? "test-results/report.json" }],
  ],
  use: {
    baseURL: `http://localhost:${port}`,
    // Films every step, which takes a quarter of the time: only where somebody looks for what went wrong.
    trace: process.env["E2E_TRACE"] ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    locale: "en-GB",
    // What is half faded in has neither its place nor its contrast yet.
    contextOptions: { reducedMotion: "reduce" },
    // Stories cut the line by themselves; the one about later visits lets the worker in.
    serviceWorkers: "block",
    launchOptions: {
      ...(process.env["CHROMIUM_PATH"] ? { executablePath: process.env["CHROMIUM_PATH"] } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: "node e2e/start-server.ts",
    url: `http://localhost:${port}/readyz`,
    env: { ...environment, E2E_PORT: String(port) },
    reuseExistingServer: false,
    timeout: 60_000,
  },
  projects: [
    // These read the demo data as it was loaded; the others add to it.
    { name: "first", use: desktop, testMatch: "**/*.first.spec.ts" },
    {
      name: "desktop",
      use: desktop,
      testIgnore: ["**/*.phone.spec.ts", "**/*.first.spec.ts"],
      dependencies: ["first"],
    },
    { name: "phone", use: { ...devices["Pixel 7"] }, testMatch: "**/*.phone.spec.ts", dependencies: ["first"] },
  ],
});
