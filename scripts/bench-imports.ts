import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { zip } from "../server/src/testing/zip.ts";
import { generate, ROOT } from "./build.ts";
import { freePort, startMysqlServer } from "./mysql-server.ts";

/**
 * How much memory the server takes at most while it reads, checks, runs, reports and undoes an import of many rows. The
 * figures are the kernel's own (VmHWM of /proc), counted anew for each step; so it runs on Linux alone.
 */

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "100000" },
    file: { type: "string", default: "csv" },
    database: { type: "string", default: "sqlite" },
  },
});
const ROWS = Number(values.rows);
const HEADINGS = ["Partner ID", "Name", "Type", "Country", "Email", "Since", "Focus", "Notes"];
const WORDS = ["Harbour", "Lantern", "Valley", "Riverside", "Northern", "Coastal", "Unity", "Hope", "Liberty", "Cedar"];

/** Rows as different from each other as those of a real register. */
function rowOf(number: number): string[] {
  const word = (shift: number) => WORDS[Math.floor(number / 10 ** shift) % WORDS.length] ?? "";
  const name = `${word(0)} ${word(1)} ${word(2)} ${word(3)} Centre ${number}`;
  return [
    `P-${number}`,
    name,
    number % 3 === 0 ? "Police" : "NGO",
    number % 2 === 0 ? "Philippines" : "Kenya",
    `office${number}@example.org`,
    `${1990 + (number % 30)}`,
    "Bonded labour",
    `Met ${word(1)} and ${word(4)} in ${2000 + (number % 20)}; the next visit is with ${word(2)}.`,
  ];
}

function csvFile(): Buffer {
  const lines = [HEADINGS, ...Array.from({ length: ROWS }, (_, index) => rowOf(index + 1))];
  return Buffer.from(lines.map((cells) => cells.map((cell) => `"${cell}"`).join(",")).join("\r\n"));
}

/** As Excel writes it: every text once in a table that all cells share. */
function workbook(): Buffer {
  const numbers = new Map<string, number>();
  const numberOf = (text: string) => {
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    return known;
  };
  const lines = [HEADINGS, ...Array.from({ length: ROWS }, (_, index) => rowOf(index + 1))].map((cells, index) => {
    const columns = cells.map(
      (text, column) => `<c r="${String.fromCharCode(65 + column)}${index + 1}" t="s"><v>${numberOf(text)}</v></c>`,
    );
    return `<row r="${index + 1}">${columns.join("")}</row>`;
  });
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const relations = (...targets: readonly (readonly [string, string])[]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
      .map(([type, target], index) => `<Relationship Id="r${index}" Type="${office}/${type}" Target="${target}"/>`)
      .join("")}</Relationships>`;
  return zip({
    "_rels/.rels": relations(["officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml": `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="List" sheetId="1" r:id="r0"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      ["worksheet", "worksheets/sheet1.xml"],
      ["sharedStrings", "sharedStrings.xml"],
    ),
    "xl/worksheets/sheet1.xml": `<worksheet ${main}><sheetData>${lines.join("")}</sheetData></worksheet>`,
    "xl/sharedStrings.xml": `<sst ${main}>${[...numbers.keys()].map((text) => `<si><t>${text}</t></si>`).join("")}</sst>`,
  });
}

const importRule = z.object({
  state: z.string(),
  done: z.number(),
  failure: z.string().nullable(),
  mapping: z
    .object({ columns: z.array(z.string().nullable()) })
    .nullable()
    .optional(),
  counts: z.array(z.object({ verdict: z.string(), result: z.string().nullable(), rows: z.number() })).optional(),
});
const answerRule = z.object({ data: z.object({ it: z.unknown() }) });

/** The server as `npm start` runs it, and somebody who is signed in to it. */
class Server {
  private readonly child: ChildProcess;
  private readonly address: string;
  private cookie = "";

  private constructor(child: ChildProcess, address: string) {
    this.child = child;
    this.address = address;
  }

  static async start(databaseUrl: string, folder: string): Promise<Server> {
    const port = await freePort();
    const child = spawn(process.execPath, ["scripts/bootstrap.mjs", "start"], {
      cwd: ROOT,
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DATABASE_URL: databaseUrl, FILES_DIR: folder, PORT: String(port), LOG_LEVEL: "error" },
    });
    const server = new Server(child, `http://127.0.0.1:${port}`);
    await until(async () => (await fetch(`${server.address}/readyz`).catch(() => null))?.ok === true);
    const signedIn = await server.post(
      "/graphql",
      {
        "content-type": "application/json",
      },
      JSON.stringify({
        query: 'mutation { signIn(input: { email: "manager@demo.example", password: "concord-demo" }) { id } }',
      }),
    );
    server.cookie = signedIn.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    return server;
  }

  post(path: string, headers: Readonly<Record<string, string>>, body: string | FormData): Promise<Response> {
    return fetch(this.address + path, { method: "POST", headers: { ...headers, cookie: this.cookie }, body });
  }

  async ask(query: string, variables: object = {}): Promise<unknown> {
    const answer = await this.post(
      "/graphql",
      { "content-type": "application/json" },
      JSON.stringify({ query, variables }),
    );
    return answerRule.parse(await answer.json()).data.it;
  }

  async upload(name: string, bytes: Buffer): Promise<string> {
    const form = new FormData();
    form.append("kind", "PARTNER");
    form.append("file", new Blob([Uint8Array.from(bytes)]), name);
    const answer = await this.post("/imports", {}, form);
    return z.object({ id: z.string() }).parse(await answer.json()).id;
  }

  async download(path: string): Promise<number> {
    const response = await fetch(this.address + path, { headers: { cookie: this.cookie } });
    let lines = 0;
    for await (const piece of response.body ?? []) lines += Buffer.from(piece).filter((byte) => byte === 10).length;
    return lines;
  }

  /** Of the server itself, which what `npm start` runs first has begun. */
  private get pid(): string {
    const { pid } = this.child;
    return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
  }

  /** The most memory since it was counted anew, in megabytes. */
  peak(): number {
    const status = readFileSync(`/proc/${this.pid}/status`, "utf8");
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024);
  }

  countAnew(): void {
    writeFileSync(`/proc/${this.pid}/clear_refs`, "5");
  }

  stop(): void {
    this.child.kill();
  }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 500));
}

async function measure(server: Server, what: string, work: () => Promise<string>): Promise<void> {
  server.countAnew();
  const began = performance.now();
  const told = await work();
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  process.stdout.write(
    `${what.padEnd(10)} ${String(server.peak()).padStart(4)} MB  ${seconds.padStart(5)} s  ${told}\n`,
  );
}

async function goThrough(server: Server, name: string, bytes: Buffer): Promise<void> {
  let id = "";
  const state = async (more = "") =>
    importRule.parse(
      await server.ask(`query($id: ID!) { it: import(id: $id) { state done failure ${more} } }`, { id }),
    );
  const reached = async (wanted: string) => {
    await until(async () => {
      const { state: now, failure } = await state();
      if (failure !== null) throw new Error(failure);
      return now === wanted;
    });
    const { counts = [] } = await state("counts { verdict result rows }");
    return counts.map(({ verdict, result, rows }) => `${rows} ${result ?? verdict}`).join(", ");
  };
  await measure(server, "idle", async () => "");
  await measure(server, "read", async () => {
    id = await server.upload(name, bytes);
    return reached("READ");
  });
  await measure(server, "dry run", async () => {
    const columns = (await state("mapping { columns }")).mapping?.columns;
    await server.ask("mutation($id: ID!, $input: MapImportInput!) { it: checkImport(id: $id, input: $input) { id } }", {
      id,
      input: { columns },
    });
    return reached("CHECKED");
  });
  await measure(server, "run", async () => {
    await server.ask("mutation($id: ID!) { it: runImport(id: $id) { id } }", { id });
    return reached("DONE");
  });
  await measure(server, "report", async () => `${await server.download(`/imports/${id}/report.csv`)} lines`);
  await measure(server, "undo", async () => {
    await server.ask("mutation($id: ID!) { it: undoImport(id: $id) { id } }", { id });
    return reached("UNDONE");
  });
}

await generate();
const folder = mkdtempSync(join(tmpdir(), "concord-bench-"));
const mysql = values.database === "mysql" ? await startMysqlServer() : null;
const own = await mysql?.ownDatabase("concord_bench_imports");
const server = await Server.start(own?.url ?? `sqlite:${join(folder, "bench.sqlite")}`, join(folder, "files"));
try {
  const isWorkbook = values.file === "xlsx";
  const bytes = isWorkbook ? workbook() : csvFile();
  process.stdout.write(
    `${ROWS} rows, ${(bytes.length / 1_000_000).toFixed(1)} MB of ${values.file}, ${values.database}\n`,
  );
  await goThrough(server, isWorkbook ? "list.xlsx" : "list.csv", bytes);
} finally {
  server.stop();
  await own?.drop();
  await mysql?.stop();
  rmSync(folder, { recursive: true, force: true });
}
