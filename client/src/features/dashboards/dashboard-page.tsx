import { useQuery } from "@apollo/client/react";
import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import { FOCUS_AREA_LABELS } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Box, Button, Grid, Group, SimpleGrid, Skeleton, Stack, Text } from "@mantine/core";
import { lazy, Suspense } from "react";
import { DashboardDocument } from "../../generated/graphql.ts";
import { CodeMultiSelect } from "../../ui/code-select.tsx";
import { countFilters, someOf } from "../../ui/filter-bar.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { PeriodFilter } from "../../ui/period-filter.tsx";
import { CountryMultiSelect } from "../../ui/place-selects.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { Section } from "../../ui/section.tsx";
import { useUrlFilter } from "../../ui/url-state.ts";
import { OfficeMultiSelect } from "../offices/office-select.tsx";
import { ByCountryTable, ByYearTable } from "./dashboard-tables.tsx";
import { dashboardAddress } from "./paths.ts";
import { RecentActivity } from "./recent-activity.tsx";
import { Totals } from "./totals.tsx";

// Chart and map are large; the numbers do not wait for them.
const YearChart = lazy(async () => ({ default: (await import("./year-chart.tsx")).YearChart }));
const WorldMap = lazy(async () => ({ default: (await import("./world-map.tsx")).WorldMap }));

// A dashboard has no order.
const NO_SORTS: readonly "NONE"[] = [];
const NO_SORT = { field: "NONE", direction: "ASC" } as const;

/** What leadership takes into a meeting: each number leads to the list behind it. */
export function DashboardPage() {
  const { filter, setFilter } = useUrlFilter(dashboardAddress, NO_SORTS, NO_SORT);
  const { data, previousData, loading, error, refetch } = useQuery(DashboardDocument, { variables: { filter } });
  return (
    <Stack gap="lg">
      <PageTitle title={t`Dashboard`} />
      <Filters filter={filter} setFilter={setFilter} />
      <QueryView
        data={(data ?? previousData)?.dashboard}
        loading={loading}
        error={error}
        refetch={() => void refetch()}
        skeleton={<DashboardSkeleton />}
      >
        {(dashboard) => (
          <Stack gap="lg">
            <Totals dashboard={dashboard} filter={filter} />
            <Section title={t`By year`}>
              {dashboard.byYear.length === 0 ? (
                <Text c="dimmed">
                  <Trans>Nothing dated lies in this period.</Trans>
                </Text>
              ) : (
                <Grid>
                  <Grid.Col span={{ base: 12, md: 7 }}>
                    <Suspense fallback={<Skeleton height={280} />}>
                      <YearChart years={dashboard.byYear} />
                    </Suspense>
                  </Grid.Col>
                  <Grid.Col span={{ base: 12, md: 5 }}>
                    <ByYearTable dashboard={dashboard} filter={filter} />
                  </Grid.Col>
                </Grid>
              )}
            </Section>
            <Section title={t`By country`}>
              <Grid>
                <Grid.Col span={{ base: 12, md: 7 }}>
                  <Suspense fallback={<Skeleton height={320} />}>
                    <WorldMap countries={dashboard.byCountry} filter={filter} />
                  </Suspense>
                </Grid.Col>
                <Grid.Col span={{ base: 12, md: 5 }}>
                  <ByCountryTable dashboard={dashboard} filter={filter} />
                </Grid.Col>
              </Grid>
            </Section>
            <Section title={t`Recent activity`}>
              <RecentActivity activities={dashboard.recentActivity} />
            </Section>
          </Stack>
        )}
      </QueryView>
    </Stack>
  );
}

interface FiltersProps {
  readonly filter: DashboardFilter;
  readonly setFilter: (filter: DashboardFilter) => void;
}

function Filters({ filter, setFilter }: FiltersProps) {
  return (
    <Box component="search" aria-label={t`Filters`} className="surface" p="md">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 5 }} spacing="sm">
        <PeriodFilter filter={filter} setFilter={setFilter} />
        <OfficeMultiSelect {...someOf(filter, setFilter, "office")} />
        <CountryMultiSelect label={t`Country`} {...someOf(filter, setFilter, "country")} />
        <CodeMultiSelect label={t`Focus area`} labels={FOCUS_AREA_LABELS} {...someOf(filter, setFilter, "focusArea")} />
      </SimpleGrid>
      {countFilters(filter) > 0 && (
        <Group justify="flex-end" mt="xs">
          <Button variant="subtle" size="xs" onClick={() => setFilter({})}>
            <Trans>Clear all</Trans>
          </Button>
        </Group>
      )}
    </Box>
  );
}

function DashboardSkeleton() {
  return (
    <Stack role="status" aria-label={t`Loading the dashboard`}>
      <SimpleGrid cols={{ base: 2, md: 6 }}>
        {["a", "b", "c", "d", "e", "f"].map((key) => (
          <Skeleton key={key} height={96} />
        ))}
      </SimpleGrid>
      <Skeleton height={320} />
      <Skeleton height={320} />
    </Stack>
  );
}
