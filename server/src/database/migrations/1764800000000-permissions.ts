import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, day, flag, integer, longText, text, textExisting } from "./table.ts";

/**
 * Of a statement it was kept whether we may publish it; now it is kept who permits it, when and how, too. Of a picture it
 * is kept how large it is, so that a page knows its place before it has come.
 */
export class Permissions1764800000000 implements MigrationInterface {
  name = "Permissions1764800000000";

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, "statements", {
      permission_status: textExisting(20, "NOT_ASKED"),
      permission_by: text(200).nullable,
      permission_date_edtf: day.nullable,
      permission_note: longText.nullable,
    });
    await runner.query("UPDATE statements SET permission_status = 'GRANTED' WHERE publishable = 1");
    await runner.dropColumn("statements", "publishable");
    await addColumns(runner, "files", { width: integer.nullable, height: integer.nullable });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns("files", ["width", "height"]);
    await addColumns(runner, "statements", { publishable: flag.nullable });
    await runner.query("UPDATE statements SET publishable = CASE WHEN permission_status = 'GRANTED' THEN 1 ELSE 0 END");
    await runner.dropColumns("statements", [
      "permission_status",
      "permission_by",
      "permission_date_edtf",
      "permission_note",
    ]);
  }
}
