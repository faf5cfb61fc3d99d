import { buildClient, buildServer } from "./build.ts";

/** What `npm start` starts, and what that serves. */
try {
  await buildClient();
  await buildServer();
} catch (error) {
  process.stderr.write(`Concord could not be built.\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
