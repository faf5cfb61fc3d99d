import type { Source } from "@concord/shared/rules/records";
import type { Confidentiality, Direction, RecognitionKind, RecognitionStage } from "@concord/shared/vocabularies";
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

/** An award, commendation, certificate, medal or public statement of recognition. */
export interface Recognition extends RecordRow {
  kind: RecognitionKind;
  title: string;
  titleSort: string;
  citation: string | null;
  dateEdtf: string | null;
  dateFirst: string;
  dateLast: string;
  occasion: string | null;
  place: string | null;
  /** Follows from the parties; stored so that lists can be filtered and sorted by it. */
  direction: Direction;
  stage: RecognitionStage;
  proposedBy: string | null;
  decidedBy: string | null;
  decisionReason: string | null;
  handedOverOn: string | null;
  handedOverBy: string | null;
  takenBy: string | null;
  evidence: Source[];
  confidentiality: Confidentiality;
  officeId: string;
}

export type RecognitionPage = Page<Recognition>;

export const recognitionEntity = new EntitySchema<Recognition>({
  name: "recognitions",
  columns: {
    ...recordColumns,
    kind: text(20),
    title: text(200),
    titleSort: text(400),
    citation: optional(longText),
    dateEdtf: optional(day),
    dateFirst: day,
    dateLast: day,
    occasion: optional(text(300)),
    place: optional(text(200)),
    direction: text(20),
    stage: text(20),
    proposedBy: optional(id),
    decidedBy: optional(id),
    decisionReason: optional(longText),
    handedOverOn: optional(day),
    handedOverBy: optional(text(200)),
    takenBy: optional(text(200)),
    evidence: json,
    confidentiality: text(20),
    officeId: id,
  },
});

/** A giver or recipient: us, a partner, or a person at a partner. */
export interface PartyRow {
  recognitionId: string;
  side: "GIVER" | "RECIPIENT";
  position: number;
  us: boolean;
  /** The partner itself, or the one at which the person held a position then: on its page the recognition stands. */
  partnerId: string | null;
  personId: string | null;
  /** Rank and name of the person as borne then. */
  personName: string | null;
}

export const partyEntity = new EntitySchema<PartyRow>({
  name: "recognition_parties",
  columns: {
    recognitionId: primary(id),
    side: primary(text(10)),
    position: primary(integer),
    us: flag,
    partnerId: optional(id),
    personId: optional(id),
    personName: optional(text(401)),
  },
});

export interface HonourRow {
  recognitionId: string;
  collaborationId: string;
  position: number;
}

export const honourEntity = new EntitySchema<HonourRow>({
  name: "recognition_honours",
  columns: { recognitionId: primary(id), collaborationId: primary(id), position: integer },
});
