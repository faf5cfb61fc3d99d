import { neverThankedFilterRule, recognitionDueFilterRule } from "@concord/shared/rules/reciprocity";
import { listComputed } from "../../records/computed-list.ts";
import { parseListArguments } from "../../records/input.ts";
import type { Page } from "../../records/page.ts";
import type { Viewing } from "../../records/viewing.ts";
import { type NeverThankedOrderField, type NeverThankedRow, neverThankedList } from "./never-thanked.list.ts";
import { type RecognitionDueOrderField, type RecognitionDueRow, recognitionDueList } from "./recognition-due.list.ts";

export type RecognitionDuePage = Page<RecognitionDueRow>;
export type NeverThankedPage = Page<NeverThankedRow>;

type DueArguments = Parameters<
  typeof parseListArguments<typeof recognitionDueFilterRule.shape, RecognitionDueOrderField>
>[1];

/**
 * Partners to whom recognition is due.
 * @throws BAD_USER_INPUT
 */
export function listRecognitionDue(viewing: Viewing, raw: DueArguments): Promise<RecognitionDuePage> {
  return listComputed(viewing, recognitionDueList, parseListArguments(recognitionDueFilterRule, raw));
}

type ThankedArguments = Parameters<
  typeof parseListArguments<typeof neverThankedFilterRule.shape, NeverThankedOrderField>
>[1];

/**
 * Who gave us something and was never recognised.
 * @throws BAD_USER_INPUT
 */
export function listNeverThanked(viewing: Viewing, raw: ThankedArguments): Promise<NeverThankedPage> {
  return listComputed(viewing, neverThankedList, parseListArguments(neverThankedFilterRule, raw));
}
