import { openApplicationDatabase } from "./application.ts";
import { environment } from "./environment.ts";
import { verifyAuditLog } from "./features/audit/verify.ts";
import { readSettings } from "./settings.ts";

/** Verifies the audit log and says what it found; answers whether the log is whole. */
export async function runVerification(earlier: string | undefined): Promise<boolean> {
  const database = await openApplicationDatabase(readSettings(environment()));
  try {
    const { entries, head, faults } = await verifyAuditLog(database, earlier);
    process.stdout.write(faults.map((fault) => `${fault}\n`).join(""));
    process.stdout.write(
      faults.length === 0
        ? `The audit log is whole: ${entries} entries. Its head is ${head}; kept elsewhere, it shows the next time that nothing was cut off (--since ${head}).\n`
        : `The audit log is NOT whole: ${faults.length} faults in ${entries} entries.\n`,
    );
    return faults.length === 0;
  } finally {
    await database.close();
  }
}
