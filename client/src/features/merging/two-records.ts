import { proposedSide, type Side } from "@concord/shared/rules/merging";
import { type ExternalId, externalIdKey } from "@concord/shared/rules/records";
import type { RecordKind } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import type { ReactNode } from "react";
import { externalIdsText } from "../../ui/external-ids-input.tsx";

/** What the pages of two partners and of two people have in common. */

export type MergedKind = Extract<RecordKind, "PARTNER" | "PERSON">;

/** One of the two records. */
export interface MergeSide {
  readonly id: string;
  readonly name: string;
  readonly deletedAt: string | null;
  readonly abilities: { readonly update: boolean };
}

/** A field, or fields that only make sense together, as the two records have them. */
export interface MergeChoice {
  readonly choice: string;
  readonly label: string;
  readonly fields: readonly string[];
  readonly differs: boolean;
  readonly proposed: Side;
  readonly keep: ReactNode;
  readonly merge: ReactNode;
  /** The same values, to be held against what they were. */
  readonly said: Readonly<Record<Side, string>>;
}

/** A list that both records have: what stands in either, unless it is left out. */
export interface MergeList {
  readonly list: string;
  readonly label: string;
  readonly items: readonly { readonly key: string; readonly text: string }[];
}

/** What other systems call either of the two. */
export function externalIdsList(ids: readonly ExternalId[]): MergeList {
  return {
    list: "externalIds",
    label: t`External ids`,
    items: ids.map((id) => ({ key: externalIdKey(id), text: externalIdsText([id]) })),
  };
}

export type Sides = Readonly<Record<string, Side>>;

/** Two records side by side: the one that stays and the one that goes. */
export interface Compared {
  readonly kind: MergedKind;
  readonly keep: MergeSide;
  readonly merge: MergeSide;
  readonly choices: readonly MergeChoice[];
  /** The lists, under what was chosen: a name that was not chosen becomes an alias. */
  readonly listsUnder: (sides: Sides) => readonly MergeList[];
}

/** Why two records cannot be merged, and because of which. */
export interface MergeObstacle {
  readonly reason: "same" | "trashed" | "foreign";
  readonly side: MergeSide;
}

export function obstacleTo({ keep, merge }: Compared): MergeObstacle | null {
  if (keep.id === merge.id) return { reason: "same", side: keep };
  const trashed = [keep, merge].find(({ deletedAt }) => deletedAt !== null);
  if (trashed) return { reason: "trashed", side: trashed };
  const foreign = [keep, merge].find(({ abilities }) => !abilities.update);
  return foreign ? { reason: "foreign", side: foreign } : null;
}

/** Whether somebody wants an item of a list left out. */
export type IsLeftOut = (list: string, item: string) => boolean;

/** A choice as the two records have it. */
export function compared<Values extends object>(
  {
    choice,
    label,
    fields,
  }: Pick<MergeChoice, "choice" | "label"> & { readonly fields: readonly (string & keyof Values)[] },
  keep: Values,
  merge: Values,
  shown: Readonly<Record<Side, ReactNode>>,
): MergeChoice {
  const said = { keep: textOf(keep, fields), merge: textOf(merge, fields) };
  const proposed = proposedSide(keep, merge, fields);
  return { choice, label, fields, proposed, said, differs: said.keep !== said.merge, ...shown };
}

function textOf<Values extends object>(values: Values, fields: readonly (keyof Values)[]): string {
  return JSON.stringify(fields.map((field) => values[field]));
}

/** The choices in which the two records differ. */
export function differingChoices<Choice extends string, Values extends object>(
  choices: Readonly<Record<Choice, readonly (keyof Values)[]>>,
  keep: Values,
  merge: Values,
): Choice[] {
  // biome-ignore lint/plugin: the keys of a record of choices are its choices
  const all = Object.entries(choices) as [Choice, readonly (keyof Values)[]][];
  return all.filter(([, fields]) => textOf(keep, fields) !== textOf(merge, fields)).map(([choice]) => choice);
}

/** A list without what is left out; undefined where all of it stays, which the server puts together by itself. */
export function whereLeftOut<Item>(items: readonly Item[], isOut: (item: Item) => boolean): Item[] | undefined {
  return items.some(isOut) ? items.filter((item) => !isOut(item)) : undefined;
}

/** So many of something, in words; nothing where there are none. */
export function counted(count: number, words: (count: number) => string): string[] {
  return count === 0 ? [] : [words(count)];
}
