import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, createTable, day, id, integer, integerFromOne, sum, text } from "./table.ts";

/**
 * What is known between us and each partner is kept as it stands (its rhythm, its balance, the day from which on it is
 * quiet) and counted in the sums, whose details are longer for it. All of them are made anew at the next start. How often the
 * sums were changed is counted, so that what was read of them can be remembered.
 */
export class RelationStates1765300000000 implements MigrationInterface {
  name = "RelationStates1765300000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.dropTable("relations");
    await createTable(
      runner,
      "relations",
      {
        partner_id: id.primary,
        layer: id.primary,
        office_id: id.make,
        country: text(2).make,
        focus_areas: integer.make,
        name_sort: text(400).make,
        quiet_day: day.make,
        rhythm: text(20).make,
        balance: text(20).make,
        last_contact: day.make,
        span: integer.make,
        gaps: integer.make,
        next_begin: day.nullable,
      },
      [
        ["next_begin", "partner_id"],
        ["layer", "last_contact", "name_sort", "partner_id"],
      ],
    );
    await makeSums(runner, 60);
    await addColumns(runner, "sums_state", { writes: integerFromOne });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn("sums_state", "writes");
    await makeSums(runner, 40);
    await runner.dropTable("relations");
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
  }
}

/** Sums with room for so long a detail, of nothing; what was counted in those before is forgotten with them. */
async function makeSums(runner: QueryRunner, detail: number): Promise<void> {
  await runner.dropTable("sums");
  await createTable(runner, "sums", {
    kind: text(20).primary,
    dims: text(3).primary,
    restricted: integer.primary,
    grain: text(8).primary,
    office_id: id.primary,
    place: text(300).primary,
    focus_areas: integer.primary,
    detail: text(detail).primary,
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
  await runner.query("DELETE FROM counted");
  await runner.query("UPDATE sums_state SET version = 0 WHERE id = 1");
}
