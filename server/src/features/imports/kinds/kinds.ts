import type { ImportKind } from "@concord/shared/vocabularies";
import { collaborationKind } from "./collaboration.ts";
import type { ImportedKind } from "./imported-kind.ts";
import { partnerKind } from "./partner.ts";
import { personKind } from "./person.ts";
import { recognitionKind } from "./recognition.ts";

/** The kinds of record that spreadsheets are imported into. */
export const kinds: Readonly<Record<ImportKind, ImportedKind>> = {
  PARTNER: partnerKind,
  PERSON: personKind,
  COLLABORATION: collaborationKind,
  RECOGNITION: recognitionKind,
};
