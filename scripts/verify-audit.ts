import { parseArgs } from "node:util";
import { generate } from "./build.ts";

const { values } = parseArgs({ options: { since: { type: "string" } } });
await generate();
const { runVerification } = await import("../server/src/verify-audit.ts");
if (!(await runVerification(values.since))) process.exitCode = 1;
