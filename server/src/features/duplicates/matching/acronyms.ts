import type { Token } from "./partner-name.ts";

/** How many letters of one word an acronym may take: more than one, as DepEd of the Department of Education. */
const MAX_SYLLABLE = 5;
/** In all it takes not many more letters than words, or it is a word of its own. */
const LETTERS_A_WORD = 4;

interface Letters {
  readonly latin: string;
  /** May give no letter: a little word, or what follows a hyphen. */
  readonly isOptional: boolean;
}

/**
 * Whether an acronym stands for these words: each gives its first letter or its first syllable, in their order; little
 * words, and what follows a hyphen, may give none.
 */
export function spells(acronym: string, tokens: readonly Token[]): boolean {
  const words: Letters[] = tokens.flatMap((token) =>
    token.words.map((word) => ({
      latin: word.latin,
      isOptional: token.role === "STOP" || token.role === "LEGAL_FORM" || word.isJoined,
    })),
  );
  const needed = words.filter((word) => !word.isOptional).length;
  if (needed < 2 || acronym.length < needed || acronym.length > words.length * LETTERS_A_WORD) return false;
  return taking(acronym, 0, words, 0);
}

function taking(acronym: string, letter: number, words: readonly Letters[], index: number): boolean {
  const word = words[index];
  if (!word) return letter === acronym.length;
  for (let length = 1; length <= MAX_SYLLABLE && word.latin[length - 1] === acronym[letter + length - 1]; length += 1) {
    if (letter + length > acronym.length) break;
    if (taking(acronym, letter + length, words, index + 1)) return true;
  }
  return word.isOptional && taking(acronym, letter, words, index + 1);
}

/** Whether an acronym stands for a run of words of a name. */
export function standsWithin(acronym: string, name: readonly Token[]): boolean {
  return name.some((_from, from) => name.some((_to, to) => to > from && spells(acronym, name.slice(from, to + 1))));
}

/** Whether a word may be an acronym: of one to twelve letters, and no word that is known. Two letters must be capitals. */
export function mayBeAcronym(token: Token): boolean {
  const [word, ...others] = token.words;
  if (!word || others.length > 0 || !/^[a-z]{2,12}$/.test(word.latin)) return false;
  if (token.concept !== null && token.role !== "LEGAL_FORM") return word.isUpper && word.latin.length <= 4;
  return word.latin.length > 2 || word.isUpper;
}
