import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, addIndex, flagToSet, indexName } from "./table.ts";

const BEFORE = ["layer", "last_contact", "name_sort", "partner_id"];
const NOW = ["layer", "is_under_way", "last_contact", "name_sort", "partner_id"];

/**
 * Where something is under way a partner is never quiet, however long ago the last contact began: those stand apart in the
 * index, so that whoever looks for the quiet ones does not read past them.
 */
export class RelationsUnderWay1765400000000 implements MigrationInterface {
  name = "RelationsUnderWay1765400000000";

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, "relations", { is_under_way: flagToSet });
    await runner.query("UPDATE relations SET is_under_way = 1 WHERE quiet_day = ''");
    await runner.dropIndex("relations", indexName("relations", BEFORE));
    await addIndex(runner, "relations", NOW);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex("relations", indexName("relations", NOW));
    await addIndex(runner, "relations", BEFORE);
    await runner.dropColumn("relations", "is_under_way");
  }
}
