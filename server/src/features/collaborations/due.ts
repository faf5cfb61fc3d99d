import type { CollaborationDue } from "@concord/shared/vocabularies";
import sql, { join, type Sql } from "sql-template-tag";
import { daysAfter, edtf, today } from "../../records/days.ts";

/** What ends or begins within so many days is soon. */
const SOON_DAYS = 90;

/** Collaborations `c` that wait for somebody, for one of these reasons, today; docs/offices.md has them in words. */
export function isDue(wanted: readonly CollaborationDue[] | null | undefined): Sql[] {
  if (wanted === null || wanted === undefined) return [];
  const reasons = reasonsOn(today());
  return [
    wanted.length === 0
      ? sql`1 = 0`
      : sql`(${join(
          wanted.map((reason) => sql`(${reasons[reason]})`),
          " OR ",
        )})`,
  ];
}

function reasonsOn(day: string): Readonly<Record<CollaborationDue, Sql>> {
  const soon = daysAfter(day, SOON_DAYS);
  const end = sql`c.end_edtf`;
  return {
    AGREEMENT_ENDS: sql`c.kind = 'AGREEMENT' AND c.stage = 'UNDER_WAY'
      AND ${edtf.mayLieOnOrAfter(end, day)} AND ${edtf.mayLieOnOrBefore(end, soon)}`,
    NOT_ENDED: sql`c.stage = 'UNDER_WAY' AND ${edtf.isBefore(end, day)}`,
    NOT_BEGUN: sql`c.stage = 'PLANNED' AND c.begin_last <> '' AND c.begin_last < ${day}`,
    BEGINS: sql`c.stage = 'PLANNED' AND c.begin_last >= ${day} AND c.begin_first <= ${soon}`,
    NO_DATE: sql`c.stage = 'PLANNED' AND c.begin_first = ''`,
  };
}
