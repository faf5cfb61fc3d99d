import type { PartnerKind } from "@concord/shared/vocabularies";
import { type Reason, reason } from "./reasons.ts";

/** A partner as far as it is compared. A draft knows less of itself: null is "not said". */
export interface PartnerFacts {
  readonly id: string | null;
  /** Its name, its short name and its aliases, in this order. */
  readonly names: readonly string[];
  readonly kind: PartnerKind | null;
  readonly international: boolean;
  readonly country: string | null;
  readonly subdivision: string | null;
  /** The name of the state or province. */
  readonly subdivisionName: string | null;
  readonly parentId: string | null;
  /** Name, short name and aliases of the parent. */
  readonly parentNames: readonly string[];
  /** The host of its website, without `www.`. */
  readonly host: string | null;
}

/** What the names said. */
interface Named {
  readonly score: number;
  /** How many of the two have words by which they could be told from the other. */
  readonly more: number;
}

interface Weighed {
  readonly score: number;
  readonly reason?: Reason;
}

type Weigh = (mine: PartnerFacts, theirs: PartnerFacts, named: Named) => Weighed;

const ONE_WEBSITE = 0.5;
/** Below this the names speak of two, which may well share a website. */
const HARDLY_ALIKE = 0.4;

/** One website speaks for one agency, unless the names of both have words of their own. */
const website: Weigh = (mine, theirs, { score, more }) => {
  if (!mine.host || mine.host !== theirs.host || more > 1 || score < HARDLY_ALIKE) return { score };
  return { score: score + (1 - score) * ONE_WEBSITE, reason: reason("SAME_WEBSITE", mine.host) };
};

/** Kinds that people choose for one and the same body. */
const NEAR_KINDS: readonly (readonly PartnerKind[])[] = [
  ["POLICE", "GOVERNMENT", "PROSECUTION"],
  ["GOVERNMENT", "COURT"],
  ["COURT", "PROSECUTION"],
  ["GOVERNMENT", "LEGISLATURE"],
  ["NGO", "SHELTER", "FAITH", "COMPANY"],
  ["NGO", "INTERGOVERNMENTAL"],
  ["NGO", "UNIVERSITY"],
];
const NEAR_KIND = 0.93;
const FAR_KIND = 0.6;

const kind: Weigh = (mine, theirs, { score }) => {
  const [own, other] = [mine.kind, theirs.kind];
  if (!own || !other || own === other) return { score };
  const isNear =
    own === "OTHER" || other === "OTHER" || NEAR_KINDS.some((near) => near.includes(own) && near.includes(other));
  return { score: score * (isNear ? NEAR_KIND : FAR_KIND), reason: reason("OTHER_KIND", own, other) };
};

const ONE_INTERNATIONAL = 0.85;
const UNKNOWN_COUNTRY = 0.96;
const OTHER_COUNTRY = 0.3;

/** The same name in another country is another body. */
const country: Weigh = (mine, theirs, { score }) => {
  if (mine.international && theirs.international) return { score };
  if (mine.international !== theirs.international && (mine.country || theirs.country)) {
    return { score: score * ONE_INTERNATIONAL, reason: reason("OTHER_REACH", mine.country, theirs.country) };
  }
  if (!mine.country || !theirs.country) return { score: score * UNKNOWN_COUNTRY };
  if (mine.country === theirs.country) return { score };
  return { score: Math.min(OTHER_COUNTRY, score), reason: reason("OTHER_COUNTRY", mine.country, theirs.country) };
};

const OTHER_SUBDIVISION = 0.35;

const subdivision: Weigh = (mine, theirs, { score }) => {
  if (!mine.subdivision || !theirs.subdivision || mine.subdivision === theirs.subdivision) return { score };
  return {
    score: Math.min(OTHER_SUBDIVISION, score),
    reason: reason("OTHER_SUBDIVISION", mine.subdivision, theirs.subdivision),
  };
};

const UNIT_OF = 0.2;
const UNKNOWN_PARENT = 0.98;
const OTHER_PARENT = 0.4;
const ONE_PARENT = 0.2;

/** Units of one agency bear its name, so that one parent speaks only for names without words of their own. */
const parent: Weigh = (mine, theirs, { score, more }) => {
  if (!mine.parentId && !theirs.parentId) return { score };
  const isUnit = (unit: PartnerFacts, whole: PartnerFacts) => unit.parentId !== null && unit.parentId === whole.id;
  if (isUnit(mine, theirs) || isUnit(theirs, mine)) {
    return { score: Math.min(UNIT_OF, score), reason: reason("UNIT_OF") };
  }
  if (!mine.parentId || !theirs.parentId) return { score: score * UNKNOWN_PARENT };
  if (mine.parentId === theirs.parentId) {
    return more > 0 ? { score } : { score: score + (1 - score) * ONE_PARENT, reason: reason("SAME_PARENT") };
  }
  return {
    score: Math.min(OTHER_PARENT, score),
    reason: reason("OTHER_PARENT", mine.parentNames[0] ?? null, theirs.parentNames[0] ?? null),
  };
};

/** What is known of two partners besides their names, in the order in which it is weighed. */
export const CIRCUMSTANCES: readonly Weigh[] = [website, kind, country, subdivision, parent];
