import { shown } from "@concord/shared/rules/fields";
import { IMPORT_KIND_LABELS, type ImportKind, isCode } from "@concord/shared/vocabularies";
import type { Viewing } from "../../records/viewing.ts";
import { importedRecord } from "./imports.loader.ts";

/**
 * Sentences about rows are kept, and read long after: they hold where a record is named, and not its name. So whoever
 * may not read the record any more is not told of it.
 */

const NAMES = /\{\{(PARTNER|PERSON|COLLABORATION|RECOGNITION) ([0-9a-f-]{36})\}\}/g;

/** Stands in a sentence for the name of a record. */
export function nameOf(kind: ImportKind, id: string): string {
  return `{{${kind} ${id}}}`;
}

/** A sentence with the names that the viewer may read. */
export async function withNames(viewing: Viewing, text: string): Promise<string> {
  let told = text;
  for (const [mark, kind, id] of text.matchAll(NAMES)) {
    if (kind === undefined || id === undefined || !isCode(IMPORT_KIND_LABELS, kind)) continue;
    const record = await importedRecord(viewing, { kind, id });
    told = told.replace(mark, () => (record === null ? "something that you may not read" : shown(record.name)));
  }
  return told;
}
