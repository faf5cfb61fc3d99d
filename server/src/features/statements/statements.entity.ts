import type { Source } from "@concord/shared/rules/records";
import type { Confidentiality, PermissionStatus } from "@concord/shared/vocabularies";
import { EntitySchema } from "typeorm";
import {
  day,
  flag,
  id,
  integer,
  json,
  longText,
  optional,
  primary,
  type RecordRow,
  recordColumns,
  text,
} from "../../database/columns.ts";
import type { Page } from "../../records/page.ts";

/** A quote by a person about our work together. */
export interface Statement extends RecordRow {
  text: string;
  /** BCP 47. */
  language: string;
  translation: string | null;
  dateEdtf: string | null;
  dateFirst: string;
  dateLast: string;
  occasion: string | null;
  source: Source | null;
  permissionStatus: PermissionStatus;
  permissionBy: string | null;
  permissionDateEdtf: string | null;
  permissionNote: string | null;
  ours: boolean;
  personId: string | null;
  partnerId: string | null;
  speakerName: string;
  speakerSort: string;
  speakerTitle: string | null;
  confidentiality: Confidentiality;
  officeId: string;
}

export type StatementPage = Page<Statement>;

export const statementEntity = new EntitySchema<Statement>({
  name: "statements",
  columns: {
    ...recordColumns,
    text: longText,
    language: text(35),
    translation: optional(longText),
    dateEdtf: optional(day),
    dateFirst: day,
    dateLast: day,
    occasion: optional(text(300)),
    source: optional(json),
    permissionStatus: text(20),
    permissionBy: optional(text(200)),
    permissionDateEdtf: optional(day),
    permissionNote: optional(longText),
    ours: flag,
    personId: optional(id),
    partnerId: optional(id),
    speakerName: text(200),
    speakerSort: text(400),
    speakerTitle: optional(text(200)),
    confidentiality: text(20),
    officeId: id,
  },
});

export interface AboutRow {
  statementId: string;
  collaborationId: string;
  position: number;
}

export const aboutEntity = new EntitySchema<AboutRow>({
  name: "statement_about",
  columns: { statementId: primary(id), collaborationId: primary(id), position: integer },
});
