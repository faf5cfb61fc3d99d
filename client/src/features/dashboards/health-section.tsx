import { listsBehind } from "@concord/shared/lists-behind";
import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import { codesOf, PARTNER_BALANCE_LABELS, PARTNER_RHYTHM_LABELS } from "@concord/shared/vocabularies";
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Box, SimpleGrid, Stack, Table, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { DateText } from "../../ui/dates.tsx";
import { numberText } from "../../ui/number-text.ts";
import { recordPath } from "../../ui/record-paths.ts";
import { Section } from "../../ui/section.tsx";
import { useSession } from "../../ui/session.ts";
import { wordsOf } from "../../ui/words.ts";
import { QuietMonthsSelect } from "../partners/quiet-months-select.tsx";
import { recognitionDuePath } from "../reciprocity/paths.ts";
import { BarsFigure, type Counted, partnersWith } from "./bars-section.tsx";
import classes from "./chart.module.css";
import type { HealthData } from "./dashboard-data.ts";
import { countedOf } from "./number-names.ts";
import { NumberLink } from "./numbers-table.tsx";
import { pathTo } from "./paths.ts";

interface HealthSectionProps {
  readonly health: HealthData;
  readonly filter: DashboardFilter;
  readonly quietMonths: number;
  readonly onQuietMonths: (months: number) => void;
}

/** How it stands with the active partners: the last contact, the rhythm, the balance, and who is going quiet. */
export function HealthSection({ health, filter, quietMonths, onQuietMonths }: HealthSectionProps) {
  const active = health.active;
  return (
    <Section title={t`Relationship health`}>
      <Stack gap="lg">
        <Text size="sm" c="dimmed" maw="75ch">
          <Trans>
            Of the{" "}
            <Anchor component={Link} to={pathTo(listsBehind.active(filter))} underline="always">
              {plural(active, { one: "# active partner", other: "# active partners" })}
            </Anchor>
            , as it stands today; the period does not narrow it.
          </Trans>
        </Text>
        <SimpleGrid cols={{ base: 1, md: 3 }} spacing="xl">
          <Part title={t`Last contact`}>
            <BarsFigure
              title={t`Last contact`}
              heads={[t`Last contact`, t`Partners`]}
              counts={quietCounts(health, filter)}
            />
          </Part>
          <Part title={t`Rhythm`}>
            <BarsFigure title={t`Rhythm`} heads={[t`Rhythm`, t`Partners`]} counts={rhythmCounts(health, filter)} />
          </Part>
          <Part title={t`Balance of recognitions`}>
            <BarsFigure
              title={t`Balance of recognitions`}
              heads={[t`Balance`, t`Partners`]}
              counts={balanceCounts(health, filter)}
            />
          </Part>
        </SimpleGrid>
        <Part title={t`Going quiet`}>
          <GoneQuiet {...{ health, filter, quietMonths, onQuietMonths }} />
        </Part>
        <Anchor component={Link} to={recognitionDuePath(filter)} fw={600} underline="always">
          <Trans>Partners to whom recognition is due</Trans>
        </Anchor>
      </Stack>
    </Section>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Stack gap="sm" className={classes["section"] ?? ""}>
      <Title order={3}>{title}</Title>
      {children}
    </Stack>
  );
}

function quietCounts({ quiet }: HealthData, filter: DashboardFilter): Counted[] {
  return quiet.map(({ months, partners }) => {
    const label = plural(months, { one: "Nothing for # month or more", other: "Nothing for # months or more" });
    return partnersWith(String(months), label, partners, listsBehind.quiet(filter, months));
  });
}

function rhythmCounts({ rhythms }: HealthData, filter: DashboardFilter): Counted[] {
  const known = new Map(rhythms.map(({ rhythm, partners }) => [rhythm, partners]));
  return codesOf(PARTNER_RHYTHM_LABELS).map((rhythm) => {
    const label = wordsOf(PARTNER_RHYTHM_LABELS)[rhythm];
    return partnersWith(rhythm, label, known.get(rhythm) ?? 0, listsBehind.rhythm(filter, rhythm));
  });
}

function balanceCounts({ balances }: HealthData, filter: DashboardFilter): Counted[] {
  const known = new Map(balances.map(({ balance, partners }) => [balance, partners]));
  return codesOf(PARTNER_BALANCE_LABELS).map((balance) => {
    const label = wordsOf(PARTNER_BALANCE_LABELS)[balance];
    return partnersWith(balance, label, known.get(balance) ?? 0, listsBehind.balance(filter, balance));
  });
}

/** Partners with whom nothing has been done for so long, the longest first. */
function GoneQuiet({ health, filter, quietMonths, onQuietMonths }: HealthSectionProps) {
  const { shortName } = useSession().installation;
  const all = pathTo(listsBehind.quiet(filter, quietMonths));
  return (
    <Stack gap="sm">
      <Box className={classes["tools"] ?? ""} maw={220}>
        <QuietMonthsSelect
          label={t`Nothing for`}
          value={quietMonths}
          onChange={(months) => months !== undefined && onQuietMonths(months)}
        />
      </Box>
      {health.goneQuiet.length === 0 ? (
        <Text c="dimmed">
          <Trans>Nobody has gone quiet.</Trans>
        </Text>
      ) : (
        <>
          <Table.ScrollContainer minWidth={640} type="native">
            <Table aria-label={t`Going quiet`} className={classes["whole"] ?? ""}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t`Partner`}</Table.Th>
                  <Table.Th scope="col">{t`Office`}</Table.Th>
                  <Table.Th scope="col">{t`Last contact`}</Table.Th>
                  <Table.Th scope="col">{t`Rhythm`}</Table.Th>
                  <Table.Th scope="col" ta="end">{t`They recognised ${shortName}`}</Table.Th>
                  <Table.Th scope="col" ta="end">{t`${shortName} recognised them`}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {health.goneQuiet.map((row) => (
                  <QuietRow key={row.partner.id} row={row} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          <Anchor component={Link} to={all} fw={600} underline="always">
            <Trans>All that have gone quiet, as a list</Trans>
          </Anchor>
        </>
      )}
    </Stack>
  );
}

function QuietRow({ row }: { readonly row: HealthData["goneQuiet"][number] }) {
  const { partner, lastContact, gapMonths } = row;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={600}>
        <Anchor component={Link} to={recordPath("PARTNER", partner.id)} inherit>
          {partner.shortName ?? partner.name}
        </Anchor>
      </Table.Th>
      <Table.Td>{partner.office.name}</Table.Td>
      <Table.Td>{lastContact === null ? t`Nothing dated` : <DateText value={lastContact} />}</Table.Td>
      <Table.Td>{gapMonths === null ? wordsOf(PARTNER_RHYTHM_LABELS).NONE : everyText(gapMonths)}</Table.Td>
      <Table.Td className={classes["number"] ?? ""}>
        <NumberLink
          value={row.recognitionsReceived}
          to={pathTo(listsBehind.recognitionsOf(partner.id, "RECEIVED"))}
          name={countedOf(partner.name, "recognitionsReceived", row.recognitionsReceived)}
        />
      </Table.Td>
      <Table.Td className={classes["number"] ?? ""}>
        <NumberLink
          value={row.recognitionsGiven}
          to={pathTo(listsBehind.recognitionsOf(partner.id, "GIVEN"))}
          name={countedOf(partner.name, "recognitionsGiven", row.recognitionsGiven)}
        />
      </Table.Td>
    </Table.Tr>
  );
}

/** "Every 4.5 months" */
function everyText(months: number): string {
  const rounded = Math.round(months * 2) / 2;
  if (rounded === 0) return t`Within a month`;
  const number = numberText(rounded);
  return plural(rounded, { one: "Every month", other: `Every ${number} months` });
}
