import type { DuplicateKind } from "@concord/shared/vocabularies";
import { EntitySchema } from "typeorm";
import { id, instant, integer, json, optional, primary, text } from "../../database/columns.ts";
import type { Page } from "../../records/page.ts";
import { MATCH_KEY_LENGTH } from "./matching/match-key.ts";
import type { Reason } from "./matching/reasons.ts";

interface MatchKeyRow {
  recordId: string;
  matchKey: string;
  kind: DuplicateKind;
}

/** What a record has in common with those that it is compared with; see docs/duplicates.md. */
export const matchKeyEntity = new EntitySchema<MatchKeyRow>({
  name: "match_keys",
  columns: { recordId: primary(id), matchKey: primary(text(MATCH_KEY_LENGTH)), kind: text(20) },
});

/** Two records that are likely one. */
export interface DuplicatePair {
  id: string;
  kind: DuplicateKind;
  /** The older of the two. */
  oneId: string;
  otherId: string;
  /** In thousandths, so that it sorts alike everywhere. */
  score: number;
  reasons: Reason[];
  /** Of all names of both: where it changes, that they are two has to be said anew. */
  namesDigest: string;
  /** When somebody said that they are two. */
  dismissedAt: string | null;
  dismissedBy: string | null;
}

const THOUSANDTHS = 1000;

/** A score from 0 to 1 as it is kept, and back. */
export const keptScore = (score: number) => Math.round(score * THOUSANDTHS);
export const scoreOf = (pair: Pick<DuplicatePair, "score">) => pair.score / THOUSANDTHS;

export type DuplicatePage = Page<DuplicatePair>;

export const duplicatePairEntity = new EntitySchema<DuplicatePair>({
  name: "duplicate_pairs",
  columns: {
    id: primary(id),
    kind: text(20),
    oneId: id,
    otherId: id,
    score: integer,
    reasons: json,
    namesDigest: text(64),
    dismissedAt: optional(instant),
    dismissedBy: optional(id),
  },
});

interface MatchVersion {
  kind: DuplicateKind;
  version: number;
}

/** By which version of the keys the records of a kind were last matched, all of them. */
export const matchVersionEntity = new EntitySchema<MatchVersion>({
  name: "match_versions",
  columns: { kind: primary(text(20)), version: integer },
});
