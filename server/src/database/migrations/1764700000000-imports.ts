import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, addIndex, createTable, flag, id, instant, integer, longText, text } from "./table.ts";

/** What other systems call our records, addresses to recognise people and partners by, and the imports of spreadsheets. */
export class Imports1764700000000 implements MigrationInterface {
  name = "Imports1764700000000";

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, "partners", { email: text(254).nullable });
    await addColumns(runner, "people", { email: text(254).nullable });
    await addIndex(runner, "partners", ["email"]);
    await addIndex(runner, "people", ["email"]);
    await createTable(
      runner,
      "record_external_ids",
      {
        record_id: id.primary,
        position: integer.primary,
        system_name: text(50).make,
        value: text(100).make,
        lookup: text(250).make,
      },
      [["lookup"]],
    );
    await createTable(
      runner,
      "imports",
      {
        id: id.primary,
        kind: text(20).make,
        state: text(20).make,
        user_id: id.make,
        actor_id: id.make,
        address: text(45).nullable,
        agent: text(200).nullable,
        file_name: text(200).make,
        file_size: integer.make,
        sha256: text(64).make,
        storage_name: text(64).nullable,
        format: longText.make,
        columns: longText.make,
        mapping: longText.nullable,
        total: integer.make,
        goal: integer.make,
        done: integer.make,
        failure: longText.nullable,
        created_at: instant.make,
        finished_at: instant.nullable,
        lease_owner: id.nullable,
        lease_until: instant.nullable,
        attempts: integer.make,
      },
      [["user_id", "id"], ["state"], ["created_at"]],
    );
    await createTable(
      runner,
      "import_rows",
      {
        id: id.primary,
        import_id: id.make,
        number: integer.make,
        cells: longText.make,
        verdict: text(20).nullable,
        reasons: longText.make,
        said: longText.nullable,
        row_key: text(64).nullable,
        record_id: id.nullable,
        matched_by: text(20).nullable,
        score: integer.nullable,
        same_as_row: integer.nullable,
        record_version: integer.nullable,
        changes: longText.nullable,
        new_id: id.nullable,
        can_create: flag.make,
        can_update: flag.make,
        decision: text(10).make,
        result: text(20).nullable,
        result_id: id.nullable,
        result_version: integer.nullable,
        replaced: longText.nullable,
      },
      [
        ["import_id", "verdict", "number"],
        ["import_id", "verdict", "decision", "result"],
      ],
      [["import_id", "number"]],
    );
    await createTable(
      runner,
      "import_keys",
      {
        row_key: text(64).primary,
        record_id: id.primary,
        import_id: id.make,
        said_hash: text(64).make,
      },
      [["import_id"], ["record_id"]],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ["import_keys", "import_rows", "imports", "record_external_ids"]) await runner.dropTable(table);
    await runner.dropColumn("people", "email");
    await runner.dropColumn("partners", "email");
  }
}
