import * as vocabularies from "@concord/shared/vocabularies";
import { i18n } from "@lingui/core";
import { wordId } from "./word-id.ts";

type Labels = Readonly<Record<string, string>>;

const NAMES = new Map<unknown, string>(Object.entries(vocabularies).map(([name, labels]) => [labels, name]));

const known = new Map<Labels, Labels>();

/** The words of a vocabulary in the reader's language, as `wordsOf(STAGE_LABELS)[stage]`. */
export function wordsOf<Code extends string>(labels: Readonly<Record<Code, string>>): Readonly<Record<Code, string>> {
  const read = known.get(labels) ?? inOwnLanguage(labels);
  known.set(labels, read);
  // biome-ignore lint/plugin: the same codes, each with its words in another language
  return read as Readonly<Record<Code, string>>;
}

function inOwnLanguage(labels: Labels): Labels {
  const name = NAMES.get(labels);
  // What is no shared vocabulary has been written in the reader's language already.
  if (name === undefined) return labels;
  const entries = Object.entries(labels).map(([code, message]) => {
    const id = wordId(name, code);
    return [code, i18n._(id, {}, { message })];
  });
  return Object.fromEntries(entries);
}
