import type { CollaborationFilter } from "./rules/collaborations.ts";
import type { RecognitionFilter } from "./rules/recognitions.ts";

/**
 * What counts between us and partners, as filters of lists: the server counts under them, and the page links to the lists
 * under them, so that both mean the same. docs/reciprocity.md has the rules in words.
 */

/** Recognition is due after so many completed collaborations, and so many months, where nobody asks for others. */
export const RECOGNITION_DUE = { collaborations: 3, months: 12 } as const;

/** Recognitions that count as such, the one place that says which: the list shows those that were issued, where nothing is said. */
export function recognitionsThatCount(direction: "RECEIVED" | "GIVEN"): RecognitionFilter {
  return { direction: [direction] };
}

/** Collaborations in which something was done: what is planned only, or was cancelled, is not among them. */
export const DONE_TOGETHER = { stage: ["UNDER_WAY", "COMPLETED"] } satisfies CollaborationFilter;

/** Collaborations for which recognition is due. */
export const DESERVES_RECOGNITION = { stage: ["COMPLETED"] } satisfies CollaborationFilter;
