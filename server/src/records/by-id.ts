import { FOCUS_AREA_LABELS, type FocusArea, isCode } from "@concord/shared/vocabularies";
import sql, { empty, join } from "sql-template-tag";
import type { EntitySchema, ObjectLiteral } from "typeorm";
import type { Policy } from "../access/policies.ts";
import type { RecordRow } from "../database/columns.ts";
import { type SomeColumns, selected, textOf, withColumn } from "../database/rows.ts";
import { notFound } from "../errors.ts";
import { focusAreasOf } from "./list-loaders.ts";
import { defineLoader, type Loader } from "./loader.ts";
import { leadOf } from "./merges.ts";
import { tableOf, whereInTrash, whereThere } from "./scope.ts";
import type { Viewing } from "./viewing.ts";

/** Records by id, as far as they are there for the viewer; else null. */
export function defineRecordLoader<Row extends RecordRow>(
  entity: EntitySchema<Row>,
  policy: Policy,
): Loader<string, Row | null> {
  return defineLoader(async (viewing, ids) => {
    const rows = await viewing.database.find(
      entity,
      sql`SELECT t.* FROM ${tableOf(entity)} t WHERE t.id IN (${join([...ids])}) AND ${whereThere(viewing.viewer, policy, "t")}`,
    );
    return inOrder(ids, rows);
  });
}

/** Rows of a table without access rules or trash, as offices. */
export function defineRowLoader<Row extends ObjectLiteral & { id: string }>(
  entity: EntitySchema<Row>,
): Loader<string, Row | null> {
  return defineLoader(async (viewing, ids) =>
    inOrder(
      ids,
      await viewing.database.find(entity, sql`SELECT * FROM ${tableOf(entity)} WHERE id IN (${join([...ids])})`),
    ),
  );
}

function inOrder<Row extends { id: string }>(ids: readonly string[], rows: readonly Row[]): (Row | null)[] {
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
}

/**
 * One record for its own page: also from the trash, where the viewer may restore it. The id of a record that was merged
 * into another one answers the one that stays. Where some columns are asked for, it has these.
 * @throws NOT_FOUND in the same words for what is not there and for what the viewer may not read
 */
export async function readRecord<Row extends RecordRow>(
  viewing: Viewing,
  definition: { readonly entity: EntitySchema<Row>; readonly policy: Policy; readonly noun: string },
  id: string,
  asked: SomeColumns<Row> | null = null,
): Promise<Row> {
  const columns = asked && withColumn<Row>(asked, "deletedAt");
  const row = await pageRow(viewing, definition, id, columns);
  if (row?.deletedAt === null) return row;
  const keptId = await leadOf(viewing.database, id);
  const kept = keptId === undefined ? row : await pageRow(viewing, definition, keptId, columns);
  if (!kept) throw notFound(definition.noun, id);
  return kept;
}

async function pageRow<Row extends RecordRow>(
  viewing: Viewing,
  { entity, policy }: { readonly entity: EntitySchema<Row>; readonly policy: Policy },
  id: string,
  columns: SomeColumns<Row> | null,
): Promise<Row | undefined> {
  const { viewer, database } = viewing;
  const [row] = await database.raw(
    sql`SELECT ${selected("t", columns)}${columns?.withFocusAreas ? FOCUS_AREAS : empty} FROM ${tableOf(entity)} t
        WHERE t.id = ${id} AND ((${whereThere(viewer, policy, "t")}) OR (${whereInTrash(viewer, policy, "t")}))`,
  );
  if (row && columns?.withFocusAreas) focusAreasOf.know(viewing, id, focusAreasIn(textOf(row, "listed_focus_areas")));
  return row && database.decoder(entity, { columns })(row);
}

/** The focus areas of one record in their order, read with it: a statement of their own takes as long as the record's. */
const FOCUS_AREAS = sql`, (SELECT GROUP_CONCAT(f.focus_area ORDER BY f.position) FROM record_focus_areas f
  WHERE f.record_id = t.id) AS listed_focus_areas`;

function focusAreasIn(text: string): FocusArea[] {
  return text.split(",").filter((code) => isCode(FOCUS_AREA_LABELS, code));
}
