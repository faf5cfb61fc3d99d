import { generate } from "./build.ts";

await generate();
const { runRebuild } = await import("../server/src/sums.ts");
await runRebuild();
