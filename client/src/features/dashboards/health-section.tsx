import { listsBehind } from "@concord/shared/lists-behind";
import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import { PARTNER_BALANCE_LABELS, PARTNER_RHYTHM_LABELS } from "@concord/shared/vocabularies";
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
import { BarsFigure, type Counted } from "./bars-section.tsx";
import classes from "./chart.module.css";
import type { HealthData } from "./dashboard-data.ts";
import { countedOf } from "./number-names.ts";
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
    const behind = listsBehind.quiet(filter, months);
    return { key: String(months), label, value: partners, behind, name: countedOf(label, "partners", partners) };
  });
}

function rhythmCounts({ rhythms }: HealthData, filter: DashboardFilter): Counted[] {
  const known = new Map(rhythms.map(({ rhythm, partners }) => [rhythm, partners]));
  return (["QUARTERLY", "HALF_YEARLY", "YEARLY", "SELDOM", "NONE"] as const).map((rhythm) => {
    const label = wordsOf(PARTNER_RHYTHM_LABELS)[rhythm];
    const partners = known.get(rhythm) ?? 0;
    const behind = listsBehind.rhythm(filter, rhythm);
    return { key: rhythm, label, value: partners, behind, name: countedOf(label, "partners", partners) };
  });
}

function balanceCounts({ balances }: HealthData, filter: DashboardFilter): Counted[] {
  const known = new Map(balances.map(({ balance, partners }) => [balance, partners]));
  return (["RECEIVED_MORE", "EVEN", "GIVEN_MORE", "NONE"] as const).map((balance) => {
    const label = wordsOf(PARTNER_BALANCE_LABELS)[balance];
    const partners = known.get(balance) ?? 0;
    const behind = listsBehind.balance(filter, balance);
    return { key: balance, label, value: partners, behind, name: countedOf(label, "partners", partners) };
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
      {(["RECEIVED", "GIVEN"] as const).map((direction) => {
        const value = direction === "RECEIVED" ? row.recognitionsReceived : row.recognitionsGiven;
        const name = direction === "RECEIVED" ? "recognitionsReceived" : "recognitionsGiven";
        return (
          <Table.Td key={direction} className={classes["number"] ?? ""}>
            {value === 0 ? (
              numberText(0)
            ) : (
              <Anchor
                component={Link}
                to={pathTo(listsBehind.recognitionsOf(partner.id, direction))}
                aria-label={countedOf(partner.name, name, value)}
                underline="always"
              >
                {numberText(value)}
              </Anchor>
            )}
          </Table.Td>
        );
      })}
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
