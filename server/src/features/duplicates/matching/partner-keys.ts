import { mayBeAcronym } from "./acronyms.ts";
import type { Word } from "./latin.ts";
import { keyOf } from "./match-key.ts";
import { isTelling, type PartnerName, type Token } from "./partner-name.ts";
import type { ReadPartner } from "./partner-score.ts";

/**
 * The keys of a partner: two that share none are never compared. Each name gives several, so that at least one outlives
 * what people write differently: `n` for all its words, `w` for two of them, `x`, `f` and `l` for the sounds, the
 * beginning and the end of a proper name, `a`, `v` and `y` for acronyms, `h` for the website.
 */
export function partnerKeys({ facts, names }: ReadPartner): string[] {
  const scope = facts.country ?? "";
  const keys = names.flatMap(({ words }) => [
    ...wholeKeys(words, [scope, facts.subdivision, facts.parentId]),
    ...pairKeys(words),
    ...nameKeys(words, scope),
    ...acronymKeys(words, scope),
  ]);
  return [...new Set([...keys, ...(facts.host ? [`h ${facts.host}`] : [])].map(keyOf))];
}

/** A word as keys have it: the same in every language and script. */
function plain(token: Token): string {
  return token.concept ?? (token.skeleton.length > 1 ? token.skeleton : token.text);
}

const isName = (token: Token) => token.role === "NAME";
const tells = (token: Token) => isTelling(token) && token.role !== "COUNTRY";

/** All words that tell, in whatever order; within its place, its parent, and anywhere. */
function wholeKeys(name: PartnerName, scopes: readonly (string | null)[]): string[] {
  const telling = name.filter(tells);
  const words = telling.length > 0 ? telling : name.filter((token) => token.weight > 0);
  // An acronym in front of a name is the parent's as a rule, which the other record may say elsewhere.
  const spelledOut = words.filter((token) => !(isName(token) && isWrittenAcronym(token)));
  const wholes = new Set([words, ...(spelledOut.length > 0 ? [spelledOut] : [])].map(together));
  const places = ["", ...scopes.filter((scope) => scope !== null && scope !== "")];
  return [...wholes].flatMap((whole) => places.map((place) => `n${place} ${whole}`));
}

function together(words: PartnerName): string {
  const known = words.filter((token) => !isName(token)).map(plain);
  // Proper names are put together, for one writes Tamil Nadu and another Tamilnadu.
  return [...new Set(known)].toSorted().concat(words.filter(isName).map(plain).join("")).join(" ");
}

function isWrittenAcronym(token: Token): boolean {
  return mayBeAcronym(token) && token.words[0]?.isUpper === true;
}

const PAIRED = 4;

/** Two of the words that tell most: where one is misspelled or left out, another two are there. */
function pairKeys(name: PartnerName): string[] {
  const words = name
    .filter(tells)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, PAIRED)
    .map(plain);
  return words.flatMap((a, index) => words.slice(index + 1).map((b) => `w ${[a, b].toSorted().join(" ")}`));
}

const NAMES = 2;
const AFFIX = 4;

/** The sounds of its longest proper names; and, within the country, how the longest begins and ends. */
function nameKeys(name: PartnerName, scope: string): string[] {
  const longest = name.filter(isName).toSorted((a, b) => b.text.length - a.text.length);
  const sounds = longest.slice(0, NAMES).filter((token) => plain(token).length > 2);
  const affixes = longest
    .slice(0, 1)
    .filter((token) => !token.isForeign && token.concept === null && token.text.length > AFFIX);
  return [
    ...sounds.map((token) => `x ${plain(token)}`),
    ...affixes.flatMap(({ text }) => [`f${scope} ${text.slice(0, AFFIX)}`, `l${scope} ${text.slice(-AFFIX)}`]),
  ];
}

const SPOKEN = 5;

/** The acronyms that stand in a name, and those that it may have. */
function acronymKeys(name: PartnerName, scope: string): string[] {
  const isAlone = name.filter((token) => token.weight > 0).length === 1;
  const written = name.filter((token) => (isAlone ? mayBeAcronym(token) : isWrittenAcronym(token)));
  const possible = partsOf(name).flatMap((part) => initialsOf(part));
  // One for the unit and one for its parent may be the letters of one name: PNP-ACG.
  const together = written.map((token) => token.text).join("");
  const acronyms = new Set(
    [...written.map((token) => token.text), together, ...possible].filter((text) => text.length > 1),
  );
  return [
    ...[...acronyms].flatMap((text) => [`a${scope} ${text}`, ...(text.length > 2 ? [`a ${text}`] : [])]),
    // One that is spoken as a word may have vowels that no word gives, as DOVVSU.
    ...[...acronyms].filter((text) => text.length >= SPOKEN).map((text) => `v ${text.replaceAll(/[aeiou]/g, "")}`),
    ...syllableKeys(name, scope),
  ];
}

/** The whole name, what stands before or behind a comma, a dash or a bracket, and proper names of several words. */
function partsOf(name: PartnerName): PartnerName[] {
  const parts: Token[][] = [];
  const proper: Token[][] = [[]];
  for (const token of name) {
    if (parts.length === 0 || token.beginsPart) parts.push([]);
    parts.at(-1)?.push(token);
    if (isName(token)) proper.at(-1)?.push(token);
    else proper.push([]);
  }
  return [name, ...(parts.length > 1 ? parts : []), ...proper.filter((part) => part.length > 1)];
}

/** The initials without little words, with them, without what follows a hyphen, and without the country. */
function initialsOf(name: PartnerName): string[] {
  const isLittle = (token: Token) => token.role === "STOP" || token.role === "LEGAL_FORM";
  const wordsOf = (tokens: readonly Token[]) => tokens.flatMap((token) => token.words);
  const letters = (words: readonly Word[]) =>
    words.length > 1 ? words.map((word) => word.latin[0] ?? "").join("") : "";
  const essential = name.filter((token) => !isLittle(token));
  return [
    letters(wordsOf(essential)),
    letters(wordsOf(name)),
    letters(wordsOf(essential).filter((word) => !word.isJoined)),
    letters(wordsOf(essential.filter((token) => token.role !== "COUNTRY"))),
  ];
}

const SYLLABLE = 3;
const SYLLABIC = 9;

/** What acronyms made of syllables share with their names, as Komnas with Komisi Nasional: `kom n`. */
function syllableKeys(name: PartnerName, scope: string): string[] {
  const words = name.filter((token) => token.weight > 0);
  const [first = "", second = ""] = words.flatMap((token) => token.words.map((word) => word.latin));
  const isShort = words.length <= 2 && words[0] !== undefined && isName(words[0]);
  const ends =
    isShort && first.length > SYLLABLE && first.length <= SYLLABIC ? [0, 1, 2].map((more) => SYLLABLE + more) : [];
  return [
    ...(second === "" ? [] : [second[0] ?? ""]),
    ...ends.filter((end) => end < first.length).map((end) => first[end] ?? ""),
  ].map((letter) => `y${scope} ${first.slice(0, SYLLABLE)} ${letter}`);
}
