import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { generate, ROOT } from "./build.ts";

const BIN = join(ROOT, "node_modules", ".bin");

/** The server, started again at each change; the client's own server, which shows a change at once; and the generator. */
const PROGRAMS: readonly (readonly [string, readonly string[]])[] = [
  ["node", ["--watch", "server/src/main.ts"]],
  ["vite", ["client"]],
  ["graphql-codegen", ["--config", "codegen.ts", "--watch"]],
];

await generate();
const children: ChildProcess[] = PROGRAMS.map(([program, args]) =>
  spawn(join(BIN, program), [...args], { cwd: ROOT, stdio: "inherit" }),
);
const stop = () => {
  for (const child of children) child.kill();
};
process.once("SIGINT", stop);
process.once("SIGTERM", stop);
