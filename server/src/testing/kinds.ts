import type { RecordKind } from "@concord/shared/vocabularies";

/** The kinds of records, in the order in which they may name each other, as the schema calls their types. */
export const NOUNS = {
  PARTNER: "Partner",
  PERSON: "Person",
  COLLABORATION: "Collaboration",
  RECOGNITION: "Recognition",
  STATEMENT: "Statement",
} as const satisfies Readonly<Record<RecordKind, string>>;

export const KINDS = [
  "PARTNER",
  "PERSON",
  "COLLABORATION",
  "RECOGNITION",
  "STATEMENT",
] as const satisfies readonly RecordKind[];

/** An id that nothing has. */
export const NOTHING = "0190a000-0000-7000-8000-00000000dead";
