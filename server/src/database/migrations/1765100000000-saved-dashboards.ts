import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, createTable, flag, id, instant, longText, text } from "./table.ts";

/** The filters that users keep of the dashboard, and what a message is about. */
export class SavedDashboards1765100000000 implements MigrationInterface {
  name = "SavedDashboards1765100000000";

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      "saved_dashboards",
      {
        id: id.primary,
        user_id: id.make,
        name: text(100).make,
        filter: longText.make,
        period: text(20).nullable,
        monthly: flag.make,
        last_month: text(7).make,
        created_at: instant.make,
      },
      [["user_id"], ["monthly", "last_month"]],
    );
    await addColumns(runner, "mail_jobs", { subject_id: id.nullable });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn("mail_jobs", "subject_id");
    await runner.dropTable("saved_dashboards");
  }
}
