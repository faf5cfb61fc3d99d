import { fold, foldedWords } from "@concord/shared/fold";
import anyAscii from "any-ascii";

/** A word of a name, in Latin letters whatever its script, and what its writing tells. */
export interface Word {
  /** Folded, in its own script. */
  readonly native: string;
  /** Lower-case Latin letters and digits. */
  readonly latin: string;
  /** Written in another script than Latin. */
  readonly isForeign: boolean;
  /** Written in capitals alone, as acronyms are. */
  readonly isUpper: boolean;
  /** Ends with a full stop, as abbreviations do. */
  readonly isDotted: boolean;
  /** Joined to the word before by a hyphen. */
  readonly isJoined: boolean;
  /** Begins the name, or what follows a comma, a dash or a bracket. */
  readonly beginsPart: boolean;
  /** Stands in brackets, where people add what is no part of the name, or part of it as one sees it. */
  readonly isAside: boolean;
}

const LATIN = /^[\p{sc=Latin}\p{N}\p{M}]*$/u;
const UNSPACED = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
const ENDS_PART = /[,;:)\]/]$|^[-–—/|]+$/u;
const BEGINS_ASIDE = /^[([]/u;
const ENDS_ASIDE = /[)\]][,;:.]?$/u;
const BEGINS_PART = /^[([/]/u;

/** The words of a name in their order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let beginsPart = true;
  let isAside = false;
  for (const chunk of text.normalize("NFC").split(/\s+/u)) {
    const isUpper = /\p{Lu}/u.test(chunk) && !/\p{Ll}/u.test(chunk);
    isAside ||= BEGINS_ASIDE.test(chunk);
    const isDotted = /\.[^\p{L}\p{N}]*$/u.test(chunk);
    for (const [index, native] of wordsWithin(chunk).entries()) {
      const isForeign = !LATIN.test(native);
      words.push({
        native,
        latin: isForeign ? latinOf(native) : native,
        isForeign,
        isUpper,
        isDotted,
        isJoined: index > 0 && chunk.includes("-"),
        beginsPart: index === 0 && (beginsPart || BEGINS_PART.test(chunk)),
        isAside,
      });
      beginsPart = false;
    }
    beginsPart ||= ENDS_PART.test(chunk);
    isAside &&= !ENDS_ASIDE.test(chunk);
  }
  return words;
}

let segmenter: Intl.Segmenter | undefined;

/** Scripts without spaces are cut into words before they are folded, which takes their vowels apart. */
function wordsWithin(chunk: string): string[] {
  if (!UNSPACED.test(chunk)) return foldedWords(chunk);
  segmenter ??= new Intl.Segmenter("und", { granularity: "word" });
  return [...segmenter.segment(chunk)].filter((segment) => segment.isWordLike).map((segment) => fold(segment.segment));
}

const known = new Map<string, string>();
const REMEMBERED = 20_000;

/** A folded word in lower-case Latin letters; what cannot be written so stays as it is. */
export function latinOf(native: string): string {
  const remembered = known.get(native);
  if (remembered !== undefined) return remembered;
  // Ukrainian says h where Russian says g; the letters that only it has tell them apart.
  const spoken = /[іїєґ]/u.test(native) ? native.replaceAll("г", "h") : native;
  // What the library writes as c is the s of Tamil and the ch of the other scripts of India.
  const c = /\p{sc=Tamil}/u.test(native) ? "s" : "ch";
  const latin =
    anyAscii(spoken)
      .toLowerCase()
      .replaceAll(/c(?!h)/g, c)
      .replaceAll(/[^a-z0-9]/g, "") || native;
  if (known.size >= REMEMBERED) known.clear();
  known.set(native, latin);
  return latin;
}

/** Letters that one script keeps apart and another does not, or that are written for one sound: the first stands for all. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/zh/g, "l"],
  [/ck/g, "k"],
  [/ph/g, "f"],
  [/x/g, "ks"],
  [/th/g, "t"],
  [/[sc]h|s[cz]h?|ts/g, "s"],
  [/c(?=[eiy])/g, "s"],
  [/[cqg]/g, "k"],
  [/z/g, "s"],
  [/[bvw]/g, "p"],
  [/d/g, "t"],
];

/**
 * The consonants of a Latin word by their sounds: the same for the spellings that one name has after another script or
 * another ear, as `srs` of Suresh and சுரேஷ், `mhmt` of Mohamed and Muhammad.
 */
export function skeletonOf(latin: string): string {
  let sounds = latin;
  for (const [letters, sound] of SOUNDS) sounds = sounds.replaceAll(letters, sound);
  const first = sounds.slice(0, 1);
  const rest = sounds.slice(1).replaceAll(/[aeiouyh]/g, "");
  return `${first.replace(/[aeiouy]/, "")}${rest}`.replaceAll(/(.)\1+/g, "$1");
}
