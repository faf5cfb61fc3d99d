import type {
  DuplicateReasonCode,
  ImportDecision,
  ImportKind,
  ImportMatch,
  ImportResult,
  ImportState,
  ImportVerdict,
} from "@concord/shared/vocabularies";
import { EntitySchema } from "typeorm";
import { flag, id, instant, integer, json, longText, optional, primary, text } from "../../database/columns.ts";
import type { StoredChange } from "../../records/audit-log.entity.ts";
import type { Page } from "../../records/page.ts";
import type { Said } from "./fields/field.ts";
import type { FileFormat } from "./readers/sheet.ts";
import type { DateOrder } from "./values/dates.ts";

/** One column of the file, as it was read. */
export interface ImportColumn {
  /** The heading, or where it is empty the letter of the column. */
  readonly header: string;
  /** Some of what stands in it, each once. */
  readonly samples: readonly string[];
  /** By what it was matched with the field that was proposed for it. */
  readonly foundBy: "NAME" | "ALIAS" | "CONTENT" | null;
  /** How its dates are written, where it tells. */
  readonly dateOrder: DateOrder | null;
}

/** What the columns hold, and what is said of all rows. */
export interface ImportMapping {
  /** The field of each column; null for one that is left out. */
  readonly columns: readonly (string | null)[];
  /** What a row says of a field where its cell is empty. */
  readonly forAll: Readonly<Record<string, string>>;
  readonly dateOrder: DateOrder | null;
  /** What the external ids are ids of. */
  readonly system: string;
  /** The office of what is new and names none. */
  readonly office: string;
}

/** A file that somebody imports, and how far that has come. */
export interface Import {
  id: string;
  kind: ImportKind;
  state: ImportState;
  /** Its maker. */
  userId: string;
  /** Who began the present step, and from where: as whom it reads and writes. */
  actorId: string;
  address: string | null;
  agent: string | null;
  fileName: string;
  /** In bytes. */
  fileSize: number;
  sha256: string;
  /** Where the file lies; null when it has been removed. */
  storageName: string | null;
  format: Partial<FileFormat>;
  columns: readonly ImportColumn[];
  mapping: ImportMapping | null;
  /** Rows below the headings that are not empty. */
  total: number;
  /** How many rows the present step has to go through, and how many it has. */
  goal: number;
  done: number;
  /** Why the last step ended early, in a sentence. */
  failure: string | null;
  createdAt: string;
  finishedAt: string | null;
  /** Which process is at work on it, and until when it holds it; another may go on afterwards. */
  leaseOwner: string | null;
  leaseUntil: string | null;
  /** How often the present step was begun without getting any further. */
  attempts: number;
}

export type ImportPage = Page<Import>;

export const importEntity = new EntitySchema<Import>({
  name: "imports",
  columns: {
    id: primary(id),
    kind: text(20),
    state: text(20),
    userId: id,
    actorId: id,
    address: optional(text(45)),
    agent: optional(text(200)),
    fileName: text(200),
    fileSize: integer,
    sha256: text(64),
    storageName: optional(text(64)),
    format: json,
    columns: json,
    mapping: optional(json),
    total: integer,
    goal: integer,
    done: integer,
    failure: optional(longText),
    createdAt: instant,
    finishedAt: optional(instant),
    leaseOwner: optional(id),
    leaseUntil: optional(instant),
    attempts: integer,
  },
});

/** Why something is so, and the column whose cell says it; null where it is the row as a whole. */
export interface Reason {
  readonly column: number | null;
  readonly message: string;
  /** Of a likely duplicate: what speaks for it. */
  readonly likeness?: readonly DuplicateReasonCode[];
}

export interface ImportRow {
  id: string;
  importId: string;
  /** As the spreadsheet program counts it. */
  number: number;
  /** Empty when the file has been removed. */
  cells: readonly string[];
  /** Null until it is checked. */
  verdict: ImportVerdict | null;
  reasons: readonly Reason[];
  said: Said | null;
  /** The same for the same row of another file. */
  rowKey: string | null;
  /** The record that it is about, or is likely about. */
  recordId: string | null;
  matchedBy: ImportMatch | null;
  /** Of a likely duplicate, 0 to 100. */
  score: number | null;
  /** The number of an earlier row of the file that is likely about the same. */
  sameAsRow: number | null;
  /** The version of the record that the changes were worked out from. */
  recordVersion: number | null;
  changes: readonly StoredChange[] | null;
  /** The id of the record that it would make, so that it makes one however often it is tried. */
  newId: string | null;
  canCreate: boolean;
  canUpdate: boolean;
  decision: ImportDecision;
  /** Null until it has been gone through. */
  result: ImportResult | null;
  resultId: string | null;
  /** The version of the record after it: when it has another, somebody has edited it since. */
  resultVersion: number | null;
  /** What stood in the record before it. */
  replaced: Said | null;
}

export type ImportRowPage = Page<ImportRow>;

/** What is found of a row, where nothing is; what it says, and its verdict, whoever finds them must tell. */
export const UNJUDGED = {
  reasons: [],
  recordId: null,
  matchedBy: null,
  score: null,
  sameAsRow: null,
  recordVersion: null,
  changes: null,
  newId: null,
  canCreate: false,
  canUpdate: false,
  decision: "SKIP",
} satisfies Partial<ImportRow>;

export const importRowEntity = new EntitySchema<ImportRow>({
  name: "import_rows",
  columns: {
    id: primary(id),
    importId: id,
    number: integer,
    cells: json,
    verdict: optional(text(20)),
    reasons: json,
    said: optional(json),
    rowKey: optional(text(64)),
    recordId: optional(id),
    matchedBy: optional(text(20)),
    score: optional(integer),
    sameAsRow: optional(integer),
    recordVersion: optional(integer),
    changes: optional(json),
    newId: optional(id),
    canCreate: flag,
    canUpdate: flag,
    decision: text(10),
    result: optional(text(20)),
    resultId: optional(id),
    resultVersion: optional(integer),
    replaced: optional(json),
  },
});

/** Which record a row of a file made or changed, so that the same row is known again without any id. */
export interface ImportKey {
  rowKey: string;
  recordId: string;
  importId: string;
  /** Of what it said: the same again is nothing new. */
  saidHash: string;
}

export const importKeyEntity = new EntitySchema<ImportKey>({
  name: "import_keys",
  columns: { rowKey: primary(text(64)), recordId: primary(id), importId: id, saidHash: text(64) },
});
