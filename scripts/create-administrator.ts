import { generate } from "./build.ts";

await generate();
const { askForAdministrator } = await import("../server/src/create-administrator.ts");
try {
  await askForAdministrator();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
