import { buildClient } from "./build.ts";

try {
  await buildClient();
} catch (error) {
  process.stderr.write(`The client could not be built.\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
// One process serves the API and the client; from here on it is the server.
await import("../server/src/main.ts");
