import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, id, integer } from "./table.ts";

/** Which versions of a record came of nothing but a link: who may not know of the linked one does not see them. */
export class LinkWrites1764500000000 implements MigrationInterface {
  name = "LinkWrites1764500000000";

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, "link_writes", { record_id: id.primary, version: integer.primary, link_id: id.primary }, [
      ["link_id"],
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("link_writes");
  }
}
