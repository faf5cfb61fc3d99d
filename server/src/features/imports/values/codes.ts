import { codesOf } from "@concord/shared/vocabularies";
import { wordKey } from "./texts.ts";

/** Reads words as one of a vocabulary's codes. */
export type ReadCode = (text: string) => string | undefined;

/** By the code, the words that are shown for it, or what else people call it; with an s at the end or without. */
export function codeReader<Code extends string>(
  labels: Readonly<Record<Code, string>>,
  synonyms: Partial<Readonly<Record<Code, readonly string[]>>>,
): ReadCode {
  const codes = new Map<string, Code>();
  for (const code of codesOf(labels)) {
    for (const name of [code, labels[code], ...(synonyms[code] ?? [])]) {
      for (const key of [wordKey(name), `${wordKey(name)}s`]) if (!codes.has(key)) codes.set(key, code);
    }
  }
  return (text) => codes.get(wordKey(text));
}
