import { EntitySchema } from "typeorm";
import {
  day,
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

/** Somebody at a partner. */
export interface Person extends RecordRow {
  name: string;
  nameSort: string;
  aliases: string[];
  email: string | null;
  notes: string | null;
  officeId: string;
}

export type PersonPage = Page<Person>;

export const personEntity = new EntitySchema<Person>({
  name: "people",
  columns: {
    ...recordColumns,
    name: text(200),
    nameSort: text(400),
    aliases: json,
    email: optional(text(254)),
    notes: optional(longText),
    officeId: id,
  },
});

/** A position that a person held at a partner, from–to as exactly as it is known. */
export interface PositionRow {
  personId: string;
  position: number;
  partnerId: string;
  title: string;
  rankTitle: string | null;
  fromEdtf: string | null;
  fromFirst: string;
  toEdtf: string | null;
  toLast: string;
}

export const positionEntity = new EntitySchema<PositionRow>({
  name: "positions",
  columns: {
    personId: primary(id),
    position: primary(integer),
    partnerId: id,
    title: text(200),
    rankTitle: optional(text(200)),
    fromEdtf: optional(day),
    fromFirst: day,
    toEdtf: optional(day),
    toLast: day,
  },
});
