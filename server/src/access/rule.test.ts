import type { Confidentiality, Role } from "@concord/shared/vocabularies";
import fc from "fast-check";
import sql from "sql-template-tag";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDatabase } from "../database/connection.ts";
import type { Database } from "../database/database.ts";
import { migrations } from "../database/migrations/migrations.ts";
import { entities } from "../features/entities.ts";
import { ownDatabase } from "../testing/application.ts";
import { policies } from "./policies.ts";

/** The two forms of every rule, held against each other on all combinations that there are. */

const ROLES: readonly Role[] = ["PARTNERSHIP_MANAGER", "REGIONAL_OFFICE", "LEADERSHIP", "ADMINISTRATOR"];
const LEVELS: readonly Confidentiality[] = ["PUBLIC", "INTERNAL", "RESTRICTED"];
const OFFICES = [v7(), v7()];
const USERS = [v7(), v7()];

let database: Database;
let dispose: () => Promise<void>;
const records: { id: string; officeId: string; confidentiality: Confidentiality; memberIds: string[] }[] = [];

beforeAll(async () => {
  const own = await ownDatabase();
  dispose = own.dispose;
  database = await openDatabase(own.url, entities, migrations);
  for (const officeId of OFFICES) {
    for (const confidentiality of LEVELS) {
      for (const memberIds of [[], [USERS[0] ?? ""], USERS])
        records.push({ id: v7(), officeId, confidentiality, memberIds });
    }
  }
  await database.transaction(async (transaction) => {
    for (const { id, officeId, confidentiality, memberIds } of records) {
      await transaction.execute(sql`INSERT INTO statements (id, version, created_at, updated_at, text, language, date_first,
        date_last, ours, speaker_name, speaker_sort, confidentiality, office_id)
        VALUES (${id}, 1, '', '', '', 'en', '', '', 0, '', '', ${confidentiality}, ${officeId})`);
      for (const [position, userId] of memberIds.entries()) {
        await transaction.execute(sql`INSERT INTO record_members VALUES (${id}, ${userId}, ${position})`);
      }
    }
  });
});
afterAll(async () => {
  await database.close();
  await dispose();
});

it.each(["read", "edit"] as const)(
  "the rule %s answers for one record as its WHERE clause answers for all",
  async (action) => {
    const rule = policies.STATEMENT.policy[action];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...ROLES),
        fc.constantFrom(...OFFICES),
        fc.constantFrom(...USERS, v7()),
        async (role, officeId, id) => {
          const viewer = { id, role, officeId };
          const rows = await database.raw(sql`SELECT t.id FROM statements t WHERE ${rule.where(viewer, "t")}`);
          const allowed = records.filter((record) => rule.allows(viewer, record)).map((record) => record.id);
          expect(rows.map((row) => row["id"]).toSorted()).toEqual(allowed.toSorted());
        },
      ),
      { numRuns: 60 },
    );
  },
);

it("says in sentences who may read what is restricted", () => {
  expect(policies.COLLABORATION.policy.read.sentence).toBe(
    "the record is public or internal, or the viewer is administrator, or (the viewer is partnership manager or regional office, and the viewer's office is responsible for the record), or the viewer is a named member of the record",
  );
});
