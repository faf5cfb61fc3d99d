import { COUNTRY_INITIALS, countryPhrases } from "./countries.ts";
import { type Word, wordsOf } from "./latin.ts";
import { DIRECTIONS, FIELDS, FORMS, GENERAL, LEGAL_FORMS, LEVELS, NUMBERS, PLACES, STOP_WORDS } from "./lexicon.ts";

/** What a word does in a name. */
export type Role =
  | "STOP"
  | "LEGAL_FORM"
  | "GENERAL"
  | "FORM"
  | "LEVEL"
  | "FIELD"
  | "DIRECTION"
  | "NUMBER"
  | "COUNTRY"
  | "NAME";

/** What a word or a phrase stands for, whatever its language. */
export interface Meaning {
  readonly concept: string;
  readonly role: Role;
}

const MAX_PHRASE = 5;
/** Endings are cut off only words from this length on, so that little words stay what they are. */
const MIN_STEM = 3;
/** Shorter ones in Latin letters of what another script writes are words of other languages. */
const MIN_LATIN = 4;
const MIN_LATIN_STEM = 6;
const MIN_INFLECTED = 7;
const ARTICLE = "ال";

const phrases = new Map<string, readonly Meaning[]>();
const beginnings = new Map<string, { readonly beginning: string; readonly meanings: readonly Meaning[] }[]>();

function learn(phrase: string, meanings: readonly Meaning[]): void {
  const isStem = phrase.endsWith("*") && !phrase.includes(" ");
  const words = wordsOf(phrase.replaceAll("*", ""));
  const native = words.map((word) => word.native).join(" ");
  const latin = words.map((word) => word.latin).join(" ");
  for (const key of new Set([native, latin])) {
    const isOther = key !== native;
    // What is said first holds: a word of one language may be another word of another.
    if (!phrases.has(key) && (!isOther || key.length >= MIN_LATIN)) phrases.set(key, meanings);
    if (isStem && key.length >= (isOther ? MIN_LATIN_STEM : MIN_STEM)) {
      const at = key.slice(0, MIN_STEM);
      beginnings.set(at, [...(beginnings.get(at) ?? []), { beginning: key, meanings }]);
    }
  }
}

function learnAll(role: Role, concepts: Readonly<Record<string, string>>): void {
  for (const [concept, words] of Object.entries(concepts)) {
    const meanings = concept.split(" ").map((part) => ({ concept: part, role }));
    for (const phrase of [concept, ...words.split(", ")]) if (phrase !== "") learn(phrase, meanings);
  }
}

/** Only who reads a name holds all those words, which take some 3 MB. */
function learnOnce(): void {
  if (phrases.size > 0) return;
  for (const word of STOP_WORDS.split(", ")) learn(word, [{ concept: "", role: "STOP" }]);
  for (const word of LEGAL_FORMS.split(", ")) learn(word, [{ concept: word, role: "LEGAL_FORM" }]);
  learnAll("NUMBER", NUMBERS);
  learnAll("DIRECTION", DIRECTIONS);
  learnAll("GENERAL", GENERAL);
  learnAll("LEVEL", LEVELS);
  learnAll("FIELD", FIELDS);
  learnAll("FORM", FORMS);
  learnAll("NAME", PLACES);
  for (const [country, phrase] of countryPhrases()) learn(phrase, [{ concept: country, role: "COUNTRY" }]);
}

interface Found {
  readonly meanings: readonly Meaning[];
  /** How many words they take. */
  readonly length: number;
}

/** What the words of a name from `index` on stand for, as many together as are known; undefined for a word of its own. */
export function meaningAt(words: readonly Word[], index: number): Found | undefined {
  learnOnce();
  for (let length = Math.min(MAX_PHRASE, words.length - index); length > 1; length -= 1) {
    const meanings = phrases.get(
      words
        .slice(index, index + length)
        .map((word) => word.native)
        .join(" "),
    );
    if (meanings) return { meanings, length };
  }
  const word = words[index];
  const meanings = word && meaningsOf(word);
  return meanings && { meanings, length: 1 };
}

const ROMAN = new Map(
  ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"].map(
    (roman, index) => [roman, String(index + 1)],
  ),
);

function meaningsOf(word: Word): readonly Meaning[] | undefined {
  const number = numberIn(word);
  if (number !== undefined) return [{ concept: number, role: "NUMBER" }];
  const country = word.isUpper ? COUNTRY_INITIALS.get(word.latin) : undefined;
  if (country) return [{ concept: country, role: "COUNTRY" }];
  return phrases.get(word.native) ?? inflected(word.native) ?? beginningOf(word.native) ?? littleWord(word);
}

/** A little word of another language in the letters of this one: Ла Страда. */
function littleWord(word: Word): readonly Meaning[] | undefined {
  const meanings = word.isForeign ? phrases.get(word.latin) : undefined;
  return meanings?.every((meaning) => meaning.role === "STOP") ? meanings : undefined;
}

/** "3", "3rd", "No. 3", "III", and a single capital as in "Region IV-A". */
function numberIn(word: Word): string | undefined {
  const figures = /^(\d+)(?:st|nd|rd|th|a|o|er|e)?$/.exec(word.latin);
  if (figures?.[1]) return String(Number(figures[1]));
  if (!word.isUpper) return undefined;
  return ROMAN.get(word.latin) ?? (/^[a-z]$/.test(word.latin) ? word.latin : undefined);
}

/** A word without the ending of the many, of the other gender, or without the article of Arabic. */
function inflected(native: string): readonly Meaning[] | undefined {
  if (native.startsWith(ARTICLE)) return phrases.get(native.slice(ARTICLE.length));
  if (native.length <= MIN_STEM) return undefined;
  const one = native.endsWith("s") ? phrases.get(native.slice(0, -1)) : undefined;
  if (one || native.length < MIN_INFLECTED || !/[aeos]$/.test(native)) return one;
  const stem = native.replace(/(?:[ao]s|es|[aeo])$/, "");
  return ["o", "a", "e", "al", ""].map((ending) => phrases.get(`${stem}${ending}`)).find((meanings) => meanings);
}

function beginningOf(native: string): readonly Meaning[] | undefined {
  return beginnings.get(native.slice(0, MIN_STEM))?.find(({ beginning }) => native.startsWith(beginning))?.meanings;
}
