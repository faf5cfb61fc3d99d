import type { RecordKind } from "@concord/shared/vocabularies";
import { EntitySchema } from "typeorm";
import { id, instant, integer, optional, primary, text } from "../../database/columns.ts";

/** A file of a record; its bytes lie in the folder of files under `storageName`. */
export interface StoredFile {
  id: string;
  recordKind: RecordKind;
  recordId: string;
  name: string;
  mediaType: string;
  /** In bytes. */
  size: number;
  /** In pixels; null of what is no picture. */
  width: number | null;
  height: number | null;
  sha256: string;
  /** Random, so that no path can be guessed and no name of a file reaches the disk. */
  storageName: string;
  userId: string;
  createdAt: string;
}

export const fileEntity = new EntitySchema<StoredFile>({
  name: "files",
  columns: {
    id: primary(id),
    recordKind: text(20),
    recordId: id,
    name: text(200),
    mediaType: text(100),
    size: integer,
    width: optional(integer),
    height: optional(integer),
    sha256: text(64),
    storageName: text(64),
    userId: id,
    createdAt: instant,
  },
});
