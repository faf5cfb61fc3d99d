import { useQuery } from "@apollo/client/react";
import { QUIET_MONTHS } from "@concord/shared/lists-behind";
import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import { FOCUS_AREA_LABELS } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Box, Button, Group, SimpleGrid, Skeleton, Stack } from "@mantine/core";
import { IconBookmarks, IconFileTypePdf } from "@tabler/icons-react";
import { lazy, useMemo } from "react";
import {
  DashboardDocument,
  DashboardHealthDocument,
  DashboardOfficesDocument,
  DashboardSharesDocument,
} from "../../generated/graphql.ts";
import { CodeMultiSelect } from "../../ui/code-select.tsx";
import { DeferredMenu } from "../../ui/deferred-menu.tsx";
import { countFilters, type FilterFieldsProps, someOf } from "../../ui/filter-bar.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { PeriodFilter } from "../../ui/period-filter.tsx";
import { CountryMultiSelect } from "../../ui/place-selects.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { Section } from "../../ui/section.tsx";
import { useUrlFilter } from "../../ui/url-state.ts";
import { OfficeMultiSelect } from "../offices/office-select.tsx";
import { dashboardReportPath } from "../reports/paths.ts";
import classes from "./chart.module.css";
import type { DashboardData } from "./dashboard-data.ts";
import { FilterWords, filterWords } from "./filter-words.ts";
import { HealthSection } from "./health-section.tsx";
import { Loaded } from "./loaded-section.tsx";
import { OfficesSection } from "./offices-section.tsx";
import { type DashboardAddress, dashboardAddress, filterIn, viewIn } from "./paths.ts";
import { PeriodSelect } from "./period-select.tsx";
import { PlacesSection } from "./places-section.tsx";
import { RecentActivity } from "./recent-activity.tsx";
import { OutcomesSections, PartnersSections } from "./shares-sections.tsx";
import { TimeSection } from "./time-section.tsx";
import { Totals } from "./totals.tsx";

// A dashboard has no order.
const NO_SORTS: readonly "NONE"[] = [];
const NO_SORT = { field: "NONE", direction: "ASC" } as const;

/** What leadership takes into a meeting: each number leads to the list behind it. */
export function DashboardPage() {
  const { filter: address, setFilter: setAddress } = useUrlFilter(dashboardAddress, NO_SORTS, NO_SORT);
  const filter = useMemo(() => filterIn(address), [address]);
  const { data, previousData, loading, error, refetch } = useQuery(DashboardDocument, { variables: { filter } });
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <PageTitle title={t`Dashboard`} />
        <Actions filter={filter} />
      </Group>
      <Filters filter={filter} setFilter={(next) => setAddress({ ...viewIn(address), ...next })} />
      <QueryView
        data={(data ?? previousData)?.dashboard}
        loading={loading}
        error={error}
        refetch={() => void refetch()}
        skeleton={<DashboardSkeleton />}
      >
        {(dashboard) => (
          <FilterWords value={filterWords(filter)}>
            <Sections dashboard={dashboard} address={address} setAddress={setAddress} />
          </FilterWords>
        )}
      </QueryView>
    </Stack>
  );
}

const fetchSavedMenu = () => import("../saved-dashboards/saved-menu.tsx");
const SavedMenu = lazy(async () => ({ default: (await fetchSavedMenu()).SavedMenu }));

/** What can be done with the dashboard as a whole: take it along, keep it. */
function Actions({ filter }: { readonly filter: DashboardFilter }) {
  const button = (
    <Button variant="default" leftSection={<IconBookmarks size={16} aria-hidden />}>
      <Trans>Saved</Trans>
    </Button>
  );
  return (
    <Group gap="xs">
      <Button
        component="a"
        href={dashboardReportPath(filter)}
        download
        variant="default"
        leftSection={<IconFileTypePdf size={16} aria-hidden />}
      >
        <Trans>Take along as PDF</Trans>
      </Button>
      <DeferredMenu target={button} menu={SavedMenu} fetch={fetchSavedMenu} given={{ filter }} />
    </Group>
  );
}

interface SectionsProps {
  readonly dashboard: DashboardData;
  readonly address: DashboardAddress;
  readonly setAddress: (address: DashboardAddress) => void;
}

function Sections({ dashboard, address, setAddress }: SectionsProps) {
  const filter = filterIn(address);
  const view = viewIn(address);
  const { from: _from, to: _to, ...today } = filter;
  const quietMonths = view.quietMonths ?? QUIET_MONTHS;
  return (
    <Stack gap="lg">
      <Totals dashboard={dashboard} filter={filter} />
      <TimeSection
        dashboard={dashboard}
        filter={filter}
        months={view.months}
        setMonths={(months) => setAddress({ ...address, months })}
      />
      <PlacesSection
        dashboard={dashboard}
        filter={filter}
        view={view}
        setView={(next) => setAddress({ ...filter, ...next })}
      />
      <Loaded title={t`Outcomes by measure`} document={DashboardSharesDocument} variables={{ filter }}>
        {(shares) => (
          <Stack gap="lg">
            <OutcomesSections dashboard={dashboard} shares={shares.dashboard} filter={filter} />
            <PartnersSections shares={shares.dashboard} filter={filter} />
          </Stack>
        )}
      </Loaded>
      <Loaded
        title={t`Relationship health`}
        document={DashboardHealthDocument}
        variables={{ filter: today, quietMonths }}
      >
        {(health) => (
          <HealthSection
            health={health.dashboard.health}
            filter={today}
            quietMonths={quietMonths}
            onQuietMonths={(months) => setAddress({ ...address, quietMonths: months })}
          />
        )}
      </Loaded>
      <Loaded title={t`Offices side by side`} document={DashboardOfficesDocument} variables={{ filter, quietMonths }}>
        {(offices) => <OfficesSection offices={offices.dashboard.byOffice} filter={filter} quietMonths={quietMonths} />}
      </Loaded>
      <Section title={t`Recent activity`}>
        <RecentActivity activities={dashboard.recentActivity} />
      </Section>
    </Stack>
  );
}

function Filters({ filter, setFilter }: FilterFieldsProps<DashboardAddress>) {
  return (
    <Box component="search" aria-label={t`Filters`} className={`surface ${classes["tools"] ?? ""}`} p="md">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3, lg: 6 }} spacing="sm">
        <PeriodSelect filter={filter} setFilter={setFilter} />
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
