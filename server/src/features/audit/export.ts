import { MAX_PAGE_SIZE } from "@concord/shared/limits";
import { AUDIT_ACTION_LABELS, AUDIT_SUBJECT_KIND_LABELS } from "@concord/shared/vocabularies";
import type { AuditRow } from "../../records/audit-log.entity.ts";
import { note } from "../../records/audit-log.ts";
import { BYTE_ORDER_MARK, csvLines } from "../../records/csv.ts";
import { actorOf, type Viewing } from "../../records/viewing.ts";
import { userById } from "../accounts/accounts.service.ts";
import { changeTexts, nameOf } from "../history/change-text.ts";
import { listAuditLog, remarkOf } from "./audit.service.ts";

const COLUMNS = ["at", "who", "action", "about", "name", "id", "changes", "remark", "address", "agent"];

/**
 * The audit log under a filter as CSV (RFC 4180), a page at a time, the newest first. That somebody took it along is an
 * entry itself.
 * @throws BAD_USER_INPUT, before anything is answered
 */
export async function exportAuditLog(viewing: Viewing, filter: unknown): Promise<AsyncIterable<string>> {
  const page = (after: string | null) => listAuditLog(viewing, { first: MAX_PAGE_SIZE, after, filter });
  const first = await page(null);
  await viewing.database.transaction(async (transaction) =>
    note(transaction, actorOf(viewing), { action: "EXPORT", remark: `audit log ${JSON.stringify(filter)}` }),
  );
  return lines(viewing, first, page);
}

async function* lines(
  viewing: Viewing,
  first: Awaited<ReturnType<typeof listAuditLog>>,
  next: (after: string | null) => ReturnType<typeof listAuditLog>,
): AsyncIterable<string> {
  yield BYTE_ORDER_MARK + csvLines([COLUMNS]);
  for (let page = first; ; ) {
    yield csvLines(await Promise.all(page.edges.map(({ node }) => lineOf(viewing, node))));
    if (!page.pageInfo.hasNextPage) return;
    // What the loaders of one page know is of no use to the next, and would pile up.
    viewing.loaded = {};
    page = await next(page.pageInfo.endCursor);
  }
}

async function lineOf(viewing: Viewing, entry: AuditRow): Promise<string[]> {
  const user = entry.userId ? await userById(viewing, entry.userId) : null;
  const changes = await changeTexts(viewing, entry.details?.changes ?? []);
  return [
    entry.at,
    user ? `${user.name} <${user.email}>` : "",
    AUDIT_ACTION_LABELS[entry.action],
    entry.recordKind ? AUDIT_SUBJECT_KIND_LABELS[entry.recordKind] : "",
    (entry.recordId ? await nameOf(viewing, entry.recordId) : null) ?? "",
    entry.recordId ?? "",
    changes.map(({ field, before, after }) => `${field}: ${before ?? "empty"} → ${after ?? "empty"}`).join("\n"),
    remarkOf(viewing.viewer, entry) ?? "",
    entry.address ?? "",
    entry.agent ?? "",
  ];
}
