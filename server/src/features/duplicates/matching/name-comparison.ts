import type { PartnerKind } from "@concord/shared/vocabularies";
import { mayBeAcronym, spells } from "./acronyms.ts";
import { skeletonOf } from "./latin.ts";
import { NameBoard, weightOf } from "./name-board.ts";
import { isTelling, type PartnerName, type Token } from "./partner-name.ts";
import { type MatchKind, tokenLikeness } from "./token-likeness.ts";

/** What is known of a partner besides the name: a word of another's name that says it again tells nothing. */
export interface Surroundings {
  /** ISO 3166-1; null where it is not known. */
  readonly country: string | "INTERNATIONAL" | null;
  readonly kind: PartnerKind | null;
  /** The name of its state or province. */
  readonly subdivision: PartnerName;
  /** The names of the agency that it is a unit of. */
  readonly parents: readonly PartnerName[];
  /** Its own names of one word. */
  readonly shortNames: readonly string[];
}

/** What comparing two names found. */
export interface Comparison {
  /** From 0 to 1, by the names alone. */
  readonly score: number;
  readonly kinds: ReadonlySet<MatchKind>;
  /** Whether their words stand in the same order. */
  readonly inOrder: boolean;
  /** Words by which one could be told from the other, on either side. */
  readonly onlyMine: readonly Token[];
  readonly onlyTheirs: readonly Token[];
}

/** Where both have words of their own that tell, they are two, however much they share. */
const CONFLICT = 0.4;
/** Where one has such words, it is more likely a part or a branch of the other. */
const MORE_WORDS = 0.6;
/** Where those words stand in brackets, they may as well be an addition: people are asked. */
const AN_ASIDE = 0.7;
/** What a conflict, another level or another form leaves of the likeness. */
const OF_CONFLICT = 0.6;
const OF_LEVELS = 0.8;
const OF_FORMS = 0.92;
/** A word that only its own record explains weighs half: the other one may be silent, or of elsewhere. */
const OWN_WEIGHT = 0.5;
/** Words that are alike from here on are matched, after all those that are the same. */
const ALIKE = 0.75;

/** Compares two names of partners, word by word, whatever their order, script and language. */
export function compareNames(
  mine: PartnerName,
  theirs: PartnerName,
  my: Surroundings,
  their: Surroundings,
): Comparison {
  const board = new NameBoard(mine, theirs);
  board.matchWords(1);
  board.matchWords(ALIKE);
  board.matchJoined();
  board.matchAcronyms();
  const [own, other] = [restOf(board.mine.rest(), my, their), restOf(board.theirs.rest(), their, my)];
  return {
    score: scoreOf(board, own, other),
    kinds: new Set(board.matches.filter((match) => match.weight > 0).map((match) => match.kind)),
    inOrder: board.inOrder,
    onlyMine: own.telling,
    onlyTheirs: other.telling,
  };
}

function scoreOf({ matches }: NameBoard, mine: Rest, theirs: Rest): number {
  const matched = matches.reduce((sum, match) => sum + match.weight * match.likeness, 0);
  if (matched === 0) return 0;
  const whole = matches.reduce((sum, match) => sum + match.weight, 0);
  const alike = (2 * matched) / (2 * whole + mine.weight + theirs.weight);
  const isNamed = matches.some((match) => match.isNaming);
  if (mine.telling.length > 0 && theirs.telling.length > 0) return Math.min(CONFLICT, alike * OF_CONFLICT);
  if (mine.hasLevel && theirs.hasLevel) return Math.min(MORE_WORDS, alike * OF_LEVELS);
  if (mine.hasForm && theirs.hasForm) return isNamed ? alike * OF_FORMS : Math.min(MORE_WORDS, alike * OF_LEVELS);
  const more = [...mine.telling, ...theirs.telling];
  if (more.length === 0) return alike;
  if (isNamed && more.every((token) => token.isAside)) return Math.min(AN_ASIDE, alike);
  return Math.min(isNamed ? MORE_WORDS : CONFLICT, alike);
}

/** The words of one name that no word of the other matches. */
interface Rest {
  readonly weight: number;
  readonly telling: readonly Token[];
  /** Whether it says how far the body reaches, as national or district. */
  readonly hasLevel: boolean;
  /** Whether it says what kind of body it is, as unit or desk. */
  readonly hasForm: boolean;
}

function restOf(rest: readonly Token[], own: Surroundings, other: Surroundings): Rest {
  const unsaid = whatOnlyOneSays(own, other);
  const open = rest.filter((token) => !explains(other, token, rest) && !other.shortNames.includes(token.text));
  const stated = open.filter((token) => explains(unsaid, token, rest));
  const left = open.filter((token) => !stated.includes(token));
  return {
    weight: weightOf(left) + weightOf(stated) * OWN_WEIGHT,
    telling: left.filter(isTelling),
    hasLevel: left.some((token) => token.role === "LEVEL"),
    hasForm: left.some((token) => token.role === "FORM"),
  };
}

/** What a name says of its own record is no difference, as long as the other record says nothing of the kind. */
function whatOnlyOneSays(own: Surroundings, other: Surroundings): Surroundings {
  return {
    country: other.country === null ? own.country : null,
    kind: other.kind === null ? own.kind : null,
    subdivision: [],
    parents: other.parents.length === 0 ? own.parents : [],
    shortNames: [],
  };
}

const KIND_CONCEPTS: Readonly<Partial<Record<PartnerKind, readonly string[]>>> = {
  POLICE: ["police"],
  COURT: ["court"],
  PROSECUTION: ["prosecutor"],
  SHELTER: ["shelter", "home"],
  UNIVERSITY: ["university"],
  FAITH: ["church"],
};

/** Whether what is known of a partner says what a word says. */
function explains(known: Surroundings, token: Token, rest: readonly Token[]): boolean {
  if (token.role === "COUNTRY") return known.country === token.concept;
  if (known.kind && token.concept && KIND_CONCEPTS[known.kind]?.includes(token.concept)) return true;
  return [known.subdivision, ...known.parents].some((name) => says(name, token, rest));
}

const SAID = 0.85;

function says(name: PartnerName, token: Token, rest: readonly Token[]): boolean {
  if (name.length === 0) return false;
  if (name.some((word) => tokenLikeness(word, token).likeness >= SAID)) return true;
  if (mayBeAcronym(token) && spells(token.text, name)) return true;
  // A name in one word on one side may be in two on the other: Tamil Nadu, Tamilnadu.
  const whole = name.map((word) => word.text).join("");
  const next = rest[rest.indexOf(token) + 1];
  return (
    [token.text, `${token.text}${next?.text ?? ""}`].includes(whole) ||
    (token.isForeign && skeletonOf(whole) === token.skeleton)
  );
}
