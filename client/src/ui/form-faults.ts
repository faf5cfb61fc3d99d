import type { FieldIssue } from "@concord/shared/rules/check";
import { useEffect, useState } from "react";
import { faultText } from "./fault-texts.ts";

/** The faults as a form shows them, each beside its field. */
export function errorsOf(issues: readonly FieldIssue[]): Record<string, string> {
  return Object.fromEntries(issues.map(({ path, message }) => [path, faultText(message)]));
}

/**
 * Answers what a form calls when it has set new faults: as soon as they are drawn, the focus goes to the first field
 * with one, of the dialog where one is open.
 */
export function useFocusOnFaults(): () => void {
  const [times, setTimes] = useState(0);
  useEffect(() => {
    if (times === 0) return;
    const fault =
      document.querySelector<HTMLElement>("[role='dialog'] [aria-invalid='true']") ??
      document.querySelector<HTMLElement>("main [aria-invalid='true']");
    fault?.focus();
  }, [times]);
  return () => setTimes((before) => before + 1);
}
