import type { OutcomeMeasure } from "@concord/shared/vocabularies";
import { EntitySchema } from "typeorm";
import { day, flag, id, integer, json, optional, primary, sum, text } from "../../database/columns.ts";
import type { Counted, SumKind } from "./counted.ts";

/** The column that holds the sum of a measure. */
export const MEASURE_COLUMNS = {
  PEOPLE_RESCUED: "people_rescued",
  CHILDREN_BROUGHT_TO_SAFETY: "children_brought_to_safety",
  SUSPECTS_ARRESTED: "suspects_arrested",
  SUSPECTS_RESTRAINED: "suspects_restrained",
  SUSPECTS_CHARGED: "suspects_charged",
  CONVICTIONS: "convictions",
  PEOPLE_TRAINED: "people_trained",
  SURVIVORS_SUPPORTED: "survivors_supported",
  MESSAGES_SENT: "messages_sent",
} as const satisfies Record<OutcomeMeasure, string>;

/** Which sum a row holds; `rollup.ts` says which rows there are. */
export const KEY_COLUMNS = [
  "kind",
  "dims",
  "restricted",
  "grain",
  "office_id",
  "place",
  "focus_areas",
  "detail",
  "time",
] as const;

export const sumEntity = new EntitySchema({
  name: "sums",
  columns: {
    kind: primary(text(20)),
    dims: primary(text(3)),
    restricted: primary(integer),
    grain: primary(text(8)),
    officeId: primary(id),
    place: primary(text(300)),
    focusAreas: primary(integer),
    detail: primary(text(60)),
    time: primary(text(10)),
    total: sum,
    peopleRescued: sum,
    childrenBroughtToSafety: sum,
    suspectsArrested: sum,
    suspectsRestrained: sum,
    suspectsCharged: sum,
    convictions: sum,
    peopleTrained: sum,
    survivorsSupported: sum,
    messagesSent: sum,
  },
});

interface CountedRow {
  recordId: string;
  kind: SumKind;
  restricted: number;
  facts: Counted;
}

/** What each record counts for in the sums, so that a write can take it out of them again. */
export const countedEntity = new EntitySchema<CountedRow>({
  name: "counted",
  columns: { recordId: primary(id), kind: text(20), restricted: integer, facts: json },
});

export interface RelationRow {
  partnerId: string;
  /** To whom the partner looks like this: see `relation-states.ts`. */
  layer: string;
  officeId: string;
  /** ISO 3166-1, empty where there is none. */
  country: string;
  /** A bit for each focus area. */
  focusAreas: number;
  nameSort: string;
  /** Whether something is: then the partner is not quiet. */
  isUnderWay: boolean;
  /** The last day on which the partner was not quiet; empty where something is under way. */
  quietDay: string;
  rhythm: string;
  balance: string;
  /** EDTF, empty where there was none. */
  lastContact: string;
  /** Months between the first collaboration that has begun and the last, and how many came after the first. */
  span: number;
  gaps: number;
  /** The first day on which another collaboration begins: from then on this has to be counted anew. */
  nextBegin: string | null;
}

/** How it stands between us and each active partner. */
export const relationEntity = new EntitySchema<RelationRow>({
  name: "relations",
  columns: {
    partnerId: primary(id),
    layer: primary(id),
    officeId: id,
    country: text(2),
    focusAreas: integer,
    nameSort: text(400),
    isUnderWay: flag,
    quietDay: day,
    rhythm: text(20),
    balance: text(20),
    lastContact: day,
    span: integer,
    gaps: integer,
    nextBegin: optional(day),
  },
});

interface SumsState {
  id: number;
  version: number;
  run: string | null;
  /** Grows with every transaction that changes sums. */
  writes: number;
}

/** One row: by which version of their rules the sums were made, 0 while they are not whole, and who makes them. */
export const sumsStateEntity = new EntitySchema<SumsState>({
  name: "sums_state",
  columns: { id: primary(integer), version: integer, run: optional(id), writes: integer },
});
