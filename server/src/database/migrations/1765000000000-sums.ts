import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, day, id, integer, longText, sum, text } from "./table.ts";

/**
 * Sums for the dashboard and the counts of lists, kept up to date by each write; what each record counts for in them; what is
 * known between us and each partner; and by which version of their rules they were made. They are filled at the next start.
 */
export class Sums1765000000000 implements MigrationInterface {
  name = "Sums1765000000000";

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, "sums", {
      kind: text(20).primary,
      dims: text(3).primary,
      restricted: integer.primary,
      grain: text(8).primary,
      office_id: id.primary,
      place: text(300).primary,
      focus_areas: integer.primary,
      detail: text(40).primary,
      time: text(10).primary,
      total: sum.make,
      people_rescued: sum.make,
      children_brought_to_safety: sum.make,
      suspects_arrested: sum.make,
      suspects_restrained: sum.make,
      suspects_charged: sum.make,
      convictions: sum.make,
      people_trained: sum.make,
      survivors_supported: sum.make,
      messages_sent: sum.make,
    });
    await createTable(
      runner,
      "counted",
      { record_id: id.primary, kind: text(20).make, restricted: integer.make, facts: longText.make },
      [["kind", "record_id"]],
    );
    await createTable(
      runner,
      "relations",
      {
        partner_id: id.primary,
        office_id: id.primary,
        last_day: day.nullable,
        under_way: integer.make,
        first_day: day.nullable,
        begun: integer.make,
        first_begun: integer.nullable,
        last_begun: integer.nullable,
        next_begin: day.nullable,
        received: integer.make,
        given: integer.make,
        last_contact: day.nullable,
      },
      [["next_begin", "partner_id"]],
    );
    await createTable(runner, "sums_state", { id: integer.primary, version: integer.make, run: id.nullable });
    await runner.query("INSERT INTO sums_state (id, version, run) VALUES (1, 0, NULL)");
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ["sums_state", "relations", "counted", "sums"]) await runner.dropTable(table);
  }
}
