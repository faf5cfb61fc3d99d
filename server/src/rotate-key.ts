import { readFileSync, writeFileSync } from "node:fs";
import sql, { raw } from "sql-template-tag";
import { openApplicationDatabase } from "./application.ts";
import type { Database } from "./database/database.ts";
import { textOf } from "./database/rows.ts";
import { environment } from "./environment.ts";
import { codesContext } from "./features/accounts/one-time-codes.ts";
import { signingKeyContext } from "./features/recognitions/certificates.entity.ts";
import { trueNameContext } from "./records/true-names.entity.ts";
import { type KeyRing, keyIdOf, newKey } from "./sealing.ts";
import { localKeyFile, readSettings } from "./settings.ts";

/** Every column that is sealed, and the context in which its values open. */
const SEALED = [
  { table: "true_names", id: "appearance_id", column: "sealed", contextOf: trueNameContext },
  { table: "users", id: "id", column: "codes_secret", contextOf: codesContext },
  { table: "users", id: "id", column: "codes_pending", contextOf: codesContext },
  { table: "signing_keys", id: "id", column: "sealed", contextOf: signingKeyContext },
] as const;

/**
 * Seals everything anew that is not sealed under the newest key, each value on its own: what is interrupted goes on
 * where it was. Answers how many values that were.
 * @throws an Error where a key is missing under which a value is sealed
 */
export async function rotateKey(database: Database, keys: KeyRing): Promise<number> {
  let rotated = 0;
  for (const { table, id, column, contextOf } of SEALED) {
    const rows = await database.raw(
      sql`SELECT ${raw(id)} AS id, ${raw(column)} AS sealed FROM ${raw(table)} WHERE ${raw(column)} IS NOT NULL`,
    );
    for (const row of rows) {
      const sealed = textOf(row, "sealed");
      if (keyIdOf(sealed) === keys.newest) continue;
      const context = contextOf(textOf(row, "id"));
      const anew = keys.seal(keys.open(sealed, context), context);
      // Whoever changed it in between sealed it under the newest key already.
      rotated += await database.transaction((transaction) =>
        transaction.execute(
          sql`UPDATE ${raw(table)} SET ${raw(column)} = ${anew} WHERE ${raw(id)} = ${textOf(row, "id")} AND ${raw(column)} = ${sealed}`,
        ),
      );
    }
  }
  return rotated;
}

/** Rotates to the first key of DATA_KEY; where the keys are kept in a file, to a new one. */
export async function runRotation(): Promise<void> {
  const given = environment();
  const file = localKeyFile(given);
  if (file) {
    const { keys } = readSettings(given);
    writeFileSync(file, `${newKey()},${readFileSync(file, "utf8").trim()}`, { mode: 0o600 });
    process.stdout.write(`A new key goes before ${keys.newest} in ${file}.\n`);
  }
  const settings = readSettings(given);
  const database = await openApplicationDatabase(settings);
  try {
    const rotated = await rotateKey(database, settings.keys);
    process.stdout.write(`${rotated} values were sealed anew under the key ${settings.keys.newest}.\n`);
  } finally {
    await database.close();
  }
  // A server that still runs seals under the key before: it stays until the next rotation.
  if (file) writeFileSync(file, readFileSync(file, "utf8").split(",").slice(0, 2).join(","), { mode: 0o600 });
  process.stdout.write(
    file
      ? "Restart Concord, so that it seals under the new key.\n"
      : "Leave the newest key alone in DATA_KEY, restart Concord, and keep the old one as long as the backups from before.\n",
  );
}
