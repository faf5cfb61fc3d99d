import { t } from "@lingui/core/macro";
import { BarChart } from "@mantine/charts";
import "@mantine/charts/styles.css";
import { Box } from "@mantine/core";
import type { DashboardData } from "./dashboard-data.ts";

const series = () => [
  { name: "collaborations", label: t`Collaborations`, color: "teal.6" },
  { name: "recognitionsReceived", label: t`Recognitions received`, color: "yellow.6" },
  { name: "recognitionsGiven", label: t`Recognitions given`, color: "grape.5" },
];

/** Every year between the first and the last, also those in which nothing is dated: time is not folded. */
function withEmptyYears(years: DashboardData["byYear"]) {
  const first = years[0]?.year ?? 0;
  const last = years.at(-1)?.year ?? first;
  const known = new Map(years.map((year) => [year.year, year]));
  return Array.from({ length: last - first + 1 }, (_unused, index) => {
    const year = first + index;
    const { collaborations = 0, recognitionsReceived = 0, recognitionsGiven = 0 } = known.get(year) ?? {};
    return { year: String(year), collaborations, recognitionsReceived, recognitionsGiven };
  });
}

/** The picture of the table beside it, which says the same to those who do not see it. */
export function YearChart({ years }: { readonly years: DashboardData["byYear"] }) {
  return (
    <Box aria-hidden>
      <BarChart
        h={300}
        data={withEmptyYears(years)}
        dataKey="year"
        type="stacked"
        series={series()}
        withLegend
        tickLine="none"
        gridAxis="x"
        yAxisProps={{ allowDecimals: false, width: 36 }}
        barProps={{ isAnimationActive: false, maxBarSize: 36 }}
        barChartProps={{ accessibilityLayer: false }}
      />
    </Box>
  );
}
