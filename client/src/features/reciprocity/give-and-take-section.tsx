import { listsBetweenUs } from "@concord/shared/lists-behind";
import { partialDateOf } from "@concord/shared/partial-date";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { PartnerReciprocityDocument, type PartnerReciprocityQuery } from "../../generated/graphql.ts";
import { dateText } from "../../ui/date-texts.ts";
import { useSession } from "../../ui/session.ts";
import { ChartSection } from "../dashboards/chart-section.tsx";
import { ColumnCharts } from "../dashboards/column-charts.tsx";
import { everyYear } from "../dashboards/every-year.ts";
import { FilterWords } from "../dashboards/filter-words.ts";
import { Loaded } from "../dashboards/loaded-section.tsx";
import { type NamedNumbers, numberIn, tableOf } from "../dashboards/named-numbers.ts";
import { heading } from "../dashboards/number-names.ts";

const NUMBERS = ["recognitionsReceived", "recognitionsGiven", "together"] as const;
type Numbers = Readonly<Record<(typeof NUMBERS)[number], number>>;
type Row = NamedNumbers<keyof Numbers>;
type Reciprocity = NonNullable<PartnerReciprocityQuery["partner"]>["reciprocity"];

const NOTHING: Numbers = { recognitionsReceived: 0, recognitionsGiven: 0, together: 0 };

/** The lists behind, by the names that their numbers have in charts. */
function named({ received, given, together }: ReturnType<typeof listsBetweenUs.all>): Row["lists"] {
  return { recognitionsReceived: received, recognitionsGiven: given, together };
}

/** Every year from the first to the last, also those in which nothing is dated. */
function yearsOf({ byYear }: Reciprocity, partner: string): Row[] {
  const known = new Map(byYear.map((row) => [row.year, row]));
  return everyYear(byYear.map(({ year }) => year)).map((number) => {
    const year = String(number).padStart(4, "0");
    const lists = named(listsBetweenUs.year(partner, year));
    return { ...(known.get(number) ?? NOTHING), key: year, label: year, lists };
  });
}

function undatedOf({ byYear, ...all }: Reciprocity, partner: string): Row[] {
  const left = (name: keyof Numbers) => byYear.reduce((rest, row) => rest - row[name], all[name]);
  const [recognitionsReceived, recognitionsGiven, together] = [left(NUMBERS[0]), left(NUMBERS[1]), left(NUMBERS[2])];
  if (recognitionsReceived + recognitionsGiven + together === 0) return [];
  const lists = named(listsBetweenUs.undated(partner));
  return [{ recognitionsReceived, recognitionsGiven, together, key: "none", label: t`Without a date`, lists }];
}

interface GiveAndTakeProps {
  readonly partner: { readonly id: string; readonly name: string };
}

/** What we received from a partner, gave it and did together, by year; with a question of its own. */
export function GiveAndTakeSection({ partner: { id, name } }: GiveAndTakeProps) {
  const title = t`Give and take`;
  return (
    <FilterWords value={name}>
      <Loaded title={title} document={PartnerReciprocityDocument} variables={{ id }} height={320}>
        {({ partner }) => partner && <GiveAndTake title={title} reciprocity={partner.reciprocity} partner={id} />}
      </Loaded>
    </FilterWords>
  );
}

interface FigureProps {
  readonly title: string;
  readonly reciprocity: Reciprocity;
  readonly partner: string;
}

function GiveAndTake({ title, reciprocity, partner }: FigureProps) {
  const years = yearsOf(reciprocity, partner);
  const undated = undatedOf(reciprocity, partner);
  const all: Row = { ...reciprocity, key: "all", label: t`In all`, lists: named(listsBetweenUs.all(partner)) };
  // Of what there is nothing, the note says so: an empty panel would take the room of the others.
  const shown = NUMBERS.filter((name) => years.some((year) => year[name] > 0));
  const isEmpty = NUMBERS.every((name) => reciprocity[name] === 0);
  const thisYear = partialDateOf(new Date()).slice(0, 4);
  return (
    <ChartSection
      title={title}
      note={<Notes reciprocity={reciprocity} hasUndated={undated.length > 0 && years.length > 0} />}
      table={tableOf(t`Year`, NUMBERS, isEmpty ? [] : [all, ...years.toReversed(), ...undated])}
      empty={t`Nothing was given, received or done together yet.`}
      chart={
        years.length === 0
          ? null
          : (width, ref) => (
              <ColumnCharts
                ref={ref}
                width={width}
                label={title}
                panels={shown.map((name) => ({
                  title: heading(name),
                  columns: years.map((year) => ({
                    key: year.key,
                    label: year.label,
                    ...numberIn(year, name),
                    striped: year.label >= thisYear,
                  })),
                }))}
              />
            )
      }
    />
  );
}

interface NotesProps {
  readonly reciprocity: Reciprocity;
  readonly hasUndated: boolean;
}

function Notes({ reciprocity, hasUndated }: NotesProps) {
  const { shortName } = useSession().installation;
  const { recognitionsReceived, recognitionsGiven, together, lastReceived, lastGiven } = reciprocity;
  if (recognitionsReceived + recognitionsGiven + together === 0) return null;
  const [received, given] = [lastReceived, lastGiven].map((date) => date && dateText(date));
  return (
    <>
      {recognitionsReceived === 0 && <Trans>They have never recognised {shortName}.</Trans>}
      {received && (
        <Trans>
          They last recognised {shortName}: {received}.
        </Trans>
      )}{" "}
      {recognitionsGiven === 0 && <Trans>{shortName} has never recognised them.</Trans>}
      {given && (
        <Trans>
          {shortName} last recognised them: {given}.
        </Trans>
      )}{" "}
      {hasUndated && <Trans>What has no date stands in the table alone.</Trans>}
    </>
  );
}
