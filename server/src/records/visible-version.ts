import sql, { join, raw } from "sql-template-tag";
import { EntitySchema } from "typeorm";
import { policies } from "../access/policies.ts";
import { id, integer, primary, type RecordRow } from "../database/columns.ts";
import type { Reader, Transaction } from "../database/database.ts";
import { numberOf, textOf } from "../database/rows.ts";
import { defineLoader } from "./loader.ts";
import { whereReadable } from "./scope.ts";
import type { Viewing } from "./viewing.ts";

interface LinkWrite {
  recordId: string;
  version: number;
  linkId: string;
}

/** The versions of records that came of nothing but a change of links, with the collaborations linked or unlinked. */
export const linkWriteEntity = new EntitySchema<LinkWrite>({
  name: "link_writes",
  columns: { recordId: primary(id), version: primary(integer), linkId: primary(id) },
});

/** Remembers that a version of a record came of nothing but these links. */
export function rememberLinkWrite(
  transaction: Transaction,
  recordId: string,
  version: number,
  linkIds: readonly string[],
): Promise<void> {
  return transaction.insert(
    linkWriteEntity,
    linkIds.map((linkId) => ({ recordId, version, linkId })),
  );
}

/**
 * The version of a record as the viewer knows it: without those that came of nothing but links to what they may not
 * know of. A version that grew would tell that such a thing is there; and a write of theirs, which cannot touch those
 * links, is in conflict with none of them.
 */
export async function visibleVersion(viewing: Viewing, row: Pick<RecordRow, "id" | "version">): Promise<number> {
  return row.version - (await hiddenVersions(viewing, row.id));
}

/** The same as `visibleVersion`, as a transaction sees it. */
export async function versionWithin(
  viewing: Viewing,
  reader: Reader,
  row: Pick<RecordRow, "id" | "version">,
): Promise<number> {
  return row.version - ((await countHidden(viewing, reader, [row.id])).get(row.id) ?? 0);
}

/** The same for many records, by id. */
export async function versionsWithin(
  viewing: Viewing,
  reader: Reader,
  rows: readonly Pick<RecordRow, "id" | "version">[],
): Promise<ReadonlyMap<string, number>> {
  if (rows.length === 0) return new Map();
  const ids = rows.map((row) => row.id);
  const hidden = await countHidden(viewing, reader, ids);
  return new Map(rows.map(({ id: recordId, version }) => [recordId, version - (hidden.get(recordId) ?? 0)]));
}

const hiddenVersions = defineLoader<string, number>(async (viewing, ids) => {
  const hidden = await countHidden(viewing, viewing.database, ids);
  return ids.map((recordId) => hidden.get(recordId) ?? 0);
});

async function countHidden(
  viewing: Viewing,
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { table, policy } = policies.COLLABORATION;
  const rows = await reader.raw(
    sql`SELECT record_id, COUNT(*) AS hidden FROM (
          SELECT w.record_id, w.version FROM link_writes w
          LEFT JOIN ${raw(table)} linked ON linked.id = w.link_id AND ${whereReadable(viewing.viewer, policy, "linked")}
          WHERE w.record_id IN (${join([...ids])})
          GROUP BY w.record_id, w.version HAVING COUNT(linked.id) = 0
        ) unseen GROUP BY record_id`,
  );
  return new Map(rows.map((row) => [textOf(row, "record_id"), numberOf(row, "hidden")]));
}
