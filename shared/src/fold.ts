/** Letters that are no base letter with a mark, and so survive the decomposition of NFKD. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ħ: "h",
  ı: "i",
  ŋ: "n",
};

const MAX_TERM = 64;
const MAX_QUERY_WORDS = 8;
/** Scripts that write words without spaces between them. */
const UNSPACED = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/** A text without what a person who looks for it may leave out: case, accents, and the forms of one letter. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g, "")
    .replace(/[ßæœøđðþłħıŋ]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize("NFC");
}

/** The words of a text in their order, folded. */
export function foldedWords(text: string): string[] {
  const joined = fold(text)
    // P.N.P. is looked for as PNP, and O'Brien as OBrien.
    .replace(/(?<=(?:^|[^\p{L}])\p{L})\.(?=\p{L}(?:\.|[^\p{L}]|$))/gu, "")
    .replace(/['’ʼ`]/g, "");
  return joined
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .flatMap((word) => (UNSPACED.test(word) ? segments(word) : [word]))
    .map((word) => [...word].slice(0, MAX_TERM).join(""))
    .filter((word) => word !== "");
}

function segments(word: string): string[] {
  return [...new Intl.Segmenter("und", { granularity: "word" }).segment(word)]
    .filter((segment) => segment.isWordLike)
    .map((segment) => segment.segment);
}

/** The words by which a text is found: folded, each once, at most 64 characters each. */
export function searchTerms(text: string): string[] {
  return [...new Set(foldedWords(text))];
}

/** The words of what somebody looks for, at most 8. */
export function searchWords(text: string): string[] {
  return searchTerms(text).slice(0, MAX_QUERY_WORDS);
}
