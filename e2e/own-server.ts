import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createConnection } from "mysql2/promise";

const START_MILLISECONDS = 60_000;

/** A server of a story's own, whose log, files and database the story may look into when it has told its part. */
export interface OwnServer {
  /** As `http://localhost:PORT`. */
  readonly address: string;
  /** As `sqlite:PATH` or `mysql://…`. */
  readonly databaseUrl: string;
  /** Where its files lie, and its database where that is SQLite's. */
  readonly folder: string;
  /** All that it has written to its output so far. */
  readonly log: () => string;
  readonly stop: () => Promise<void>;
}

/** Starts the server with the demo data in a database of its own, of the kind that the run is about. */
export async function startOwnServer(): Promise<OwnServer> {
  const folder = mkdtempSync(join(tmpdir(), "concord-story-"));
  const database = await ownDatabase(folder);
  const child = spawn(process.execPath, ["e2e/start-server.ts"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      E2E_PORT: "0",
      E2E_DATABASE_URL: database.url,
      FILES_DIR: join(folder, "files"),
      DATA_KEY: randomBytes(32).toString("base64"),
      LOG_LEVEL: "info",
    },
  });
  const said: string[] = [];
  child.stdout.on("data", (chunk) => said.push(String(chunk)));
  child.stderr.on("data", (chunk) => said.push(String(chunk)));
  const log = () => said.join("");
  const stop = async () => {
    await end(child);
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const address = await addressIn(child, log);
    return { address, databaseUrl: database.url, folder, log, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function ownDatabase(folder: string): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  const given = process.env["E2E_DATABASE_URL"];
  if (!given || given.startsWith("sqlite:")) {
    return { url: `sqlite:${join(folder, "story.sqlite")}`, drop: async () => undefined };
  }
  const name = `concord_story_${randomBytes(6).toString("hex")}`;
  const run = async (statement: string) => {
    const connection = await createConnection(given);
    await connection.query(statement);
    await connection.end();
  };
  await run(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  const url = new URL(given);
  url.pathname = `/${name}`;
  return { url: url.toString(), drop: () => run(`DROP DATABASE ${name}`) };
}

/** The address that it prints once it listens. */
function addressIn(child: ChildProcess, log: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error(`The story's own server did not start:\n${log()}`));
    const tooLate = setTimeout(fail, START_MILLISECONDS);
    child.once("exit", fail);
    child.stdout?.on("data", () => {
      const [, address] = /Concord is at (http:\S+)/.exec(log()) ?? [];
      if (address === undefined) return;
      clearTimeout(tooLate);
      child.off("exit", fail);
      resolve(address);
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
}
