import { createInterface } from "node:readline";
import { fold } from "@concord/shared/fold";
import { administratorRule } from "@concord/shared/rules/accounts";
import { checkInput } from "@concord/shared/rules/check";
import sql from "sql-template-tag";
import { v7 } from "uuid";
import { openApplicationDatabase } from "./application.ts";
import type { Database } from "./database/database.ts";
import { textOf } from "./database/rows.ts";
import { environment } from "./environment.ts";
import { newUser, userEntity } from "./features/accounts/accounts.entity.ts";
import { hashPassword, refuseGuessable } from "./features/accounts/passwords.ts";
import { officeEntity } from "./features/offices/offices.entity.ts";
import { note } from "./records/audit-log.ts";
import { installation } from "./records/viewing.ts";
import { readSettings } from "./settings.ts";

/** Makes the first user of an installation without demo data, with the office to which they belong. */
export async function createAdministrator(database: Database, input: unknown): Promise<void> {
  const checked = checkInput(administratorRule, input);
  if (!checked.ok) throw new Error(checked.issues.map((issue) => issue.message).join(" "));
  const { name, email, password, office, country } = checked.value;
  await refuseGuessable(password, [name, email]);
  const passwordHash = await hashPassword(password);
  await database.transaction(async (transaction) => {
    const [taken] = await transaction.raw(sql`SELECT id FROM users WHERE email = ${email}`);
    if (taken) throw new Error(`There is a user with the e-mail address ${email} already. Give another one.`);
    const [known] = await transaction.raw(sql`SELECT id FROM offices WHERE name_sort = ${fold(office)}`);
    const officeId = known ? textOf(known, "id") : v7();
    if (!known) {
      await transaction.insert(officeEntity, [
        { id: officeId, version: 1, name: office, nameSort: fold(office), country, city: null },
      ]);
    }
    const user = {
      id: v7(),
      name,
      nameSort: fold(name),
      email,
      role: "ADMINISTRATOR",
      officeId,
      passwordHash,
    } as const;
    await transaction.insert(userEntity, [newUser(user)]);
    note(transaction, installation, { action: "INVITE_USER", subject: { kind: "USER", id: user.id } });
  });
}

/** Asks in the terminal, or reads one answer a line; the password may come from CONCORD_PASSWORD instead. */
export async function askForAdministrator(): Promise<void> {
  const database = await openApplicationDatabase(readSettings(environment()));
  const terminal = createInterface({ input: process.stdin });
  const lines = terminal[Symbol.asyncIterator]();
  const ask = async (question: string) => {
    process.stdout.write(`${question}: `);
    const line = await lines.next();
    return line.done ? "" : line.value;
  };
  try {
    const name = await ask("Name");
    const email = await ask("E-mail address");
    const office = await ask("Office, as Manila");
    const country = await ask("Country of the office, as PH");
    const password = process.env["CONCORD_PASSWORD"] ?? (await ask("Password, at least 15 characters"));
    await createAdministrator(database, { name, email, office, country, password });
    process.stdout.write(`\n${email} can sign in as an administrator now.\n`);
  } finally {
    terminal.close();
    await database.close();
  }
}
