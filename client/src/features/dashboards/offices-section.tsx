import { listsBehind } from "@concord/shared/lists-behind";
import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import { t } from "@lingui/core/macro";
import { Plural } from "@lingui/react/macro";
import { ChartSection } from "./chart-section.tsx";
import type { OfficeRow } from "./dashboard-data.ts";
import { countedOf, heading } from "./number-names.ts";
import { pathTo } from "./paths.ts";

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
      table={{
        heads: [t`Office`, ...NUMBERS.map(heading)],
        rows: offices.map((row) => {
          const lists = listsBehind.office(filter, row.office.id, quietMonths);
          return {
            key: row.office.id,
            head: row.office.name,
            numbers: NUMBERS.map((name) => ({
              value: row[name],
              to: pathTo(lists[name]),
              name: countedOf(row.office.name, name, row[name]),
            })),
          };
        }),
      }}
    />
  );
}
