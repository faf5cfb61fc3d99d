import { fold, foldedWords } from "./fold.ts";

/** Shorter words are particles, as in "de la", unless the name has no others. */
const SIGNIFICANT = 3;
/** What a language may add to a name. */
const ENDING = 2;
/** A name written without its spaces is looked for from this length on; shorter ones are parts of many words. */
const COMPACT = 6;

/**
 * Whether a text tells a person's name: two of its words near each other, in any order, case, accents and punctuation,
 * or the one word of a name of one. `Petrenko, Larysa` and `larysa.petrenko@` tell "Larysa Petrenko"; "Larysa" alone
 * does not.
 */
export function tellsName(text: string, name: string): boolean {
  const nameWords = foldedWords(name);
  const textWords = foldedWords(text);
  if (nameWords.length === 0) return false;
  const compact = nameWords.length > 1 ? compacted(name) : "";
  if (compact.length >= COMPACT && compacted(text).includes(compact)) return true;
  const [only = ""] = nameWords;
  if (nameWords.length === 1) return textWords.some((word) => word === only || word === `${only}s`);
  const long = nameWords.filter((word) => [...word].length >= SIGNIFICANT);
  const significant = [...new Set(long.length >= 2 ? long : nameWords)];
  const told = textWords.map((word) => significant.findIndex((nameWord) => isFormOf(word, nameWord)));
  return told.some((which, index) => {
    const near = told.slice(index + 1, index + nameWords.length);
    return which >= 0 && near.some((other) => other >= 0 && other !== which);
  });
}

/** Whether a word is a name's, perhaps in another case of the language: `Oksanas`, `Oksany`, `Melnykom`. */
function isFormOf(word: string, nameWord: string): boolean {
  if (word === nameWord) return true;
  const stem = nameWord.length > SIGNIFICANT ? nameWord.slice(0, -1) : nameWord;
  return nameWord.length > SIGNIFICANT && word.startsWith(stem) && word.length <= nameWord.length + ENDING;
}

function compacted(text: string): string {
  return fold(text).replaceAll(/[^\p{L}\p{N}]+/gu, "");
}
