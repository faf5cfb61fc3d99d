import { mayBeAcronym, standsWithin } from "./acronyms.ts";
import { type Comparison, compareNames, type Surroundings } from "./name-comparison.ts";
import { CIRCUMSTANCES, type PartnerFacts } from "./partner-circumstances.ts";
import { type PartnerName, partnerName } from "./partner-name.ts";
import { type Reason, reason, type Verdict } from "./reasons.ts";
import type { MatchKind } from "./token-likeness.ts";

/** A partner whose names have been read, so that it can be compared with many. */
export interface ReadPartner {
  readonly facts: PartnerFacts;
  readonly names: readonly { readonly text: string; readonly words: PartnerName }[];
  readonly surroundings: Surroundings;
}

/** A partner with more names than these is compared by the first of them. */
const MAX_NAMES = 12;

export function readPartnerFacts(facts: PartnerFacts): ReadPartner {
  const names = facts.names.slice(0, MAX_NAMES).map((text) => ({ text, words: partnerName(text) }));
  return {
    facts,
    names,
    surroundings: {
      country: facts.international ? "INTERNATIONAL" : facts.country,
      kind: facts.kind,
      subdivision: facts.subdivisionName ? partnerName(facts.subdivisionName) : [],
      parents: facts.parentNames.slice(0, MAX_NAMES).map(partnerName),
      shortNames: names.flatMap(({ words }) => (words.length === 1 ? words.map((word) => word.text) : [])),
    },
  };
}

/** How likely two partners are one agency, and why. */
export function scorePartners(mine: ReadPartner, theirs: ReadPartner): Verdict {
  const named = bestNames(mine, theirs);
  if (!named) return { score: 0, reasons: [] };
  let { score } = named;
  const reasons = [...named.reasons];
  for (const weigh of CIRCUMSTANCES) {
    const weighed = weigh(mine.facts, theirs.facts, { score, more: named.more });
    score = weighed.score;
    if (weighed.reason) reasons.push(weighed.reason);
  }
  return { score: Math.max(0, Math.min(1, score)), reasons };
}

interface Named {
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** How many of the two have words by which they could be told from the other. */
  readonly more: number;
}

/** What the two best of their names say. */
function bestNames(mine: ReadPartner, theirs: ReadPartner): Named | null {
  let best: { own: ReadPartner["names"][number]; other: ReadPartner["names"][number]; found: Comparison } | null = null;
  for (const own of mine.names) {
    for (const other of theirs.names) {
      const found = compareNames(own.words, other.words, mine.surroundings, theirs.surroundings);
      if (weightOf(found) > weightOf(best?.found)) best = { own, other, found };
    }
  }
  if (!best) return null;
  const { own, other, found } = best;
  const more = [found.onlyMine, found.onlyTheirs].filter((tokens) => tokens.length > 0).length;
  const byAcronym = isAcronym(own.words) || isAcronym(other.words);
  if (byAcronym && isCoincidence(mine, theirs)) {
    return {
      score: Math.min(found.score, SAME_ACRONYM),
      reasons: [reason("SAME_ACRONYM_ONLY", own.text, other.text)],
      more: 2,
    };
  }
  return { score: found.score, reasons: reasonsOf(own.text, other.text, found, mine, theirs), more };
}

/** Of two names that are as likely, the same one explains itself better than a translation. */
function weightOf(found: Comparison | undefined): number {
  if (!found || found.score === 0) return 0;
  return found.score + (found.kinds.size === 1 && found.kinds.has("SAME") ? 0.001 : 0);
}

function isAcronym(name: PartnerName): boolean {
  const [word, ...others] = name.filter((token) => token.weight > 0);
  return word !== undefined && others.length === 0 && mayBeAcronym(word);
}

/** What the same acronym of two different names is worth, and from where on full names are not different. */
const SAME_ACRONYM = 0.4;
const SOMEWHAT_ALIKE = 0.55;

/** Two that share an acronym, and whose full names have nothing else in common: the acronym is that of both. */
function isCoincidence(mine: ReadPartner, theirs: ReadPartner): boolean {
  const [full, otherFull] = [fullNames(mine), fullNames(theirs)];
  if (full.length === 0 || otherFull.length === 0) return false;
  const alike = full.flatMap((own) =>
    otherFull.map((other) => compareNames(own, other, mine.surroundings, theirs.surroundings).score),
  );
  if (Math.max(...alike) >= SOMEWHAT_ALIKE) return false;
  const acronyms = [...mine.names, ...theirs.names].map(({ words }) => words).filter(isAcronym);
  return acronyms.some((acronym) => {
    const text = acronym.find((token) => token.weight > 0)?.text ?? "";
    return full.some((name) => standsWithin(text, name)) && otherFull.some((name) => standsWithin(text, name));
  });
}

function fullNames(partner: ReadPartner): PartnerName[] {
  return partner.names.map(({ words }) => words).filter((words) => !isAcronym(words));
}

const CODES: readonly (readonly [MatchKind, Reason["code"]])[] = [
  ["ACRONYM", "ACRONYM"],
  ["SCRIPT", "OTHER_SCRIPT"],
  ["TRANSLATION", "TRANSLATION"],
  ["SPELLING", "SPELLING"],
  ["ABBREVIATION", "ABBREVIATION"],
];

function reasonsOf(own: string, other: string, found: Comparison, mine: ReadPartner, theirs: ReadPartner): Reason[] {
  const code = CODES.find(([kind]) => found.kinds.has(kind))?.[1] ?? (found.inOrder ? "SAME_NAME" : "WORD_ORDER");
  const shown =
    own === mine.names[0]?.text && other === theirs.names[0]?.text ? reason(code) : reason(code, own, other);
  const [more, side] = found.onlyMine.length > 0 ? [found.onlyMine, "mine"] : [found.onlyTheirs, "theirs"];
  const words = more.flatMap((token) => token.words.map((word) => word.native)).join(" ");
  const extra =
    more.length === 0 ? [] : [side === "mine" ? reason("MORE_WORDS", words, null) : reason("MORE_WORDS", null, words)];
  return [shown, ...extra];
}
