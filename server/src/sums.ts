import { openApplicationDatabase } from "./application.ts";
import { environment } from "./environment.ts";
import { checkSums } from "./features/sums/check-sums.ts";
import { rebuildSums } from "./features/sums/rebuild-sums.ts";
import { readSettings } from "./settings.ts";

/** Counts the whole register anew; Concord may serve meanwhile. */
export async function runRebuild(): Promise<void> {
  const database = await openApplicationDatabase(readSettings(environment()));
  let records = 0;
  try {
    await rebuildSums(database, (done) => {
      records = done;
      if (done % 50_000 === 0) process.stdout.write(`${done} records\n`);
    });
    process.stdout.write(`The sums were made anew from ${records} records.\n`);
  } finally {
    await database.close();
  }
}

/** Compares the sums with a count from scratch, and says every difference; answers whether there is none. */
export async function runCheck(): Promise<boolean> {
  const database = await openApplicationDatabase(readSettings(environment()));
  try {
    const { sums, differences } = await checkSums(database);
    process.stdout.write(differences.map((difference) => `${difference}\n`).join(""));
    process.stdout.write(
      differences.length === 0
        ? `The ${sums} sums are what a count from scratch finds.\n`
        : `The sums are NOT right: ${differences.length} differences. npm run rebuild-sums makes them anew.\n`,
    );
    return differences.length === 0;
  } finally {
    await database.close();
  }
}
