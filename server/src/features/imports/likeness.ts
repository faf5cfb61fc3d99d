import { fold } from "@concord/shared/fold";
import { type DuplicateDraft, duplicateDraftRule } from "@concord/shared/rules/duplicates";
import { DUPLICATE_REASON_CODE_LABELS, type DuplicateReasonCode, speaksAgainst } from "@concord/shared/vocabularies";
import sql, { join, raw } from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import type { Reader } from "../../database/database.ts";
import { optionalTextOf, textOf } from "../../database/rows.ts";
import { whereThere } from "../../records/scope.ts";
import type { Viewing } from "../../records/viewing.ts";
import { findLikelyDuplicates } from "../duplicates/duplicates.service.ts";
import type { Said } from "./fields/field.ts";

/** A record that is there for the viewer and likely the same as a row of a file. */
export interface Likeness {
  readonly id: string;
  /** 0 to 100. */
  readonly score: number;
  /** Why, each in words that stand in a sentence. */
  readonly reasons: readonly string[];
  /** The same as codes, as far as there are any. */
  readonly codes: readonly DuplicateReasonCode[];
}

/** Finds for each row what it is likely the same as, the likeliest first. */
export type FindLike = (viewing: Viewing, reader: Reader, rows: readonly Said[]) => Promise<readonly Likeness[][]>;

/** Partners and people are compared as wherever else somebody might add one a second time. */
export function likeDrafts(draftOf: (said: Said) => object): FindLike {
  return async (viewing, reader, rows) => {
    const drafts = rows.map((said) => duplicateDraftRule.safeParse(draftOf(said)).data);
    const asked = drafts.filter((draft) => draft !== undefined);
    const found = new Map<DuplicateDraft, Likeness[]>();
    for (const [index, likely] of (await findLikelyDuplicates(viewing, reader, asked)).entries()) {
      const draft = asked[index];
      if (draft === undefined) continue;
      found.set(
        draft,
        likely.map(({ id, score, reasons }) => {
          const codes = reasons.map(({ code }) => code).filter((code) => !speaksAgainst(code));
          return { id, score: Math.round(score * 100), reasons: codes.map(inSentence), codes };
        }),
      );
    }
    return drafts.map((draft) => (draft && found.get(draft)) ?? []);
  };
}

function inSentence(code: DuplicateReasonCode): string {
  const label = DUPLICATE_REASON_CODE_LABELS[code];
  return label.charAt(0).toLowerCase() + label.slice(1);
}

interface DatedKind {
  readonly kind: "COLLABORATION" | "RECOGNITION";
  /** The column of its date. */
  readonly date: string;
  /** The property of a row that says the date. */
  readonly said: string;
}

/** What was done or given is likely the same under the same title, unless it was on another date. */
export function likeTitles({ kind, date, said: dateOf }: DatedKind): FindLike {
  return async (viewing, reader, rows) => {
    const titleOf = (said: Said) => fold(String(said["title"] ?? ""));
    const titles = [...new Set(rows.map(titleOf))].filter((title) => title !== "");
    if (titles.length === 0) return rows.map(() => []);
    const { table, policy } = policies[kind];
    const found = await reader.raw(
      sql`SELECT t.id, t.title_sort, t.${raw(date)} AS date FROM ${raw(table)} t
          WHERE t.title_sort IN (${join(titles)}) AND ${whereThere(viewing.viewer, policy, "t")} ORDER BY t.id`,
    );
    const byTitle = Map.groupBy(found, (row) => textOf(row, "title_sort"));
    return rows.map((said) =>
      (byTitle.get(titleOf(said)) ?? [])
        .flatMap((row) => sameTitle(textOf(row, "id"), optionalTextOf(row, "date"), said[dateOf] ?? null))
        .toSorted((a, b) => b.score - a.score),
    );
  };
}

function sameTitle(id: string, date: string | null, wanted: unknown): Likeness[] {
  if (date === null || wanted === null) return [{ id, score: 85, reasons: ["the same title"], codes: [] }];
  return date === wanted ? [{ id, score: 95, reasons: ["the same title", "the same date"], codes: [] }] : [];
}
