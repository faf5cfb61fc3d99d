import { partialDateOf } from "@concord/shared/partial-date";
import { periodNamed } from "@concord/shared/periods";
import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import { codesOf, DASHBOARD_PERIOD_LABELS, type DashboardPeriod } from "@concord/shared/vocabularies";

/** The period that goes along with time which a filter has today; none where its dates are its own. */
export function periodOf({ from, to }: DashboardFilter): DashboardPeriod | undefined {
  const day = partialDateOf(new Date());
  return codesOf(DASHBOARD_PERIOD_LABELS).find((name) => {
    const period = periodNamed(name, day);
    return period.from === from && period.to === to;
  });
}
