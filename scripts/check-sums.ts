import { generate } from "./build.ts";

await generate();
const { runCheck } = await import("../server/src/sums.ts");
if (!(await runCheck())) process.exitCode = 1;
