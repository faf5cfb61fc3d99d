import type { Token } from "./partner-name.ts";
import { likeness } from "./word-likeness.ts";

/** How two words, or runs of words, came to be matched. */
export type MatchKind = "SAME" | "SPELLING" | "ABBREVIATION" | "TRANSLATION" | "SCRIPT" | "ACRONYM";

/** How likely two words of names say the same, from 0 to 1, and how that came about. */
export interface TokenLikeness {
  readonly likeness: number;
  readonly kind: MatchKind;
}

const NOTHING: TokenLikeness = { likeness: 0, kind: "SAME" };
const ABBREVIATED: TokenLikeness = { likeness: 0.9, kind: "ABBREVIATION" };
/** A slip in a word that is known is believed from here on: it could be a word of its own. */
const SLIP = 0.85;

/** Compares two words by what they stand for, else by their letters and sounds. */
export function tokenLikeness(a: Token, b: Token): TokenLikeness {
  if (a.concept !== null && b.concept !== null) {
    return isSameConcept(a.concept, b.concept) ? { likeness: 1, kind: kindOfSame(a, b) } : abbreviation(a, b);
  }
  const alike = likeness(a, b);
  if (a.concept === null && b.concept === null && alike > 0) {
    return { likeness: alike, kind: alike === 1 ? "SAME" : a.isForeign === b.isForeign ? "SPELLING" : "SCRIPT" };
  }
  if (alike >= SLIP && alike < 1 && !a.isForeign && !b.isForeign) return { likeness: alike, kind: "SPELLING" };
  return abbreviation(a, b);
}

/** A word that may mean this or that, as `national/state`, is the same as either. */
function isSameConcept(a: string, b: string): boolean {
  return a === b || a.split("/").some((meaning) => b.split("/").includes(meaning));
}

const MIN_ABBREVIATION = 3;

/** A word that ends with a full stop and begins another one. */
function abbreviation(a: Token, b: Token): TokenLikeness {
  const isOf = (short: Token, long: Token) =>
    short.words.length === 1 &&
    short.words[0]?.isDotted === true &&
    short.text.length >= MIN_ABBREVIATION &&
    long.text.startsWith(short.text);
  return isOf(a, b) || isOf(b, a) ? ABBREVIATED : NOTHING;
}

function kindOfSame(a: Token, b: Token): MatchKind {
  if (a.text === b.text) return "SAME";
  if (a.isForeign !== b.isForeign) return "SCRIPT";
  const [short, long] = a.text.length <= b.text.length ? [a.text, b.text] : [b.text, a.text];
  if (long.length - short.length > 2 && isWithin(short, long)) return "ABBREVIATION";
  return likeness(a, b) > 0 || long.startsWith(short) ? "SPELLING" : "TRANSLATION";
}

/** Whether the letters of the one stand in their order in the other, from the first on: dept in department. */
function isWithin(short: string, long: string): boolean {
  let from = 0;
  for (const letter of short) {
    const index = long.indexOf(letter, from);
    if (index < 0 || (from === 0 && index > 0)) return false;
    from = index + 1;
  }
  return true;
}
