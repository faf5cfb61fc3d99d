import sql from "sql-template-tag";
import type { MigrationInterface, QueryRunner } from "typeorm";
import { v7 } from "uuid";
import { numberOf, type RawRow, textOf } from "../rows.ts";
import { addColumns, createTable, id, idToFill, instant, text } from "./table.ts";

/** Appearances get ids that stay, and true names are kept for them, sealed. */
export class TrueNames1764300000000 implements MigrationInterface {
  name = "TrueNames1764300000000";

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, "appearances", { id: idToFill });
    const rows: RawRow[] = await runner.query("SELECT collaboration_id, position FROM appearances");
    for (const row of rows) {
      const fill = sql`UPDATE appearances SET id = ${v7()}
        WHERE collaboration_id = ${textOf(row, "collaboration_id")} AND position = ${numberOf(row, "position")}`;
      await runner.query(fill.sql, fill.values);
    }
    await createTable(
      runner,
      "true_names",
      {
        appearance_id: id.primary,
        collaboration_id: id.make,
        sealed: text(2000).make,
        created_at: instant.make,
      },
      [["collaboration_id"]],
    );
  }

  async down(): Promise<void> {
    throw new Error("True names are not thrown away: restore the backup from before the update instead.");
  }
}
