import { type StatementFilter, statementFilterRule } from "@concord/shared/rules/statements";
import { type FilterAddress, pathWithFilter } from "../../ui/url-state.ts";

/** The list's address: `/statements?text=rescue&publishable=true`. */
export const statementAddress: FilterAddress<StatementFilter> = {
  rule: statementFilterRule,
  lists: ["person", "partner", "office", "focusArea", "confidentiality", "language"],
  flags: ["publishable"],
};

export function statementsPath(filter: StatementFilter): string {
  return pathWithFilter("/statements", filter);
}
