import { countryName } from "@concord/shared/countries";
import { QUIET_MONTHS } from "@concord/shared/lists-behind";
import { formatPartialDate } from "@concord/shared/partial-date";
import {
  FOCUS_AREA_LABELS,
  OUTCOME_MEASURE_LABELS,
  PARTNER_BALANCE_LABELS,
  PARTNER_KIND_LABELS,
  PARTNER_RHYTHM_LABELS,
  PARTNER_STATUS_LABELS,
} from "@concord/shared/vocabularies";
import type { PdfDocument } from "../../pdf/document.ts";
import { table } from "../../pdf/table.ts";
import { countPartners, sumOutcomes } from "../dashboards/dashboards.service.ts";
import { countActive, countBalances, countQuiet, countRhythms, goneQuiet } from "../dashboards/health.ts";
import { byOffice } from "../dashboards/offices-side-by-side.ts";
import type { DashboardRequest } from "../dashboards/request.ts";
import {
  before,
  byCountry,
  byYear,
  outcomesByFocusArea,
  partnersByKind,
  partnersByStatus,
} from "../dashboards/series.ts";
import { officeOf } from "../offices/offices.service.ts";
import { readPartner } from "../partners/partners.service.ts";
import { barChart, barsHeight, columnChart } from "./charts.ts";
import { keyNumbers } from "./key-numbers.ts";
import { beginReport, type Making, type Report } from "./report.ts";
import { filterText, numberText, periodText } from "./words.ts";

/** So many partners gone quiet are named, those first of whom nothing is known for longest. */
const MOST_QUIET = 40;
/** So many countries have a bar; the table has all. */
const MOST_BARS = 15;

/** What a report says of how it is to be kept. */
const CARE = {
  OWN: "Internal. Counts what its maker may read, which may include restricted records: do not pass it on.",
  OPEN: "Internal. Restricted records are not in it.",
} as const;

/**
 * The dashboard as A4 pages to be read: the numbers of its page, each chart with its table.
 * @param care what it counts: OWN all that the viewer may read, OPEN what is public or internal
 */
export async function dashboardReport(
  request: DashboardRequest,
  making: Making,
  { title = "Dashboard", care = "OWN" }: { readonly title?: string; readonly care?: keyof typeof CARE } = {},
): Promise<Report> {
  const subtitle = await filterText(request.viewing, request.filter);
  const document = beginReport(making, title, subtitle, CARE[care]);
  await totals(document, request);
  await years(document, request);
  await countries(document, request);
  await outcomes(document, request);
  await partners(document, request);
  await health(document, request);
  await offices(document, request);
  return { name: `dashboard-${making.at.toISOString().slice(0, 10)}.pdf`, bytes: await document.end() };
}

async function totals(document: PdfDocument, request: DashboardRequest): Promise<void> {
  const earlier = before(request);
  const [partnerCount, now, then] = await Promise.all([
    countPartners(request),
    keyNumbers(request),
    earlier && keyNumbers(earlier),
  ]);
  document.heading(2, "Totals");
  if (!earlier || !then) {
    const rows = [["Partners", numberText(partnerCount)], ...now.map(({ label, value }) => [label, numberText(value)])];
    table(
      document,
      [
        { title: "", weight: 3 },
        { title: periodText(request.filter), weight: 1, align: "right" },
      ],
      rows,
      320,
    );
    return;
  }
  table(
    document,
    [
      { title: "", weight: 3 },
      { title: periodText(request.filter), weight: 2, align: "right" },
      { title: periodText(earlier.filter), weight: 2, align: "right" },
      { title: "Change", weight: 2, align: "right" },
    ],
    [
      ["Partners (today)", numberText(partnerCount), "", ""],
      ...now.map(({ label, value }, index) => {
        const old = then[index]?.value ?? 0;
        return [label, numberText(value), numberText(old), changeText(value, old)];
      }),
    ],
  );
}

/** "+12 (+150%)" */
function changeText(now: number, old: number): string {
  const sign = (value: number) => `${value > 0 ? "+" : ""}${numberText(value).replace("-", "−")}`;
  if (now === old) return "no change";
  return old === 0 ? sign(now) : `${sign(now - old)} (${sign(Math.round(((now - old) / old) * 100))}%)`;
}

async function years(document: PdfDocument, request: DashboardRequest): Promise<void> {
  const rows = await byYear(request);
  document.heading(2, "By year");
  if (rows.length === 0) return document.paragraph("Nothing is dated in this period.");
  const column = (title: string, of: (row: (typeof rows)[number]) => number) =>
    columnChart(
      document,
      title,
      everyYear(rows).map(({ year, row }) => ({ label: String(year), value: row ? of(row) : 0 })),
    );
  column("Collaborations begun", (row) => row.collaborations);
  column("People rescued", (row) => row.peopleRescued);
  table(
    document,
    [
      { title: "Year", weight: 1 },
      ...["Collaborations", "People rescued", "Recognitions of us", "Recognitions by us"].map(number),
    ],
    rows.map((row) => [
      String(row.year),
      ...[row.collaborations, row.peopleRescued, row.recognitionsReceived, row.recognitionsGiven].map(numberText),
    ]),
  );
}

/** Each year from the first to the last, also those in which nothing was: a chart over time has no gaps. */
function everyYear<Row extends { readonly year: number }>(rows: readonly Row[]) {
  const [first = 0, last = -1] = [rows[0]?.year, rows.at(-1)?.year];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index;
    return { year, row: rows.find((each) => each.year === year) };
  });
}

const number = (title: string) => ({ title, weight: 1, align: "right" }) as const;

async function countries(document: PdfDocument, request: DashboardRequest): Promise<void> {
  const rows = (await byCountry(request)).toSorted(
    (a, b) => b.collaborations - a.collaborations || countryName(a.country).localeCompare(countryName(b.country), "en"),
  );
  const bars = rows.slice(0, MOST_BARS);
  document.heading(2, "By country", barsHeight(bars.length));
  if (rows.length === 0) return document.paragraph("There is nothing with a country.");
  barChart(
    document,
    "Collaborations by country",
    bars.map((row) => ({ label: countryName(row.country), value: row.collaborations })),
  );
  table(
    document,
    [{ title: "Country", weight: 2 }, ...["Partners", "Collaborations", "People rescued"].map(number)],
    rows.map((row) => [
      countryName(row.country),
      ...[row.partners, row.collaborations, row.peopleRescued].map(numberText),
    ]),
  );
}

async function outcomes(document: PdfDocument, request: DashboardRequest): Promise<void> {
  const [sums, areas] = await Promise.all([sumOutcomes(request), outcomesByFocusArea(request)]);
  const marks = sums.map(({ measure, count }) => ({ label: OUTCOME_MEASURE_LABELS[measure], value: count }));
  document.heading(2, "Outcomes", barsHeight(marks.length));
  if (marks.length === 0) return document.paragraph("No outcome is noted in this period.");
  barChart(document, "Outcomes by measure", marks);
  countTable(document, "Measure", marks);
  if (areas.length === 0) return;
  document.heading(3, "By focus area");
  document.paragraph("A collaboration with several focus areas counts in each of them: these numbers overlap.");
  table(
    document,
    [{ title: "Focus area", weight: 2 }, { title: "Measure", weight: 2 }, number("Count")],
    areas.map((row) => [FOCUS_AREA_LABELS[row.focusArea], OUTCOME_MEASURE_LABELS[row.measure], numberText(row.count)]),
  );
}

type Marks = readonly { readonly label: string; readonly value: number }[];

function countTable(document: PdfDocument, title: string, marks: Marks, unit = "Count"): void {
  table(
    document,
    [
      { title, weight: 3 },
      { ...number(unit), weight: 1 },
    ],
    marks.map(({ label, value }) => [label, numberText(value)]),
    320,
  );
}

async function partners(document: PdfDocument, request: DashboardRequest): Promise<void> {
  const [kinds, statuses] = await Promise.all([partnersByKind(request), partnersByStatus(request)]);
  document.heading(2, "Partners", barsHeight(kinds.length) + 60);
  document.paragraph("Partners have no date: these numbers are those of today, whatever the period.");
  const groups = [
    { title: "Kind", marks: kinds.map((row) => ({ label: PARTNER_KIND_LABELS[row.kind], value: row.partners })) },
    {
      title: "Status",
      marks: statuses.map((row) => ({ label: PARTNER_STATUS_LABELS[row.status], value: row.partners })),
    },
  ];
  for (const { title, marks } of groups) {
    document.heading(3, `By ${title.toLowerCase()}`, barsHeight(marks.length));
    barChart(
      document,
      `Partners by ${title.toLowerCase()}`,
      marks.toSorted((a, b) => b.value - a.value),
    );
    countTable(document, title, marks, "Partners");
  }
}

async function health(document: PdfDocument, request: DashboardRequest): Promise<void> {
  const [active, quiet, rhythms, balances, gone] = await Promise.all([
    countActive(request),
    countQuiet(request),
    countRhythms(request),
    countBalances(request),
    goneQuiet(request, { first: MOST_QUIET }),
  ]);
  document.heading(2, "Relationship health", barsHeight(quiet.length) + 60);
  document.paragraph(`How it stands with ${numberText(active)} active partners, today.`);
  const marks = quiet.map(({ months, partners: count }) => ({ label: `${months} months and more`, value: count }));
  document.heading(3, "Gone quiet for", barsHeight(marks.length));
  barChart(document, "Active partners gone quiet", marks);
  countTable(document, "Without contact for", marks, "Partners");
  document.heading(3, "Rhythm and balance");
  countTable(
    document,
    "Rhythm",
    rhythms.map((row) => ({ label: PARTNER_RHYTHM_LABELS[row.rhythm], value: row.partners })),
    "Partners",
  );
  countTable(
    document,
    "Balance",
    balances.map((row) => ({ label: PARTNER_BALANCE_LABELS[row.balance], value: row.partners })),
    "Partners",
  );
  document.heading(3, `Who has gone quiet for ${QUIET_MONTHS} months or more`);
  if (gone.length === 0) return document.paragraph("Nobody.");
  const rows = await Promise.all(
    gone.map(async ({ partnerId, lastContact }) => {
      const partner = await readPartner(request.viewing, partnerId);
      const office = await officeOf(request.viewing, partner.officeId);
      const country = partner.country ? countryName(partner.country) : "";
      return [nameText(partner), country, office.name, lastContact ? formatPartialDate(lastContact) : "none dated"];
    }),
  );
  table(
    document,
    [
      { title: "Partner", weight: 4 },
      { title: "Country", weight: 2 },
      { title: "Our office", weight: 2 },
      { title: "Last contact", weight: 2 },
    ],
    rows,
  );
  if (gone.length === MOST_QUIET) {
    document.paragraph(`The first ${MOST_QUIET}; the list in Concord has all.`, { size: 9, color: "#57606a" });
  }
}

function nameText({ name, shortName }: { readonly name: string; readonly shortName: string | null }): string {
  return shortName ? `${name} (${shortName})` : name;
}

async function offices(document: PdfDocument, request: DashboardRequest): Promise<void> {
  const rows = await byOffice(request, {});
  document.heading(2, "Offices side by side");
  const named = await Promise.all(
    rows.map(async (row) => [
      (await officeOf(request.viewing, row.officeId)).name,
      ...[row.partners, row.collaborations, row.peopleRescued, row.recognitionsReceived].map(numberText),
      ...[row.recognitionsGiven, row.quietPartners].map(numberText),
    ]),
  );
  const titles = [
    "Partners",
    "Collabo-rations",
    "People rescued",
    "Recogni-tions of us",
    "Recogni-tions by us",
    "Gone quiet",
  ];
  table(document, [{ title: "Office", weight: 1.6 }, ...titles.map(number)], named);
}
