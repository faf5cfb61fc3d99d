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

/** Where a record is merged with another one: the one in front stays. */
export function mergePath(kind: RecordKind, keep: string, merge?: string): string {
  return [FOLDERS[kind], keep, "merge", ...(merge === undefined ? [] : [merge])].join("/");
}

export function newPath(kind: RecordKind, given: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(given).toString();
  return `${FOLDERS[kind]}/new${query === "" ? "" : `?${query}`}`;
}

/** The page of what is not sent yet. */
export const UNSENT_PATH = "/unsent";

/** The state of an address that opens a form to be saved as it was kept: so both versions of a conflict are shown. */
export const SAVE_AGAIN = "save again";
