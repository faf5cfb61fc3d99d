import type { DuplicateReasonCode } from "@concord/shared/vocabularies";

/** Why two records may be one, or what speaks against it; `mine` and `theirs` are what the sentence is about. */
export interface Reason {
  readonly code: DuplicateReasonCode;
  readonly mine: string | null;
  readonly theirs: string | null;
}

export function reason(code: DuplicateReasonCode, mine: string | null = null, theirs: string | null = null): Reason {
  return { code, mine, theirs };
}

/** How likely two records are one, from 0 to 1, and why. */
export interface Verdict {
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** From here on two records are likely one: people are asked. */
export const LIKELY = 0.65;
/** From here on hardly anybody would say that they are two. */
export const CERTAIN = 0.9;
