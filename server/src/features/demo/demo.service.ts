import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fold } from "@concord/shared/fold";
import { ROLE_LABELS } from "@concord/shared/vocabularies";
import sql, { join } from "sql-template-tag";
import type { EntitySchema } from "typeorm";
import { parse } from "yaml";
import * as z from "zod";
import type { Database } from "../../database/database.ts";
import { numberOf } from "../../database/rows.ts";
import { Failure } from "../../errors.ts";
import { tableOf } from "../../records/scope.ts";
import { installation, type Viewing, viewingOf } from "../../records/viewing.ts";
import type { KeyRing } from "../../sealing.ts";
import { newUser, userEntity } from "../accounts/accounts.entity.ts";
import { hashPassword } from "../accounts/passwords.ts";
import { logCollaboration } from "../collaborations/collaborations.service.ts";
import { officeEntity } from "../offices/offices.entity.ts";
import { addPartner } from "../partners/partners.service.ts";
import { addPerson } from "../people/people.service.ts";
import { recordRecognition } from "../recognitions/recognitions.service.ts";
import { recordStatement } from "../statements/statements.service.ts";

const FOLDER = new URL("../../../demo/", import.meta.url);

/** Of every demo user; printed at the start and shown on the sign-in page, in demo mode only. */
export const DEMO_PASSWORD = "concord-demo";

const officesRule = z.array(
  z.strictObject({ key: z.string(), name: z.string(), city: z.string(), country: z.string().length(2) }),
);
const usersRule = z.array(
  z.strictObject({
    key: z.string(),
    name: z.string(),
    email: z.email(),
    role: z.enum(["PARTNERSHIP_MANAGER", "REGIONAL_OFFICE", "LEADERSHIP", "ADMINISTRATOR"]),
    office: z.string(),
  }),
);
const recordsRule = z.array(z.looseObject({ key: z.string() })).default([]);
const factRule = z.strictObject({
  partners: recordsRule,
  people: recordsRule,
  collaborations: recordsRule,
  recognitions: recordsRule,
  statements: recordsRule,
});

/** In the order in which they may refer to each other. */
const WRITERS = {
  partners: addPartner,
  people: addPerson,
  collaborations: logCollaboration,
  recognitions: recordRecognition,
  statements: recordStatement,
} as const;

/** Fields whose values are keys of other records in the files, at any depth. */
const REFERENCE_FIELDS = new Set([
  "office",
  "parent",
  "partner",
  "person",
  "follows",
  "honours",
  "about",
  "members",
  "employer",
]);

function readFile(name: string): unknown {
  return parse(readFileSync(new URL(name, FOLDER), "utf8"));
}

/** The demo users as the files name them. */
function demoAccounts() {
  return usersRule.parse(readFile("users.yaml"));
}

/**
 * The id that a key of the files stands for: the same in every installation, so that loading twice, or again after an
 * interruption, makes nothing twice. Its time part is the day of the first release.
 */
export function demoId(key: string): string {
  const hex = createHash("sha256").update(`concord demo ${key}`).digest("hex");
  return `019ab3c0-0000-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
}

function withIds(value: unknown, isReference = false): unknown {
  if (Array.isArray(value)) return value.map((item) => withIds(item, isReference));
  if (typeof value === "string") return isReference ? demoId(value) : value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [field, withIds(inner, REFERENCE_FIELDS.has(field))]),
  );
}

/** Whether nobody has an account yet. */
export async function isEmpty(database: Database): Promise<boolean> {
  const [row] = await database.raw(sql`SELECT COUNT(*) AS total FROM users`);
  return numberOf(row, "total") === 0;
}

/** Loads the demo data: the offices, the seven facts through the same services as the API, and at last the users. */
export async function loadDemoData(database: Database, keys: KeyRing): Promise<void> {
  const offices = officesRule.parse(readFile("offices.yaml"));
  await insertMissing(
    database,
    officeEntity,
    offices.map(({ key, name, city, country }) => ({
      id: demoId(key),
      version: 1,
      name,
      nameSort: fold(name),
      city,
      country,
    })),
  );
  const us = { id: "", role: "ADMINISTRATOR", officeId: demoId(offices[0]?.key ?? ""), isInstallation: true } as const;
  const viewing = viewingOf({ viewer: us, by: "SESSION" }, database, installation.origin, keys);
  const facts = readdirSync(FOLDER)
    .filter((name) => name.startsWith("fact-"))
    .toSorted();
  for (const name of facts) await loadFact(viewing, name);
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await insertMissing(
    database,
    userEntity,
    demoAccounts().map(({ key, name, email, role, office }) =>
      newUser({
        id: demoId(key),
        name,
        nameSort: fold(name),
        email,
        role,
        officeId: demoId(office),
        passwordHash,
      }),
    ),
  );
}

async function insertMissing<Row extends { id: string }>(
  database: Database,
  entity: EntitySchema<Row>,
  rows: readonly Row[],
): Promise<void> {
  await database.transaction(async (transaction) => {
    const there = await transaction.raw(
      sql`SELECT id FROM ${tableOf(entity)} WHERE id IN (${join(rows.map((row) => row.id))})`,
    );
    const known = new Set(there.map((row) => String(row["id"])));
    await transaction.insert(
      entity,
      rows.filter((row) => !known.has(row.id)),
    );
  });
}

async function loadFact(viewing: Viewing, file: string): Promise<void> {
  const fact = factRule.parse(readFile(file));
  for (const [list, write] of Object.entries(WRITERS)) {
    for (const { key, ...record } of recordsOf(fact, list)) {
      try {
        await write(viewing, { ...Object(withIds(record)), id: demoId(key) });
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        const fields =
          error.details.fields?.map(({ path, message }) => `${path}: ${message}`).join("\n  ") ?? error.message;
        throw new Error(`${file}: the ${list} record "${key}" is wrong.\n  ${fields}`);
      }
    }
  }
}

function recordsOf(fact: z.output<typeof factRule>, list: string) {
  return Object.entries(fact).find(([name]) => name === list)?.[1] ?? [];
}

/** The demo users that are there, for the sign-in page. */
export async function demoUsers(database: Database) {
  const accounts = demoAccounts();
  const rows = await database.raw(
    sql`SELECT u.email, o.name AS office FROM users u JOIN offices o ON o.id = u.office_id
        WHERE u.email IN (${join(accounts.map((account) => account.email))})`,
  );
  const offices = new Map(rows.map((row) => [String(row["email"]), String(row["office"])]));
  return accounts.flatMap(({ name, email, role }) => {
    const office = offices.get(email);
    return office === undefined ? [] : [{ name, email, role, office, password: DEMO_PASSWORD }];
  });
}

/** One line a demo user, for the terminal. */
export async function demoSignIns(database: Database): Promise<string[]> {
  const users = await demoUsers(database);
  return users.map(({ email, role, office }) => `  ${email.padEnd(24)} ${ROLE_LABELS[role]}, ${office}`);
}
