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
import { BarsSection, type Counted, partnersWith } from "./bars-section.tsx";
import type { DashboardData, SharesData } from "./dashboard-data.ts";
import { said } from "./number-names.ts";

const greatestFirst = (one: { readonly value: number }, other: { readonly value: number }) => other.value - one.value;

/** The words of a measure, which stand in sentences, where they begin a line. */
function measureTitle(measure: OutcomeMeasure): string {
  const words = wordsOf(OUTCOME_MEASURE_LABELS)[measure];
  return `${words.slice(0, 1).toLocaleUpperCase(localesNow())}${words.slice(1)}`;
}

interface PartnersSectionsProps {
  readonly shares: SharesData;
  readonly filter: DashboardFilter;
}

/** Partners by what they are, and by how it stands with them. */
export function PartnersSections({ shares, filter }: PartnersSectionsProps) {
  const kinds = shares.partnersByKind.map(({ kind, partners }) =>
    partnersWith(kind, wordsOf(PARTNER_KIND_LABELS)[kind], partners, listsBehind.partnersOfKind(filter, kind)),
  );
  const statuses = shares.partnersByStatus.map(({ status, partners }) =>
    partnersWith(
      status,
      wordsOf(PARTNER_STATUS_LABELS)[status],
      partners,
      listsBehind.partnersOfStatus(filter, status),
    ),
  );
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
    const label = measureTitle(measure);
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
    .map(({ focusArea, count }): Counted => {
      const label = wordsOf(FOCUS_AREA_LABELS)[focusArea];
      const behind = listsBehind.outcomeOfFocusArea(filter, focusArea, measure);
      return { key: focusArea, label, value: count, behind, name: said(label, outcomeText(measure, count)) };
    })
    .toSorted(greatestFirst);
  const words = measureTitle(measure);
  return (
    <BarsSection
      title={t`Outcomes by focus area`}
      label={t`${words} by focus area`}
      heads={[t`Focus area`, words]}
      counts={rows}
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
            data={measures.map((value) => ({ value, label: measureTitle(value) }))}
            allowDeselect={false}
            onChange={(value) => choose(measures.find((candidate) => candidate === value) ?? measure)}
          />
        )
      }
    />
  );
}
