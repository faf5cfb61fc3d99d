import type { AuditFilter } from "@concord/shared/rules/audit";
import { AUDIT_ACTION_LABELS } from "@concord/shared/vocabularies";
import { codes, date, type FilterAddress, ids, pathWithFilter } from "../../ui/url-state.ts";

/** The log's address: `/audit-log?action=REVEAL&from=2026`. */
export const auditAddress: FilterAddress<AuditFilter> = {
  action: codes(AUDIT_ACTION_LABELS),
  user: ids,
  subject: ids,
  from: date,
  to: date,
};

export function auditLogPath(filter: AuditFilter): string {
  return pathWithFilter("/audit-log", filter);
}

/** The same entries as a file, made by the server. */
export function auditExportPath(filter: AuditFilter): string {
  return pathWithFilter("/export/audit-log.csv", filter);
}
