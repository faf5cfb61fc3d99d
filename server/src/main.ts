import { fileURLToPath } from "node:url";
import { countInBackground, createApplication, matchInBackground, openApplicationDatabase } from "./application.ts";
import { environment } from "./environment.ts";
import { DEMO_PASSWORD, demoSignIns, isEmpty, loadDemoData } from "./features/demo/demo.service.ts";
import { giveMemoryBack, keepMemoryLow } from "./memory.ts";
import { readSettings } from "./settings.ts";

const CLIENT = new URL("../../client/", import.meta.url);
const BUILT = {
  clientFolder: fileURLToPath(new URL("dist", CLIENT)),
  operations: fileURLToPath(new URL("src/generated/persisted-documents.json", CLIENT)),
};

/** Settings, database, demo data, HTTP, listen. */
async function main(): Promise<void> {
  const settings = readSettings(environment());
  const database = await openApplicationDatabase(settings);
  if (settings.demo && (await isEmpty(database))) await loadDemoData(database, settings.keys);
  const http = await createApplication(settings, database, BUILT);
  // What a start leaves behind would stay, and with it the room that Node takes for as much again.
  giveMemoryBack();
  keepMemoryLow();

  let stopMatching = async () => {};
  let stopCounting = async () => {};
  const stop = async () => {
    await http.close();
    await stopMatching();
    await stopCounting();
    await database.close();
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);

  const address = await http.listen({ port: settings.port, host: settings.host });
  const { port } = new URL(address);
  const signIns = settings.demo ? await demoSignIns(database) : [];
  process.stdout.write(welcome(port, signIns));
  stopMatching = matchInBackground(database);
  stopCounting = countInBackground(database);
}

function welcome(port: string, signIns: readonly string[]): string {
  const lines = [`Concord is at http://localhost:${port}`];
  if (signIns.length > 0) lines.push(`Sign in with the password ${DEMO_PASSWORD} as`, ...signIns);
  return `\n${lines.join("\n")}\n\n`;
}

/** What went wrong, in a sentence that says what to do where that is known. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && error.code === "EADDRINUSE") {
    return "Another program listens on its port. Stop that one, or set PORT to another number.";
  }
  if ("code" in error && error.code === "ECONNREFUSED") {
    return "The database of DATABASE_URL does not answer. Start it, or correct the address.";
  }
  return error.message;
}

try {
  await main();
} catch (error) {
  process.stderr.write(`Concord could not start. ${reasonOf(error)}\n`);
  // Open connections would keep a process alive that serves nobody.
  process.exit(1);
}
