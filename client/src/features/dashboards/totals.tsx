import { type ListBehind, listsBehind } from "@concord/shared/lists-behind";
import { parsePartialDate, partialDateOf } from "@concord/shared/partial-date";
import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Group, SimpleGrid, Stack, Text } from "@mantine/core";
import { IconArrowDownRight, IconArrowUpRight, IconEqual } from "@tabler/icons-react";
import { Link } from "react-router";
import { intervalText } from "../../ui/date-texts.ts";
import { numberText } from "../../ui/number-text.ts";
import { useSession } from "../../ui/session.ts";
import type { DashboardData } from "./dashboard-data.ts";
import { countedOf, type NumberName, signedText } from "./number-names.ts";
import { pathTo } from "./paths.ts";
import classes from "./totals.module.css";

interface TotalsProps {
  readonly dashboard: DashboardData;
  readonly filter: DashboardFilter;
}

/** The great numbers; each is the count, or the sum, of the list to which it leads. */
export function Totals({ dashboard, filter }: TotalsProps) {
  const { shortName } = useSession().installation;
  const { previous } = dashboard;
  const lists = listsBehind.totals(filter);
  const before = previous && {
    numbers: previous,
    lists: listsBehind.totals({ ...filter, from: previous.from, to: previous.to }),
    period: intervalText(previous.from, previous.to),
  };
  const totals: { name: Exclude<NumberName, "quietPartners" | "together">; label: string }[] = [
    { name: "partners", label: t`partners` },
    { name: "collaborations", label: t`collaborations` },
    { name: "peopleRescued", label: t`people rescued` },
    { name: "recognitionsReceived", label: t`recognitions of ${shortName}` },
    { name: "recognitionsGiven", label: t`recognitions by ${shortName}` },
    { name: "statements", label: t`statements` },
  ];
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="sm">
        {totals.map(({ name, label }) => (
          <div key={name} className={`surface ${classes["total"] ?? ""}`}>
            <Link to={pathTo(lists[name])} className={classes["main"]}>
              <Text span className={classes["count"] ?? ""}>
                {numberText(dashboard[name])}
              </Text>{" "}
              <Text span size="sm" c="dimmed" className={classes["label"] ?? ""}>
                {label}
              </Text>
            </Link>
            {before &&
              (name === "partners" ? (
                <Text size="xs" c="dimmed">
                  <Trans>today, whatever the period</Trans>
                </Text>
              ) : (
                <Change
                  now={dashboard[name]}
                  before={before.numbers[name]}
                  list={before.lists[name]}
                  name={countedOf(before.period, name, before.numbers[name])}
                />
              ))}
          </div>
        ))}
      </SimpleGrid>
      {before && <ComparedWith filter={filter} before={before.period} />}
    </Stack>
  );
}

interface ChangeProps {
  readonly now: number;
  readonly before: number;
  /** The list behind the number of the period before. */
  readonly list: ListBehind;
  /** That number as a sentence. */
  readonly name: string;
}

/** How a number has changed: by an arrow, a sign and the number before, which leads to its own list. */
function Change({ now, before, list, name }: ChangeProps) {
  const change = now - before;
  const Icon = change > 0 ? IconArrowUpRight : change < 0 ? IconArrowDownRight : IconEqual;
  const signed = signedText(change);
  const number = numberText(before);
  return (
    <Group gap={4} wrap="nowrap" align="flex-start">
      <Icon size={16} aria-hidden className={classes["arrow"]} />
      <Text size="sm">
        <Trans>
          <b>{signed}</b>, from{" "}
          <Anchor component={Link} to={pathTo(list)} aria-label={name} inherit underline="always">
            {number}
          </Anchor>
        </Trans>
      </Text>
    </Group>
  );
}

/** With what the totals are compared, and what has to be known to compare them. */
function ComparedWith({ filter, before }: { readonly filter: DashboardFilter; readonly before: string }) {
  const [begin, end] = [filter.from, filter.to].map((text) => (text ? parsePartialDate(text) : undefined));
  const period = intervalText(filter.from, filter.to);
  const isOver = end !== undefined && end.last < partialDateOf(new Date());
  const isOfYears = begin?.precision === "year" && end?.precision === "year";
  return (
    <Text size="sm" c="dimmed">
      <Trans>
        {period}, compared with {before}.
      </Trans>{" "}
      {!isOver && <Trans>This period is not over yet.</Trans>}{" "}
      {!isOfYears && <Trans>What is known by its year alone counts in every period in which it may lie.</Trans>}
    </Text>
  );
}
