import sql, { join } from "sql-template-tag";
import { defineRecordLoader } from "../../records/by-id.ts";
import { defineLoader } from "../../records/loader.ts";
import { type PositionRow, positionEntity } from "./people.entity.ts";
import { personRecord } from "./people.record.ts";

/** People who are there for the viewer. */
export const personById = defineRecordLoader(personRecord.entity, personRecord.policy);

/** The positions of people, the newest first. */
export const positionsOf = defineLoader<string, PositionRow[]>(async (viewing, personIds) => {
  const rows = await viewing.database.find(
    positionEntity,
    sql`SELECT * FROM positions WHERE person_id IN (${join([...personIds])}) ORDER BY person_id, position`,
  );
  const positions = Map.groupBy(rows, (row) => row.personId);
  return personIds.map((personId) => positions.get(personId) ?? []);
});
