import { generate } from "./build.ts";

await generate();
const { runRotation } = await import("../server/src/rotate-key.ts");
try {
  await runRotation();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
