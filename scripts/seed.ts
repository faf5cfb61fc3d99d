import { parseArgs } from "node:util";
import { generate } from "./build.ts";

const { values } = parseArgs({ options: { size: { type: "string", default: "1000" } } });
const size = Number(values.size);
if (!Number.isInteger(size) || size < 1 || size > 5_000_000) {
  process.stderr.write(`--size is "${values.size}". Give a whole number from 1 to 5,000,000.\n`);
  process.exit(1);
}

await generate();
const { openApplicationDatabase } = await import("../server/src/application.ts");
const { environment } = await import("../server/src/environment.ts");
const { isEmpty, loadDemoData } = await import("../server/src/features/demo/demo.service.ts");
const { readSettings } = await import("../server/src/settings.ts");
const { seed } = await import("../server/src/seed.ts");

const settings = readSettings(environment());
const database = await openApplicationDatabase(settings);
try {
  if (await isEmpty(database)) await loadDemoData(database, settings.keys);
  await seed(database, size, (done) => {
    if (done % 10_000 === 0 || done === size) process.stdout.write(`${done} of ${size} collaborations\n`);
  });
} finally {
  await database.close();
}
