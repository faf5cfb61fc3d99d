import { isDeepStrictEqual } from "node:util";
import { given } from "@concord/shared/rules/fields";
import {
  certifiedWords,
  createRecognitionRule,
  LOGGED,
  type RecognitionValues,
  recognitionConsistency,
  recognitionFilterRule,
  updateRecognitionRule,
} from "@concord/shared/rules/recognitions";
import type { SomeColumns } from "../../database/rows.ts";
import { parseInput, parseListArguments } from "../../records/input.ts";
import { list } from "../../records/list.ts";
import type { Viewing } from "../../records/viewing.ts";
import { createRecord, updateRecord } from "../../records/write.ts";
import type { Recognition, RecognitionPage } from "./recognitions.entity.ts";
import { type RecognitionOrderField, recognitionList } from "./recognitions.list.ts";
import { recognitionRecord } from "./recognitions.record.ts";

/** A new recognition as it was sent, for the viewer's own office where the input names none. @throws BAD_USER_INPUT */
export function newRecognition(
  viewing: Viewing,
  input: unknown,
): { id: string | undefined; values: RecognitionValues } {
  const { id, office, ...values } = parseInput(createRecognitionRule, input, recognitionConsistency);
  return { id, values: { ...values, ...LOGGED, office: office ?? viewing.viewer.officeId } };
}

/** Records a recognition. */
export async function recordRecognition(viewing: Viewing, input: unknown): Promise<Recognition> {
  const { id, values } = newRecognition(viewing, input);
  return createRecord(viewing, recognitionRecord, values, id);
}

/** Changes a recognition; what the input leaves out stays. With other words it is decided on anew. */
export async function changeRecognition(
  viewing: Viewing,
  id: string,
  version: number,
  input: unknown,
): Promise<Recognition> {
  const said = given(parseInput(updateRecognitionRule, input));
  return updateRecord(viewing, recognitionRecord, id, version, (current) =>
    proposedAnew(viewing, current, { ...current, ...said }),
  );
}

/** What leadership has decided on, it decided by its words: with others it is a proposal again. */
function proposedAnew({ viewer }: Viewing, current: RecognitionValues, next: RecognitionValues): RecognitionValues {
  const isDecided = current.stage === "APPROVED" || current.stage === "DECLINED";
  if (!isDecided || isDeepStrictEqual(certifiedWords(current), certifiedWords(next))) return next;
  return { ...next, stage: "PROPOSED", proposedBy: viewer.id, decidedBy: null, decisionReason: null };
}

type RawListArguments = Parameters<
  typeof parseListArguments<typeof recognitionFilterRule.shape, RecognitionOrderField>
>[1];

/** The arguments of a list of recognitions, checked. */
export function recognitionListArguments(raw: RawListArguments) {
  return parseListArguments(recognitionFilterRule, raw);
}

/** Recognitions that the viewer may read. */
export async function listRecognitions(
  viewing: Viewing,
  raw: RawListArguments,
  columns: SomeColumns<Recognition> | null,
): Promise<RecognitionPage> {
  return list(viewing, recognitionList, recognitionListArguments(raw), columns);
}
