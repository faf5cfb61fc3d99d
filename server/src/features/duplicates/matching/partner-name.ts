import { skeletonOf, type Word, wordsOf } from "./latin.ts";
import { meaningAt, type Role } from "./vocabulary.ts";

/** A word of a partner's name, or several that stand for one thing. */
export interface Token {
  readonly words: readonly Word[];
  /** In Latin letters, without spaces. */
  readonly text: string;
  /** What it stands for in any language; null for a word of its own. */
  readonly concept: string | null;
  readonly role: Role;
  readonly weight: number;
  readonly skeleton: string;
  readonly isForeign: boolean;
  /** The first of a part of the name, as behind a comma. */
  readonly beginsPart: boolean;
  /** Stands in brackets. */
  readonly isAside: boolean;
}

export type PartnerName = readonly Token[];

/** How much a word tells about which body it is. */
const WEIGHTS: Readonly<Record<Role, number>> = {
  STOP: 0,
  LEGAL_FORM: 0.05,
  GENERAL: 0.2,
  FORM: 0.3,
  LEVEL: 0.4,
  FIELD: 1,
  DIRECTION: 1,
  NUMBER: 1,
  COUNTRY: 1,
  NAME: 1.2,
};

/** Roles by which two bodies are told apart. */
export function isTelling(token: Token): boolean {
  return token.weight >= 1;
}

/** L'homme, d'Ivoire. */
const ELISION = /(?<!\p{L})(l|d|qu)['’](?=\p{L})/giu;

/** Of a longer name the first words are compared. */
const MAX_WORDS = 20;

/** Names that were read last: an import compares each row with many of the same ones. */
const read = new Map<string, PartnerName>();
const MAX_READ = 2_000;

/** A name as its words, with what each stands for. */
export function partnerName(text: string): PartnerName {
  const known = read.get(text);
  if (known) return known;
  const name = readName(text);
  const [oldest] = read.size < MAX_READ ? [] : read.keys();
  if (oldest !== undefined) read.delete(oldest);
  read.set(text, name);
  return name;
}

function readName(text: string): PartnerName {
  const words = wordsOf(text.replaceAll(ELISION, "$1 ")).slice(0, MAX_WORDS);
  const tokens: Token[] = [];
  for (let index = 0; index < words.length; ) {
    const found = meaningAt(words, index);
    const length = found?.length ?? 1;
    const taken = words.slice(index, index + length);
    // A word that is several things in one stands for each of them; its letters stay with the first.
    for (const [part, meaning] of (found?.meanings ?? [null]).entries()) {
      const own = part === 0 ? taken : [];
      tokens.push(tokenOf(own, taken, meaning?.concept ?? null, meaning?.role ?? "NAME"));
    }
    index += length;
  }
  return tokens;
}

/** Endings by which Slavic languages make an adjective of a name, and decline either. */
const ENDINGS = /(?:s'?k)?(?:ogo|oho|omu|iyi|oyi|oyu|oi|yi|iy|ii|yy|ikh|ykh|aya|oye|a|e|i|y|u|om|oyu)$/;

function tokenOf(own: readonly Word[], taken: readonly Word[], concept: string | null, role: Role): Token {
  const text = taken.map((word) => word.latin).join("");
  const isCyrillic = taken.some((word) => /\p{sc=Cyrillic}/u.test(word.native));
  const stem = isCyrillic && text.length > 5 ? text.replace(ENDINGS, "") : text;
  return {
    words: own,
    text,
    concept: concept === "" ? null : concept,
    role,
    weight: WEIGHTS[role],
    skeleton: skeletonOf(stem),
    isForeign: taken.some((word) => word.isForeign),
    beginsPart: taken[0]?.beginsPart ?? false,
    isAside: taken.every((word) => word.isAside),
  };
}
