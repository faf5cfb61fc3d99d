import { mayBeAcronym, spells } from "./acronyms.ts";
import { skeletonOf } from "./latin.ts";
import { isTelling, type PartnerName, type Token } from "./partner-name.ts";
import { type MatchKind, type TokenLikeness, tokenLikeness } from "./token-likeness.ts";
import { likeness } from "./word-likeness.ts";

/** Words of one name that have found theirs in the other. */
interface Match extends TokenLikeness {
  readonly weight: number;
  /** Whether it tells one body from another; that both are of one country does not. */
  readonly isNaming: boolean;
  /** Where it begins in either name. */
  readonly at: readonly [mine: number, theirs: number];
}

/** One of two names that are compared, and which of its words are matched already. */
class Side {
  readonly tokens: PartnerName;
  readonly matched = new Set<number>();

  constructor(tokens: PartnerName) {
    this.tokens = tokens;
  }

  at(index: number): Token {
    const token = this.tokens[index];
    if (!token) throw new Error(`A name of ${this.tokens.length} words has no word ${index}.`);
    return token;
  }

  all(places: readonly number[]): Token[] {
    return places.map((index) => this.at(index));
  }

  isOpen(index: number): boolean {
    return !this.matched.has(index) && this.at(index).weight > 0;
  }

  /** The words that found no other, but for those that say again what others of the same name say. */
  rest(): Token[] {
    return this.tokens.filter((_token, index) => this.isOpen(index) && !this.isSaid(index));
  }

  private isSaid(index: number): boolean {
    const token = this.at(index);
    if (token.concept !== null && [...this.matched].some((at) => this.at(at).concept === token.concept)) return true;
    if (!mayBeAcronym(token)) return false;
    return runs(this, (at) => at !== index).some((run) => spells(token.text, this.all(run)));
  }
}

/** Runs of neighbours that all are wanted, little words among them, the longest first; each as the places of its words. */
function runs(side: Side, isWanted: (index: number) => boolean): number[][] {
  const found: number[][] = [];
  for (let from = 0; from < side.tokens.length; from += 1) {
    const run: number[] = [];
    for (let to = from; to < side.tokens.length && (isWanted(to) || side.at(to).weight === 0); to += 1) {
      run.push(to);
      if (run.length > 1) found.push([...run]);
    }
  }
  return found.toSorted((a, b) => b.length - a.length);
}

const JOINED = 3;
const WITHOUT_SPACES = 0.97;
const BY_ACRONYM = 0.95;
/** Two letters stand for much. */
const BY_TWO_LETTERS = 0.85;

/** Two names side by side: which words of one have found theirs in the other. */
export class NameBoard {
  readonly mine: Side;
  readonly theirs: Side;
  readonly matches: Match[] = [];

  constructor(mine: PartnerName, theirs: PartnerName) {
    this.mine = new Side(mine);
    this.theirs = new Side(theirs);
  }

  /** Matches words that are at least so alike, each with the one that it is most alike to. */
  matchWords(least: number): void {
    for (const index of this.mine.tokens.keys()) {
      if (!this.mine.isOpen(index)) continue;
      const best = this.mostLike(this.mine.at(index));
      if (best && best.found.likeness >= least) this.match([index], [best.at], best.found);
    }
  }

  private mostLike(token: Token): { readonly at: number; readonly found: TokenLikeness } | undefined {
    let best: { readonly at: number; readonly found: TokenLikeness } | undefined;
    for (const at of this.theirs.tokens.keys()) {
      if (!this.theirs.isOpen(at)) continue;
      const found = tokenLikeness(token, this.theirs.at(at));
      if (found.likeness > (best?.found.likeness ?? 0)) best = { at, found };
    }
    return best;
  }

  /** Matches a word with two or three neighbours that are one without their spaces. */
  matchJoined(): void {
    this.matchWithRuns((token, run) => {
      if (token.words.length !== 1 || run.length > JOINED || !isJoinedOf(token, run)) return undefined;
      const kind: MatchKind = run.some((part) => part.isForeign !== token.isForeign) ? "SCRIPT" : "SPELLING";
      return { likeness: WITHOUT_SPACES, kind };
    });
  }

  /** Matches an acronym with the words that it stands for, as many as it can. */
  matchAcronyms(): void {
    this.matchWithRuns((token, run) => {
      if (!mayBeAcronym(token) || !spells(token.text, run)) return undefined;
      return { likeness: token.text.length > 2 ? BY_ACRONYM : BY_TWO_LETTERS, kind: "ACRONYM" };
    });
  }

  private matchWithRuns(compare: (token: Token, run: readonly Token[]) => TokenLikeness | undefined): void {
    for (const index of this.mine.tokens.keys()) {
      const run = firstRun(this.mine, index, this.theirs, compare);
      if (run) this.match([index], run.places, run.found);
    }
    for (const index of this.theirs.tokens.keys()) {
      const run = firstRun(this.theirs, index, this.mine, compare);
      if (run) this.match(run.places, [index], run.found);
    }
  }

  private match(mine: readonly number[], theirs: readonly number[], found: TokenLikeness): void {
    for (const at of mine) this.mine.matched.add(at);
    for (const at of theirs) this.theirs.matched.add(at);
    const [own, other] = [this.mine.all(mine), this.theirs.all(theirs)];
    this.matches.push({
      ...found,
      // An acronym stands for all its words, whatever one word weighs.
      weight: Math.max(weightOf(own), weightOf(other)),
      isNaming: [...own, ...other].some((token) => isTelling(token) && token.role !== "COUNTRY"),
      at: [Math.min(...mine), Math.min(...theirs)],
    });
  }

  /** Whether what was matched stands in the same order in both names. */
  get inOrder(): boolean {
    const places = this.matches.map((match) => match.at).toSorted(([a], [b]) => a - b);
    return places.every(([, theirs], index) => index === 0 || theirs > (places[index - 1]?.[1] ?? 0));
  }
}

/** The longest run of the other's open words that an open word is found to be. */
function firstRun(
  one: Side,
  index: number,
  many: Side,
  compare: (token: Token, run: readonly Token[]) => TokenLikeness | undefined,
): { readonly places: readonly number[]; readonly found: TokenLikeness } | undefined {
  if (!one.isOpen(index)) return undefined;
  for (const places of runs(many, (at) => many.isOpen(at))) {
    const found = compare(one.at(index), many.all(places));
    if (found) return { places, found };
  }
  return undefined;
}

export function weightOf(tokens: readonly Token[]): number {
  return tokens.reduce((sum, token) => sum + token.weight, 0);
}

function isJoinedOf(token: Token, run: readonly Token[]): boolean {
  const text = run.map((part) => part.text).join("");
  if (text === token.text) return true;
  const skeleton = skeletonOf(text);
  return skeleton === token.skeleton && likeness({ text, skeleton, isForeign: false }, token) > 0;
}
