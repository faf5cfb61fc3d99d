import * as z from "zod";
import { AUDIT_ACTION_LABELS } from "../vocabularies.ts";
import { filterCodes, filterDate, filterIds } from "./records.ts";

export const auditFilterRule = z.object({
  action: filterCodes("An action", AUDIT_ACTION_LABELS),
  user: filterIds("A user"),
  subject: filterIds("A subject"),
  from: filterDate,
  to: filterDate,
});
export type AuditFilter = z.output<typeof auditFilterRule>;
