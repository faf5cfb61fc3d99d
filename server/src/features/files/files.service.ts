import { createHash } from "node:crypto";
import { PICTURE_TYPES } from "@concord/shared/attachments";
import { LIMITS } from "@concord/shared/limits";
import { codesOf, RECORD_KIND_LABELS, type RecordKind } from "@concord/shared/vocabularies";
import sql, { join, raw } from "sql-template-tag";
import { v7 } from "uuid";
import { gates } from "../../access/gates.ts";
import { policies } from "../../access/policies.ts";
import type { Transaction } from "../../database/database.ts";
import { numberOf, textOf } from "../../database/rows.ts";
import { forbidden, notFound } from "../../errors.ts";
import { note } from "../../records/audit-log.ts";
import { defineLoader } from "../../records/loader.ts";
import { leadOf } from "../../records/merges.ts";
import { whereInTrash, whereThere } from "../../records/scope.ts";
import { notingCaught, refuseTrueNames } from "../../records/true-names.ts";
import { actorOf, type Viewing } from "../../records/viewing.ts";
import { type Content, fileFault } from "./content.ts";
import { fileEntity, type StoredFile } from "./files.entity.ts";
import { remove, store } from "./storage.ts";

/** The files of records, the oldest first. Who reads the record reads them. */
export const filesOf = defineLoader<string, StoredFile[]>(async (viewing, recordIds) => {
  const rows = await viewing.database.find(
    fileEntity,
    sql`SELECT * FROM files WHERE record_id IN (${join([...recordIds])}) ORDER BY record_id, id`,
  );
  const files = Map.groupBy(rows, (row) => row.recordId);
  return recordIds.map((id) => files.get(id) ?? []);
});

/** Of each record the picture that was attached first, or null. */
export const pictureOf = defineLoader<string, StoredFile | null>(async (viewing, recordIds) => {
  const rows = await viewing.database.find(
    fileEntity,
    sql`SELECT * FROM files WHERE id IN (
        SELECT MIN(id) FROM files WHERE record_id IN (${join([...recordIds])}) AND media_type IN (${join(PICTURE_TYPES)})
        GROUP BY record_id)`,
  );
  const pictures = new Map(rows.map((row) => [row.recordId, row]));
  return recordIds.map((id) => pictures.get(id) ?? null);
});

/** Whether the viewer may edit the records of these files, and so remove them. */
export const isRemovable = defineLoader<StoredFile, boolean>(
  async (viewing, files) => {
    const editable = new Set<string>();
    if (!gates.writers.allows(viewing)) return files.map(() => false);
    for (const [kind, group] of Map.groupBy(files, (file) => file.recordKind)) {
      const { table, policy } = policies[kind];
      const rows = await viewing.database.raw(
        sql`SELECT t.id FROM ${raw(table)} t WHERE t.id IN (${join(group.map((file) => file.recordId))})
            AND t.deleted_at IS NULL AND ${policy.edit.where(viewing.viewer, "t")}`,
      );
      for (const row of rows) editable.add(textOf(row, "id"));
    }
    return files.map((file) => editable.has(file.recordId));
  },
  (file) => file.id,
);

/**
 * Attaches a file to a record that the viewer may edit; the id of one that was merged stands for the one that stays.
 * @throws NOT_FOUND, FORBIDDEN, BAD_USER_INPUT where the record has too many files or the name tells a true name
 */
export async function attachFile(
  viewing: Viewing,
  folder: string,
  wantedId: string,
  content: Content,
): Promise<StoredFile> {
  const storageName = await store(folder, content.bytes);
  try {
    return await notingCaught(viewing, () =>
      viewing.database.transaction(async (transaction) => {
        const recordId = (await leadOf(transaction, wantedId)) ?? wantedId;
        const kind = await editableKind(viewing, transaction, recordId);
        await refuseTooMany(transaction, recordId);
        await refuseTrueNames(viewing, transaction, recordId, await protectedBy(transaction, kind, recordId), [
          { path: "file", text: content.name },
        ]);
        const file: StoredFile = {
          id: v7(),
          recordKind: kind,
          recordId,
          name: content.name,
          mediaType: content.mediaType,
          size: content.bytes.length,
          width: content.width,
          height: content.height,
          sha256: createHash("sha256").update(content.bytes).digest("hex"),
          storageName,
          userId: viewing.viewer.id,
          createdAt: new Date().toISOString(),
        };
        await transaction.insert(fileEntity, [file]);
        noteFile(transaction, viewing, "ATTACH_FILE", file);
        return file;
      }),
    );
  } catch (error) {
    await remove(folder, storageName);
    throw error;
  }
}

/** A file whose record the viewer may read, also from the trash where they may restore it. @throws NOT_FOUND */
export async function readableFile(viewing: Viewing, id: string): Promise<StoredFile> {
  const [file] = await viewing.database.find(fileEntity, sql`SELECT * FROM files WHERE id = ${id}`);
  if (!file) throw notFound("file", id);
  const { table, policy } = policies[file.recordKind];
  const { viewer } = viewing;
  const readable = await viewing.database.raw(
    sql`SELECT t.id FROM ${raw(table)} t WHERE t.id = ${file.recordId}
        AND ((${whereThere(viewer, policy, "t")}) OR (${whereInTrash(viewer, policy, "t")}))`,
  );
  if (readable.length === 0) throw notFound("file", id);
  return file;
}

/** Removes a file for good. @throws NOT_FOUND, FORBIDDEN */
export async function removeFile(viewing: Viewing, folder: string, id: string): Promise<void> {
  const file = await readableFile(viewing, id);
  await viewing.database.transaction(async (transaction) => {
    await editableKind(viewing, transaction, file.recordId);
    const removed = await transaction.execute(sql`DELETE FROM files WHERE id = ${id}`);
    if (removed !== 1) throw notFound("file", id);
    noteFile(transaction, viewing, "REMOVE_FILE", file);
  });
  viewing.loaded = {};
  await remove(folder, file.storageName);
}

/** Takes the files of records out of the database, and answers where their bytes lie. */
export async function forgetFiles(transaction: Transaction, recordIds: readonly string[]): Promise<string[]> {
  const ids = join([...recordIds]);
  const rows = await transaction.raw(sql`SELECT storage_name FROM files WHERE record_id IN (${ids})`);
  await transaction.execute(sql`DELETE FROM files WHERE record_id IN (${ids})`);
  return rows.map((row) => textOf(row, "storage_name"));
}

function noteFile(
  transaction: Transaction,
  viewing: Viewing,
  action: "ATTACH_FILE" | "REMOVE_FILE",
  file: StoredFile,
): void {
  const { name, mediaType, size } = file;
  const subject = { kind: file.recordKind, id: file.recordId };
  note(transaction, actorOf(viewing), { action, subject, remark: `${name}, ${mediaType}, ${size} bytes` });
}

/** What kind of record has the id, where the viewer may edit it. @throws NOT_FOUND, FORBIDDEN */
async function editableKind(viewing: Viewing, transaction: Transaction, recordId: string): Promise<RecordKind> {
  for (const kind of codesOf(RECORD_KIND_LABELS)) {
    const { table, policy } = policies[kind];
    const [row] = await transaction.raw(
      sql`SELECT CASE WHEN ${policy.edit.where(viewing.viewer, "t")} THEN 1 ELSE 0 END AS editable
          FROM ${raw(table)} t WHERE t.id = ${recordId} AND ${whereThere(viewing.viewer, policy, "t")}`,
    );
    if (!row) continue;
    if (numberOf(row, "editable") === 1) return kind;
    throw forbidden(`You may read this ${kind.toLowerCase()}, but not change its files. Ask its office.`);
  }
  throw notFound("record", recordId);
}

/** The collaborations whose protected persons a file of this record must not name. */
async function protectedBy(transaction: Transaction, kind: RecordKind, recordId: string): Promise<string[]> {
  if (kind === "COLLABORATION") return [recordId];
  if (kind !== "RECOGNITION" && kind !== "STATEMENT") return [];
  const rows = await transaction.raw(
    kind === "RECOGNITION"
      ? sql`SELECT collaboration_id FROM recognition_honours WHERE recognition_id = ${recordId}`
      : sql`SELECT collaboration_id FROM statement_about WHERE statement_id = ${recordId}`,
  );
  return rows.map((row) => textOf(row, "collaboration_id"));
}

async function refuseTooMany(transaction: Transaction, recordId: string): Promise<void> {
  const [row] = await transaction.raw(sql`SELECT COUNT(*) AS total FROM files WHERE record_id = ${recordId}`);
  if (numberOf(row, "total") < LIMITS.attachments) return;
  throw fileFault(`This record has ${LIMITS.attachments} files already. Remove one before you attach another.`);
}
