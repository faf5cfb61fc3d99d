import { listsBehind } from "@concord/shared/lists-behind";
import { partialDateOf } from "@concord/shared/partial-date";
import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Group, SegmentedControl, Select } from "@mantine/core";
import type { ReactNode } from "react";
import { DashboardMonthsDocument } from "../../generated/graphql.ts";
import { dateText } from "../../ui/date-texts.ts";
import { localesNow } from "../../ui/number-text.ts";
import { ChartSection } from "./chart-section.tsx";
import { type Column, ColumnCharts } from "./column-charts.tsx";
import type { DashboardData, MonthRow } from "./dashboard-data.ts";
import { everyYear } from "./every-year.ts";
import { Loaded } from "./loaded-section.tsx";
import { type NamedNumbers, numberIn, tableOf } from "./named-numbers.ts";
import { heading } from "./number-names.ts";

const NUMBERS = ["collaborations", "peopleRescued", "recognitionsReceived", "recognitionsGiven"] as const;
type Numbers = Readonly<Record<(typeof NUMBERS)[number], number>>;

/** A year, a month, or what has no such: its numbers and their lists. */
interface Time extends NamedNumbers<keyof Numbers> {
  /** Below its column. */
  readonly short: string;
  readonly striped?: boolean;
}

const NOTHING: Numbers = { collaborations: 0, peopleRescued: 0, recognitionsReceived: 0, recognitionsGiven: 0 };

const yearText = (year: number) => String(year).padStart(4, "0");

/** Every year between the first and the last, also those in which nothing is dated: time is not folded. */
function yearsOf({ byYear }: DashboardData, filter: DashboardFilter): Time[] {
  const known = new Map(byYear.map((row) => [row.year, row]));
  const thisYear = partialDateOf(new Date()).slice(0, 4);
  return everyYear(byYear.map(({ year }) => year)).map((number) => {
    const year = yearText(number);
    return {
      ...(known.get(number) ?? NOTHING),
      key: year,
      short: year,
      label: year,
      lists: listsBehind.year(filter, year),
      striped: year >= thisYear,
    };
  });
}

/** The twelve months of a year, and what is known by the year alone where there is any. */
function monthsOf(rows: readonly MonthRow[], year: string, filter: DashboardFilter): Time[] {
  const known = new Map(rows.map((row) => [row.period, row]));
  const short = new Intl.DateTimeFormat(localesNow(), { month: "short", timeZone: "UTC" });
  const thisMonth = partialDateOf(new Date()).slice(0, 7);
  const months = Array.from({ length: 12 }, (_unused, index) => {
    const period = `${year}-${String(index + 1).padStart(2, "0")}`;
    return {
      ...(known.get(period) ?? NOTHING),
      key: period,
      short: short.format(new Date(`${period}-01T00:00Z`)),
      label: dateText(period),
      lists: listsBehind.month(filter, period),
      striped: period >= thisMonth,
    };
  });
  const ofYear = known.get(year);
  if (!ofYear) return months;
  const label = t`${year}, month not known`;
  const rest = { key: year, short: "?", label, lists: listsBehind.month(filter, year), striped: true };
  return [...months, { ...ofYear, ...rest }];
}

function columnsOf(times: readonly Time[], name: (typeof NUMBERS)[number]): Column[] {
  return times.map((time) => ({
    key: time.key,
    label: time.short,
    ...numberIn(time, name),
    striped: time.striped ?? false,
  }));
}

/** What has no date: in a period there is none. */
function undatedIn(dashboard: DashboardData, filter: DashboardFilter): Time[] {
  if (filter.from || filter.to) return [];
  const left = (name: keyof Numbers) => dashboard.byYear.reduce((rest, row) => rest - row[name], dashboard[name]);
  const numbers = {
    collaborations: left("collaborations"),
    peopleRescued: left("peopleRescued"),
    recognitionsReceived: left("recognitionsReceived"),
    recognitionsGiven: left("recognitionsGiven"),
  };
  if (NUMBERS.every((name) => numbers[name] === 0)) return [];
  return [
    {
      ...numbers,
      key: "none",
      short: "–",
      label: t`Without a date`,
      lists: listsBehind.undated(filter),
      striped: true,
    },
  ];
}

interface TimeSectionProps {
  readonly dashboard: DashboardData;
  readonly filter: DashboardFilter;
  /** Of which year the months are shown; none for the years. */
  readonly months: string | undefined;
  readonly setMonths: (year: string | undefined) => void;
}

/** Numbers by year, or by the months of one. */
export function TimeSection({ dashboard, filter, months, setMonths }: TimeSectionProps) {
  const years = dashboard.byYear.map(({ year }) => yearText(year));
  const actions = <TimeControl years={years} months={months} setMonths={setMonths} latest={years.at(-1) ?? months} />;
  if (months !== undefined) return <Months filter={filter} year={months} actions={actions} />;
  const times = yearsOf(dashboard, filter);
  const undated = undatedIn(dashboard, filter);
  return (
    <TimeFigure
      title={t`By year`}
      head={t`Year`}
      columns={times}
      rows={[...times.toReversed(), ...undated]}
      actions={actions}
      note={
        <>
          {times.some(({ striped }) => striped) && <Trans>Striped years are not over.</Trans>}{" "}
          {undated.length > 0 && <Trans>What has no date stands in the table alone.</Trans>}
        </>
      }
    />
  );
}

interface MonthsProps {
  readonly filter: DashboardFilter;
  readonly year: string;
  readonly actions: ReactNode;
}

function Months({ filter, year, actions }: MonthsProps) {
  const title = t`By month, ${year}`;
  return (
    <Loaded
      title={title}
      actions={actions}
      height={320}
      document={DashboardMonthsDocument}
      variables={{ filter, year: Number(year) }}
    >
      {({ dashboard }) => {
        const times = monthsOf(dashboard.byMonth, year, filter);
        return (
          <TimeFigure
            title={title}
            head={t`Month`}
            columns={times}
            rows={times}
            actions={actions}
            note={times.length > 12 && <Trans>The column “?” is what is known by its year alone.</Trans>}
          />
        );
      }}
    </Loaded>
  );
}

interface TimeFigureProps {
  readonly title: string;
  readonly head: string;
  readonly columns: readonly Time[];
  readonly rows: readonly Time[];
  readonly actions: ReactNode;
  readonly note: ReactNode;
}

function TimeFigure({ title, head, columns, rows, actions, note }: TimeFigureProps) {
  return (
    <ChartSection
      title={title}
      actions={actions}
      note={note}
      table={tableOf(head, NUMBERS, rows)}
      empty={t`Nothing dated lies in this period.`}
      chart={(width, ref) => (
        <ColumnCharts
          ref={ref}
          width={width}
          label={title}
          panels={NUMBERS.map((name) => ({ title: heading(name), columns: columnsOf(columns, name) }))}
        />
      )}
    />
  );
}

interface TimeControlProps {
  readonly years: readonly string[];
  readonly months: string | undefined;
  readonly setMonths: (year: string | undefined) => void;
  readonly latest: string | undefined;
}

function TimeControl({ years, months, setMonths, latest }: TimeControlProps) {
  const choices = [...new Set([...years, ...(months ? [months] : [])])].toSorted().toReversed();
  return (
    <Group gap="xs" justify="flex-end">
      {months !== undefined && (
        <Select
          aria-label={t`Months of which year`}
          size="xs"
          w={92}
          value={months}
          data={choices}
          allowDeselect={false}
          onChange={(year) => year !== null && setMonths(year)}
        />
      )}
      <SegmentedControl
        size="xs"
        aria-label={t`Years or months`}
        value={months === undefined ? "YEARS" : "MONTHS"}
        disabled={latest === undefined}
        data={[
          { value: "YEARS", label: t`Years` },
          { value: "MONTHS", label: t`Months` },
        ]}
        onChange={(chosen) => setMonths(chosen === "MONTHS" ? latest : undefined)}
      />
    </Group>
  );
}
