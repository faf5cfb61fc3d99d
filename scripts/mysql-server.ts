import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createConnection } from "mysql2/promise";
import { installPackages } from "./apt.ts";

const START_SECONDS = 60;

/** A MySQL-protocol server for tests: its address, and how to end it. */
export interface MysqlServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
  /** Makes an empty database on it, in place of one of that name that an interrupted run left. */
  readonly ownDatabase: (name: string) => Promise<{ readonly url: string; readonly drop: () => Promise<void> }>;
}

/**
 * Finds a server or starts one: the address in `TEST_DATABASE_URL`; else a `mariadbd` or `mysqld` of this machine,
 * privately, with its own folder and a free port; else it is installed, as root on Debian or Ubuntu.
 * @param options of a server that is started
 * @throws an Error whose one sentence says what to install
 */
export async function startMysqlServer(options: readonly string[] = []): Promise<MysqlServer> {
  const given = process.env["TEST_DATABASE_URL"];
  if (given) return serverAt(given, async () => undefined);
  const program = findServer() ?? (installPackages(["mariadb-server"]) ? findServer() : undefined);
  if (!program) {
    throw new Error(
      "There is no MySQL-protocol server: set TEST_DATABASE_URL to one, or install MariaDB (on Debian or Ubuntu: apt-get install mariadb-server).",
    );
  }
  return startPrivately(program, options);
}

/** Debian keeps servers in /usr/sbin, which is not on everybody's path. */
export function findProgram(names: readonly string[]): string | undefined {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin", "/usr/libexec"];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

function findServer(): string | undefined {
  return findProgram(["mariadbd", "mysqld"]);
}

/** A port on which nobody listens at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("No free port.")),
      );
    });
  });
}

async function startPrivately(program: string, options: readonly string[]): Promise<MysqlServer> {
  const folder = mkdtempSync(join(tmpdir(), "concord-mysql-"));
  const data = join(folder, "data");
  const temporary = join(folder, "tmp");
  mkdirSync(temporary);
  const user = process.getuid?.() === 0 ? ["--user=root"] : [];
  initialise(program, data, user);
  const port = await freePort();
  const child = spawn(
    program,
    [
      "--no-defaults",
      ...user,
      `--datadir=${data}`,
      // A server that starts removes the temporary tables that it finds, also those of another one that runs.
      `--tmpdir=${temporary}`,
      `--port=${port}`,
      `--socket=${join(folder, "s.sock")}`,
      `--pid-file=${join(folder, "pid")}`,
      "--bind-address=127.0.0.1",
      "--skip-name-resolve",
      // The data is thrown away, so it need not survive a power cut.
      "--innodb-flush-log-at-trx-commit=0",
      "--sync-binlog=0",
      ...options,
    ],
    { stdio: ["ignore", "ignore", "ignore"] },
  );
  const stop = async () => {
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `mysql://root@127.0.0.1:${port}`;
  try {
    await answers(url, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return serverAt(url, stop);
}

function serverAt(server: string, stop: () => Promise<void>): MysqlServer {
  const run = async (statement: string) => {
    const connection = await createConnection(server);
    await connection.query(statement);
    await connection.end();
  };
  return {
    url: server,
    stop,
    ownDatabase: async (name) => {
      await run(`DROP DATABASE IF EXISTS ${name}`);
      await run(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
      const url = new URL(server);
      url.pathname = `/${name}`;
      return { url: url.toString(), drop: () => run(`DROP DATABASE ${name}`) };
    },
  };
}

function initialise(program: string, data: string, user: readonly string[]): void {
  const mariadb = findProgram(["mariadb-install-db", "mysql_install_db"]);
  const [maker, args] =
    mariadb && program.includes("mariadb")
      ? [mariadb, ["--no-defaults", `--datadir=${data}`, "--auth-root-authentication-method=normal", ...user]]
      : [program, ["--no-defaults", "--initialize-insecure", `--datadir=${data}`, ...user]];
  const done = spawnSync(maker, args, { encoding: "utf8" });
  if (done.status !== 0)
    throw new Error(`The test database could not be made by ${maker}: ${done.stderr || done.stdout}`);
}

/** Waits until the server lets somebody in; a server that ended is not waited for. */
async function answers(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_SECONDS * 1000;
  for (;;) {
    try {
      const connection = await createConnection(url);
      await connection.query("SELECT 1");
      await connection.end();
      return;
    } catch (error) {
      if (child.exitCode !== null) throw new Error(`The test database ended at once, with code ${child.exitCode}.`);
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
}
