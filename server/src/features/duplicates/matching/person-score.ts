import { initialOf, type NamePart, type PersonName, personName } from "./person-name.ts";
import { type Reason, reason, type Verdict } from "./reasons.ts";
import { likeness } from "./word-likeness.ts";

/** A person as far as they are compared. A draft may not know its partners yet. */
export interface PersonFacts {
  readonly id: string | null;
  /** The name and the other names. */
  readonly names: readonly string[];
  /** The partners of the positions, and the agencies that these are units of. */
  readonly partnerIds: readonly string[];
  /** Where those partners act. */
  readonly countries: readonly string[];
}

/** A person whose names have been read, so that they can be compared with many. */
export interface ReadPerson {
  readonly facts: PersonFacts;
  readonly names: readonly { readonly text: string; readonly parts: PersonName }[];
}

const MAX_NAMES = 8;

export function readPersonFacts(facts: PersonFacts): ReadPerson {
  return { facts, names: facts.names.slice(0, MAX_NAMES).map((text) => ({ text, parts: personName(text) })) };
}

/** How likely two people are one, and why. */
export function scorePeople(mine: ReadPerson, theirs: ReadPerson): Verdict {
  let best: { own: string; other: string; found: NameLikeness } | null = null;
  for (const own of mine.names) {
    for (const other of theirs.names) {
      const found = compareNames(own.parts, other.parts);
      if (found.score > (best?.found.score ?? 0)) best = { own: own.text, other: other.text, found };
    }
  }
  if (!best) return { score: 0, reasons: [] };
  const isShown = best.own !== mine.facts.names[0] || best.other !== theirs.facts.names[0];
  const named = isShown ? reason(best.found.code, best.own, best.other) : reason(best.found.code);
  const { score, reason: of } = atPartners(mine.facts, theirs.facts, best.found);
  return { score, reasons: of ? [named, of] : [named] };
}

interface NameLikeness {
  readonly score: number;
  readonly code: Reason["code"];
  /** How many names, beside initials, both have. */
  readonly shared: number;
}

/** Two full names in common, three, and one with initials; the name alone does not make two people one. */
const TWO_NAMES = 0.9;
const THREE_NAMES = 0.96;
const WITH_INITIALS = 0.68;
const ONE_NAME = 0.66;
const CONFLICT = 0.35;
/** Off for each name that only one of them has, as a middle name. */
const EXTRA_NAME = 0.03;

/** Compares two names, whatever the order of their parts. */
function compareNames(mine: PersonName, theirs: PersonName): NameLikeness {
  const pairs = pairUp(mine.parts, theirs.parts);
  const full = pairs.filter((pair) => !pair.byInitial);
  const initials = pairs.length - full.length;
  const [extra, otherExtra] = [mine.parts.length - pairs.length, theirs.parts.length - pairs.length];
  const alike = full.length === 0 ? 1 : Math.min(...full.map((pair) => pair.likeness));
  const base = baseOf(full.length, initials, Math.max(extra, otherExtra));
  const isConflict = (extra > 0 && otherExtra > 0) || generationsDiffer(mine, theirs);
  const score = isConflict ? Math.min(CONFLICT, base) : base * alike - EXTRA_NAME * Math.max(extra, otherExtra);
  return { score: Math.max(0, score), code: codeOf(pairs, initials), shared: full.length };
}

function baseOf(full: number, initials: number, extra: number): number {
  if (full >= 3) return THREE_NAMES;
  if (full === 2) return TWO_NAMES;
  if (full === 1 && initials > 0) return WITH_INITIALS + 0.06 * (initials - 1);
  return full === 1 && extra === 0 ? ONE_NAME : CONFLICT;
}

function generationsDiffer(mine: PersonName, theirs: PersonName): boolean {
  return mine.generation !== null && theirs.generation !== null && mine.generation !== theirs.generation;
}

interface Pair {
  readonly places: readonly [mine: number, theirs: number];
  readonly likeness: number;
  readonly byInitial: boolean;
  readonly acrossScripts: boolean;
}

/** Which parts are the same: names first, the most alike before the others, then initials. */
function pairUp(mine: readonly NamePart[], theirs: readonly NamePart[]): Pair[] {
  const possible = mine.flatMap((part, at) =>
    theirs.flatMap((other, otherAt) => {
      const byInitial = part.isInitial || other.isInitial;
      const alike = byInitial ? initialLikeness(part, other) : likeness(part, other);
      if (alike < LEAST) return [];
      return [
        {
          places: [at, otherAt] as const,
          likeness: alike,
          byInitial,
          acrossScripts: part.isForeign !== other.isForeign,
        },
      ];
    }),
  );
  const pairs: Pair[] = [];
  for (const pair of possible.toSorted(
    (a, b) => Number(a.byInitial) - Number(b.byInitial) || b.likeness - a.likeness,
  )) {
    const taken = pairs.some(({ places: [at, otherAt] }) => at === pair.places[0] || otherAt === pair.places[1]);
    if (!taken) pairs.push(pair);
  }
  return pairs;
}

/** Below this two names are two. */
const LEAST = 0.84;

function initialLikeness(part: NamePart, other: NamePart): number {
  if (part.isInitial && other.isInitial && part.isForeign === other.isForeign) return part.text === other.text ? 1 : 0;
  return initialOf(part) === initialOf(other) && sameLetter(part, other) ? 1 : 0;
}

/** Within one script the letter itself must be the same; another script may write another one for the sound. */
function sameLetter(part: NamePart, other: NamePart): boolean {
  return part.isForeign !== other.isForeign || part.text[0] === other.text[0];
}

function codeOf(pairs: readonly Pair[], initials: number): Reason["code"] {
  if (pairs.some((pair) => pair.acrossScripts)) return "OTHER_SCRIPT";
  if (initials > 0) return "INITIALS";
  if (pairs.some((pair) => pair.likeness < 1)) return "SPELLING";
  const places = pairs.map((pair) => pair.places).toSorted(([a], [b]) => a - b);
  const inOrder = places.every(([, at], index) => index === 0 || at > (places[index - 1]?.[1] ?? 0));
  return inOrder ? "SAME_NAME" : "WORD_ORDER";
}

const UNKNOWN_PARTNER = 0.98;
const ONE_PARTNER = 0.5;
/** Below this the names are those of two, who may well work at one partner. */
const HARDLY_ALIKE = 0.5;
/** What another partner or country leaves: more of a name of three parts, which is not common. */
const OTHER_PARTNER = { common: 0.65, rare: 0.85 };
const OTHER_COUNTRY = { common: 0.4, rare: 0.6 };

/** One partner in common makes one person likelier; people also move, but fewer than are called alike. */
function atPartners(mine: PersonFacts, theirs: PersonFacts, named: NameLikeness): { score: number; reason?: Reason } {
  const { score } = named;
  const rarity = named.shared > 2 ? "rare" : "common";
  if (mine.partnerIds.length === 0 || theirs.partnerIds.length === 0) return { score: score * UNKNOWN_PARTNER };
  if (overlap(mine.partnerIds, theirs.partnerIds)) {
    const raised = score < HARDLY_ALIKE ? score : score + (1 - score) * ONE_PARTNER;
    return { score: raised, reason: reason("SAME_PARTNER") };
  }
  const [country = null] = mine.countries;
  const [otherCountry = null] = theirs.countries;
  if (country !== null && otherCountry !== null && !overlap(mine.countries, theirs.countries)) {
    return { score: score * OTHER_COUNTRY[rarity], reason: reason("OTHER_COUNTRY", country, otherCountry) };
  }
  return { score: score * OTHER_PARTNER[rarity], reason: reason("OTHER_PARTNER") };
}

function overlap(some: readonly string[], others: readonly string[]): boolean {
  return some.some((item) => others.includes(item));
}
