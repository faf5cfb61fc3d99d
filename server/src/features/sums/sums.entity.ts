import type { OutcomeMeasure } from "@concord/shared/vocabularies";
import { EntitySchema } from "typeorm";
import { day, id, integer, json, optional, primary, sum, text } from "../../database/columns.ts";
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
    detail: primary(text(40)),
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

interface RelationRow {
  partnerId: string;
  officeId: string;
  lastDay: string | null;
  underWay: number;
  firstDay: string | null;
  begun: number;
  firstBegun: number | null;
  lastBegun: number | null;
  nextBegin: string | null;
  received: number;
  given: number;
  lastContact: string | null;
}

/** What is known between us and each partner, of what is not restricted and of what is by its office; see `relations.ts`. */
export const relationEntity = new EntitySchema<RelationRow>({
  name: "relations",
  columns: {
    partnerId: primary(id),
    officeId: primary(id),
    lastDay: optional(day),
    underWay: integer,
    firstDay: optional(day),
    begun: integer,
    firstBegun: optional(integer),
    lastBegun: optional(integer),
    nextBegin: optional(day),
    received: integer,
    given: integer,
    lastContact: optional(day),
  },
});

interface SumsState {
  id: number;
  version: number;
  run: string | null;
}

/** One row: by which version of their rules the sums were made, 0 while they are not whole, and who makes them. */
export const sumsStateEntity = new EntitySchema<SumsState>({
  name: "sums_state",
  columns: { id: primary(integer), version: integer, run: optional(id) },
});
