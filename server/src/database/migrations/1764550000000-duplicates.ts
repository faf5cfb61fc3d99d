import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, id, instant, integer, longText, text } from "./table.ts";

/**
 * The keys by which likely duplicates are found, the pairs that were found, and by which version of the keys. They are
 * filled at the next start, since what they are made of is the features' to say, and changes.
 */
export class Duplicates1764550000000 implements MigrationInterface {
  name = "Duplicates1764550000000";

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      "match_keys",
      { record_id: id.primary, match_key: text(64).primary, kind: text(20).make },
      [["kind", "match_key", "record_id"]],
    );
    await createTable(
      runner,
      "duplicate_pairs",
      {
        id: id.primary,
        kind: text(20).make,
        one_id: id.make,
        other_id: id.make,
        score: integer.make,
        reasons: longText.make,
        names_digest: text(64).make,
        dismissed_at: instant.nullable,
        dismissed_by: id.nullable,
      },
      [["other_id"], ["dismissed_at", "score", "id"]],
      [["one_id", "other_id"]],
    );
    await createTable(runner, "match_versions", { kind: text(20).primary, version: integer.make });
    await runner.query("INSERT INTO match_versions (kind, version) VALUES ('PARTNER', 0), ('PERSON', 0)");
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ["match_versions", "duplicate_pairs", "match_keys"]) await runner.dropTable(table);
  }
}
