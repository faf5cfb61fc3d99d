import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, id, instant, integer, text } from "./table.ts";

/** Files that belong to records. */
export class Files1764400000000 implements MigrationInterface {
  name = "Files1764400000000";

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      "files",
      {
        id: id.primary,
        record_kind: text(20).make,
        record_id: id.make,
        name: text(200).make,
        media_type: text(100).make,
        size: integer.make,
        sha256: text(64).make,
        storage_name: text(64).make,
        user_id: id.make,
        created_at: instant.make,
      },
      [["record_id", "id"]],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("files");
  }
}
