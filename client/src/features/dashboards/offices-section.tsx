import { listsBehind } from "@concord/shared/lists-behind";
import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import { t } from "@lingui/core/macro";
import { Plural } from "@lingui/react/macro";
import { ChartSection } from "./chart-section.tsx";
import type { OfficeRow } from "./dashboard-data.ts";
import { tableOf } from "./named-numbers.ts";

const NUMBERS = [
  "partners",
  "collaborations",
  "peopleRescued",
  "recognitionsReceived",
  "recognitionsGiven",
  "quietPartners",
] as const;

interface OfficesSectionProps {
  readonly offices: readonly OfficeRow[];
  readonly filter: DashboardFilter;
  readonly quietMonths: number;
}

/** The offices side by side: a table, with each number's share of the greatest of its column. */
export function OfficesSection({ offices, filter, quietMonths }: OfficesSectionProps) {
  return (
    <ChartSection
      title={t`Offices side by side`}
      note={
        <Plural
          value={quietMonths}
          one="Bars compare the offices within a column. Gone quiet: nothing for # month."
          other="Bars compare the offices within a column. Gone quiet: nothing for # months."
        />
      }
      withShares
      chart={null}
      table={tableOf(
        t`Office`,
        NUMBERS,
        offices.map((row) => ({
          ...row,
          key: row.office.id,
          label: row.office.name,
          lists: listsBehind.office(filter, row.office.id, quietMonths),
        })),
      )}
    />
  );
}
