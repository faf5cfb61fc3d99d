import type { RecordKind } from "@concord/shared/vocabularies";

/** Where the pages of each kind of record lie. */
const FOLDERS: Readonly<Record<RecordKind, string>> = {
  PARTNER: "/partners",
  PERSON: "/people",
  COLLABORATION: "/collaborations",
  RECOGNITION: "/recognitions",
  STATEMENT: "/statements",
};

export function listPath(kind: RecordKind): string {
  return FOLDERS[kind];
}

export function recordPath(kind: RecordKind, id: string): string {
  return `${FOLDERS[kind]}/${id}`;
}

export function editPath(kind: RecordKind, id: string): string {
  return `${FOLDERS[kind]}/${id}/edit`;
}

export function newPath(kind: RecordKind, given: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(given).toString();
  return `${FOLDERS[kind]}/new${query === "" ? "" : `?${query}`}`;
}
