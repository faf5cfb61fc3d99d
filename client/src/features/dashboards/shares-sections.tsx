import { listsBehind } from "@concord/shared/lists-behind";
import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import {
  FOCUS_AREA_LABELS,
  OUTCOME_MEASURE_LABELS,
  type OutcomeMeasure,
  PARTNER_KIND_LABELS,
  PARTNER_STATUS_LABELS,
} from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Select, SimpleGrid } from "@mantine/core";
import { useState } from "react";
import { localesNow } from "../../ui/number-text.ts";
import { outcomeText } from "../../ui/outcome-words.ts";
import { wordsOf } from "../../ui/words.ts";
import { BarRows } from "./bar-rows.tsx";
import { BarsSection, type Counted } from "./bars-section.tsx";
import { ChartSection } from "./chart-section.tsx";
import type { DashboardData, SharesData } from "./dashboard-data.ts";
import { countedOf, said } from "./number-names.ts";
import { pathTo } from "./paths.ts";

const greatestFirst = (one: { readonly value: number }, other: { readonly value: number }) => other.value - one.value;

/** Words that stand in sentences, where they begin a line. */
function asTitle(words: string): string {
  return `${words.slice(0, 1).toLocaleUpperCase(localesNow())}${words.slice(1)}`;
}

interface PartnersSectionsProps {
  readonly shares: SharesData;
  readonly filter: DashboardFilter;
}

/** Partners by what they are, and by how it stands with them. */
export function PartnersSections({ shares, filter }: PartnersSectionsProps) {
  const kinds = shares.partnersByKind.map(({ kind, partners }) => {
    const label = wordsOf(PARTNER_KIND_LABELS)[kind];
    const behind = listsBehind.partnersOfKind(filter, kind);
    return { key: kind, label, value: partners, behind, name: countedOf(label, "partners", partners) };
  });
  const statuses = shares.partnersByStatus.map(({ status, partners }) => {
    const label = wordsOf(PARTNER_STATUS_LABELS)[status];
    const behind = listsBehind.partnersOfStatus(filter, status);
    return { key: status, label, value: partners, behind, name: countedOf(label, "partners", partners) };
  });
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      <BarsSection title={t`Partners by kind`} heads={[t`Kind`, t`Partners`]} counts={kinds.toSorted(greatestFirst)} />
      <BarsSection
        title={t`Partners by status`}
        heads={[t`Status`, t`Partners`]}
        counts={statuses.toSorted(greatestFirst)}
      />
    </SimpleGrid>
  );
}

interface OutcomesSectionsProps extends PartnersSectionsProps {
  readonly dashboard: DashboardData;
}

/** What came of it: by measure, and one measure by focus area. */
export function OutcomesSections({ dashboard, shares, filter }: OutcomesSectionsProps) {
  const measures = dashboard.outcomes.map(({ measure, count }): Counted => {
    const label = asTitle(wordsOf(OUTCOME_MEASURE_LABELS)[measure]);
    const behind = listsBehind.outcome(filter, measure);
    return { key: measure, label, value: count, behind, name: said(label, outcomeText(measure, count)) };
  });
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      <BarsSection
        title={t`Outcomes by measure`}
        heads={[t`Measure`, t`Count`]}
        counts={measures.toSorted(greatestFirst)}
        note={<Trans>Each outcome is counted once, however many partners took part.</Trans>}
      />
      <ByFocusArea shares={shares} filter={filter} />
    </SimpleGrid>
  );
}

function ByFocusArea({ shares, filter }: PartnersSectionsProps) {
  const [chosen, choose] = useState<OutcomeMeasure>("PEOPLE_RESCUED");
  const measures = [...new Set(shares.outcomesByFocusArea.map(({ measure }) => measure))];
  const measure = measures.includes(chosen) ? chosen : (measures[0] ?? chosen);
  const rows = shares.outcomesByFocusArea
    .filter((row) => row.measure === measure)
    .map(({ focusArea, count }) => {
      const label = wordsOf(FOCUS_AREA_LABELS)[focusArea];
      const to = pathTo(listsBehind.outcomeOfFocusArea(filter, focusArea, measure));
      return { key: focusArea, label, value: count, to, name: said(label, outcomeText(measure, count)) };
    })
    .toSorted(greatestFirst);
  const words = asTitle(wordsOf(OUTCOME_MEASURE_LABELS)[measure]);
  return (
    <ChartSection
      title={t`Outcomes by focus area`}
      note={
        <Trans>
          A collaboration with several focus areas counts in each of them: these numbers overlap, and do not add up.
        </Trans>
      }
      actions={
        measures.length > 1 && (
          <Select
            aria-label={t`Which outcome`}
            size="xs"
            value={measure}
            data={measures.map((value) => ({ value, label: asTitle(wordsOf(OUTCOME_MEASURE_LABELS)[value]) }))}
            allowDeselect={false}
            onChange={(value) => choose(measures.find((candidate) => candidate === value) ?? measure)}
          />
        )
      }
      table={{
        heads: [t`Focus area`, words],
        rows: rows.map(({ key, label, ...number }) => ({ key, head: label, numbers: [number] })),
      }}
      chart={(width, ref) => <BarRows ref={ref} width={width} label={t`${words} by focus area`} bars={rows} />}
    />
  );
}
