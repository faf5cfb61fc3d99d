import type { Source } from "@concord/shared/rules/records";
import type {
  AppearanceRole,
  CollaborationKind,
  Confidentiality,
  OutcomeMeasure,
  ParticipantRole,
  Stage,
} from "@concord/shared/vocabularies";
import { EntitySchema } from "typeorm";
import {
  day,
  emptyForNone,
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

/** Something done together. */
export interface Collaboration extends RecordRow {
  title: string;
  titleSort: string;
  kind: CollaborationKind;
  stage: Stage;
  beginEdtf: string | null;
  /** The first day that it may have begun; empty where that is not known. */
  beginFirst: string;
  beginLast: string;
  endEdtf: string | null;
  place: string | null;
  country: string | null;
  subdivision: string | null;
  confidentiality: Confidentiality;
  summary: string | null;
  ask: string | null;
  link: string | null;
  sources: Source[];
  officeId: string;
}

export type CollaborationPage = Page<Collaboration>;

export const collaborationEntity = new EntitySchema<Collaboration>({
  name: "collaborations",
  columns: {
    ...recordColumns,
    title: text(200),
    titleSort: text(400),
    kind: text(30),
    stage: text(20),
    beginEdtf: optional(day),
    beginFirst: day,
    beginLast: day,
    endEdtf: optional(day),
    place: optional(text(200)),
    country: emptyForNone(text(2)),
    subdivision: optional(text(6)),
    confidentiality: text(20),
    summary: optional(longText),
    ask: optional(longText),
    link: optional(text(2000)),
    sources: json,
    officeId: id,
  },
});

export interface ParticipantRow {
  collaborationId: string;
  position: number;
  partnerId: string;
  role: ParticipantRole;
}

export const participantEntity = new EntitySchema<ParticipantRow>({
  name: "participants",
  columns: { collaborationId: primary(id), position: primary(integer), partnerId: id, role: text(30) },
});

export interface OutcomeRow {
  collaborationId: string;
  measure: OutcomeMeasure;
  amount: number;
  position: number;
}

export const outcomeEntity = new EntitySchema<OutcomeRow>({
  name: "outcomes",
  columns: { collaborationId: primary(id), measure: primary(text(40)), amount: integer, position: integer },
});

export interface MilestoneRow {
  collaborationId: string;
  position: number;
  dateEdtf: string;
  dateFirst: string;
  title: string;
}

export const milestoneEntity = new EntitySchema<MilestoneRow>({
  name: "milestones",
  columns: {
    collaborationId: primary(id),
    position: primary(integer),
    dateEdtf: day,
    dateFirst: day,
    title: text(300),
  },
});

export interface FollowRow {
  collaborationId: string;
  followsId: string;
  position: number;
}

export const followEntity = new EntitySchema<FollowRow>({
  name: "collaboration_follows",
  columns: { collaborationId: primary(id), followsId: primary(id), position: integer },
});

export interface AppearanceRow {
  /** Stays while the list is replaced, so that a true name stays with its person. */
  id: string;
  collaborationId: string;
  position: number;
  name: string;
  role: AppearanceRole;
  amount: number;
  isProtected: boolean;
  consent: boolean;
  description: string | null;
  employerId: string | null;
}

export const appearanceEntity = new EntitySchema<AppearanceRow>({
  name: "appearances",
  columns: {
    id,
    collaborationId: primary(id),
    position: primary(integer),
    name: text(201),
    role: text(20),
    amount: integer,
    isProtected: flag,
    consent: flag,
    description: optional(longText),
    employerId: optional(id),
  },
});
