import { parseArgs } from "node:util";
import { generate } from "./build.ts";

const { values } = parseArgs({ options: { held: { type: "boolean", default: false } } });
await generate();
const { reportDuplicates } = await import("../server/src/duplicates-report.ts");
process.stdout.write(await reportDuplicates(values.held));
