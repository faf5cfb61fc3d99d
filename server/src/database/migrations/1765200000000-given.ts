import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, addIndex, createTable, id, instant, longText, text, textExisting } from "./table.ts";

/** Recognitions that we give: from the proposal to the certificate, and the keys that sign it. */
export class Given1765200000000 implements MigrationInterface {
  name = "Given1765200000000";

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, "recognitions", {
      stage: textExisting(20, "HANDED_OVER"),
      proposed_by: id.nullable,
      decided_by: id.nullable,
      decision_reason: longText.nullable,
      handed_over_on: text(10).nullable,
    });
    await addIndex(runner, "recognitions", ["stage", "date_first", "id"]);
    await createTable(
      runner,
      "certificates",
      {
        id: id.primary,
        recognition_id: id.make,
        code: text(32).make,
        words: longText.make,
        credentials: longText.make,
        issued_at: instant.make,
        issued_by: id.make,
        withdrawn_at: instant.nullable,
        withdrawn_by: id.nullable,
        withdrawal_reason: longText.nullable,
      },
      [["recognition_id"]],
      [["code"]],
    );
    await createTable(runner, "signing_keys", {
      id: text(64).primary,
      sealed: text(2000).make,
      created_at: instant.make,
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("signing_keys");
    await runner.dropTable("certificates");
    await runner.dropIndex("recognitions", "recognitions_stage_date_first_id");
    for (const column of ["handed_over_on", "decision_reason", "decided_by", "proposed_by", "stage"]) {
      await runner.dropColumn("recognitions", column);
    }
  }
}
