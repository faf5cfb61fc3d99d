import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, id, instant, integer, longText, text } from "./table.ts";

/** Which records were merged into which, and what each merge moved, so that it can be undone. */
export class Merges1764600000000 implements MigrationInterface {
  name = "Merges1764600000000";

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      "merges",
      {
        merged_id: id.primary,
        kind: text(20).make,
        kept_id: id.make,
        at: instant.make,
        changes: longText.make,
      },
      [["kept_id"]],
    );
    await createTable(
      runner,
      "merge_moves",
      {
        merged_id: id.primary,
        pointer: text(40).primary,
        owner_id: id.primary,
        position: integer.primary,
        slot: text(450).make,
        collapsed: longText.nullable,
      },
      [["owner_id"]],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("merge_moves");
    await runner.dropTable("merges");
  }
}
