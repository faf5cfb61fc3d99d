import type { ImportDecision, ImportResult, ImportState, ImportVerdict } from "@concord/shared/vocabularies";
import { plural, t } from "@lingui/core/macro";
import { numberText } from "../../ui/number-text.ts";

interface Count {
  readonly verdict: ImportVerdict;
  readonly decision: ImportDecision;
  readonly result: ImportResult | null;
  readonly rows: number;
}

export interface Counted {
  readonly state: ImportState;
  readonly total: number;
  readonly counts: readonly Count[];
}

/** How many rows have it: a verdict, a decision, a result. */
export function rowsWith(counts: readonly Count[], wanted: Partial<Omit<Count, "rows">>): number {
  return counts
    .filter((count) =>
      (["verdict", "decision", "result"] as const).every(
        (key) => wanted[key] === undefined || count[key] === wanted[key],
      ),
    )
    .reduce((sum, { rows }) => sum + rows, 0);
}

/** What a number of rows is called. */
export const rowsText = (count: number) => plural(count, { one: "# row", other: "# rows" });

/** What an import has made of its rows, in short. */
export function countsText({ state, total, counts }: Counted): string {
  const wasRun = state === "DONE" || state === "UNDOING" || state === "UNDONE";
  if (!wasRun) return total === 0 ? "" : rowsText(total);
  const told = {
    ADDED: (rows: string) => t`${rows} added`,
    CHANGED: (rows: string) => t`${rows} changed`,
    TAKEN_BACK: (rows: string) => t`${rows} taken back`,
    SKIPPED: (rows: string) => t`${rows} skipped`,
    FAILED: (rows: string) => t`${rows} failed`,
  };
  return (["ADDED", "CHANGED", "TAKEN_BACK", "SKIPPED", "FAILED"] as const)
    .flatMap((result) => {
      const rows = rowsWith(counts, { result });
      return rows === 0 ? [] : [told[result](numberText(rows))];
    })
    .join(", ");
}
