import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// The real server, from its sources, over a database of its own that is thrown away.
const folder = mkdtempSync(join(tmpdir(), "concord-e2e-"));
process.env["DATABASE_URL"] = process.env["E2E_DATABASE_URL"] ?? `sqlite:${join(folder, "e2e.sqlite")}`;
process.env["FILES_DIR"] ??= join(folder, "files");
process.env["PORT"] = process.env["E2E_PORT"] ?? "4310";
process.env["DEMO"] = "true";
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

await import("../server/src/main.ts");
