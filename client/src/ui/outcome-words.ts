import type { OutcomeMeasure } from "@concord/shared/vocabularies";
import { plural, t } from "@lingui/core/macro";
import { numberText } from "./number-text.ts";

/** What a measure is called after its count: "people rescued", "person rescued". */
export function measureWords(measure: OutcomeMeasure, count: number): string {
  return WORDS[measure](count);
}

/** "94 people rescued" */
export function outcomeText(measure: OutcomeMeasure, count: number): string {
  const number = numberText(count);
  const words = measureWords(measure, count);
  return t`${number} ${words}`;
}

const WORDS: Readonly<Record<OutcomeMeasure, (count: number) => string>> = {
  PEOPLE_RESCUED: (count) => plural(count, { one: "person rescued", other: "people rescued" }),
  CHILDREN_BROUGHT_TO_SAFETY: (count) =>
    plural(count, { one: "child brought to safety", other: "children brought to safety" }),
  SUSPECTS_ARRESTED: (count) => plural(count, { one: "suspect arrested", other: "suspects arrested" }),
  SUSPECTS_RESTRAINED: (count) => plural(count, { one: "suspect restrained", other: "suspects restrained" }),
  SUSPECTS_CHARGED: (count) => plural(count, { one: "suspect charged", other: "suspects charged" }),
  CONVICTIONS: (count) => plural(count, { one: "conviction", other: "convictions" }),
  PEOPLE_TRAINED: (count) => plural(count, { one: "person trained", other: "people trained" }),
  SURVIVORS_SUPPORTED: (count) => plural(count, { one: "survivor supported", other: "survivors supported" }),
  MESSAGES_SENT: (count) =>
    plural(count, { one: "message sent to legislators", other: "messages sent to legislators" }),
};
