import { countryName } from "@concord/shared/countries";
import { MAX_PAGE_SIZE } from "@concord/shared/limits";
import { formatPartialDate, formatPartialInterval, parsePartialDate } from "@concord/shared/partial-date";
import type { OutcomeValues } from "@concord/shared/rules/collaborations";
import { yearReportRule } from "@concord/shared/rules/reports";
import {
  APPEARANCE_ROLE_LABELS,
  COLLABORATION_KIND_LABELS,
  DIRECTION_LABELS,
  FOCUS_AREA_LABELS,
  isCode,
  OUTCOME_MEASURE_LABELS,
  PARTICIPANT_ROLE_LABELS,
  PARTNER_KIND_LABELS,
  PARTNER_STATUS_LABELS,
  RECOGNITION_KIND_LABELS,
  STAGE_LABELS,
} from "@concord/shared/vocabularies";
import sql, { join } from "sql-template-tag";
import { openReader } from "../../access/viewer.ts";
import { numberOf, textOf } from "../../database/rows.ts";
import type { PdfDocument } from "../../pdf/document.ts";
import { table } from "../../pdf/table.ts";
import { readRecord } from "../../records/by-id.ts";
import { parseInput } from "../../records/input.ts";
import { focusAreasOf } from "../../records/list-loaders.ts";
import type { Page } from "../../records/page.ts";
import { type Viewing, viewingOf } from "../../records/viewing.ts";
import type { Collaboration } from "../collaborations/collaborations.entity.ts";
import { collaborationList, collaborationsOfPartner } from "../collaborations/collaborations.list.ts";
import { appearancesOf, outcomesOf, participantsOf } from "../collaborations/collaborations.loader.ts";
import { officeOf } from "../offices/offices.service.ts";
import type { Partner } from "../partners/partners.entity.ts";
import { partnerById } from "../partners/partners.loader.ts";
import { partnerRecord } from "../partners/partners.record.ts";
import { peopleOfPartner } from "../people/people.list.ts";
import { positionsOf } from "../people/people.loader.ts";
import type { Recognition } from "../recognitions/recognitions.entity.ts";
import { recognitionsOfPartner } from "../recognitions/recognitions.list.ts";
import { partiesOf } from "../recognitions/recognitions.loader.ts";
import type { Statement } from "../statements/statements.entity.ts";
import { statementsOfPartner } from "../statements/statements.list.ts";
import { beginReport, fileWord, type Making, type Report } from "./report.ts";
import { outcomesText } from "./words.ts";

/** So many of each kind stand in a report; what is left out is said. */
const MOST = MAX_PAGE_SIZE;
const CARE = "Public and internal records; restricted ones are not in it.";
const FAINT = { size: 9, color: "#57606a" } as const;

/**
 * What there was between us and a partner in a year. It goes into meetings: restricted records are not in it, whoever has
 * it made, and protected people stand under their pseudonyms.
 * @throws NOT_FOUND, BAD_USER_INPUT
 */
export async function partnerReport(
  asking: Viewing,
  id: string,
  args: unknown,
  making: Making,
): Promise<PartnerReport> {
  const { year } = parseInput(yearReportRule, args);
  const viewing = viewingOf({ viewer: openReader, by: asking.by }, asking.database, asking.origin, asking.keys);
  const partner = await readRecord(viewing, partnerRecord, id);
  const period = { from: String(year), to: String(year) };
  const oldestFirst = <Field extends string>(field: Field) =>
    ({ first: MOST, filter: period, orderBy: { field, direction: "ASC" } }) as const;
  const [collaborations, recognitions, statements] = await Promise.all([
    collaborationsOfPartner(viewing, partner.id, oldestFirst("BEGIN")),
    recognitionsOfPartner(viewing, partner.id, oldestFirst("DATE")),
    statementsOfPartner(viewing, partner.id, oldestFirst("DATE")),
  ]);
  const document = beginReport(making, nameText(partner), `What there was between us in ${year}`, CARE);
  document.paragraph("Restricted records are not in this report, whoever had it made.", FAINT);
  await whoTheyAre(document, viewing, partner);
  await people(document, viewing, partner, String(year));
  await together(document, viewing, partner, collaborations, period);
  await given(document, viewing, making.us, recognitions);
  said(document, statements);
  const name = [fileWord(partner.shortName ?? partner.name) || "partner", year].join("-");
  return { partner, year, name: `${name}.pdf`, bytes: await document.end() };
}

interface PartnerReport extends Report {
  readonly partner: Partner;
  readonly year: number;
}

function nameText({ name, shortName }: Pick<Partner, "name" | "shortName">): string {
  return shortName ? `${name} (${shortName})` : name;
}

async function whoTheyAre(document: PdfDocument, viewing: Viewing, partner: Partner): Promise<void> {
  const [office, areas, parent] = await Promise.all([
    officeOf(viewing, partner.officeId),
    focusAreasOf(viewing, partner.id),
    partner.parentId ? partnerById(viewing, partner.parentId) : null,
  ]);
  const facts = [
    PARTNER_KIND_LABELS[partner.kind],
    partner.country ? countryName(partner.country) : "",
    PARTNER_STATUS_LABELS[partner.status].toLowerCase(),
    parent ? `part of ${nameText(parent)}` : "",
    `our office: ${office.name}`,
  ];
  document.heading(2, "Who they are");
  document.paragraph(facts.filter(Boolean).join(" · "));
  const aliases = partner.aliases.map(({ name }) => name).join("; ");
  if (aliases) document.paragraph(`Also called: ${aliases}`);
  if (areas.length > 0) document.paragraph(`Focus areas: ${areas.map((area) => FOCUS_AREA_LABELS[area]).join(", ")}`);
  if (partner.summary) document.paragraph(partner.summary);
}

/** Whoever may have held a position there in the year. */
async function people(document: PdfDocument, viewing: Viewing, partner: Partner, year: string): Promise<void> {
  const { edges, pageInfo } = await peopleOfPartner(viewing, partner.id, { first: MOST, filter: {}, orderBy: null });
  const whole = parsePartialDate(year);
  const held = await Promise.all(
    edges.map(async ({ node }) =>
      (await positionsOf(viewing, node.id))
        .filter((row) => row.partnerId === partner.id)
        .filter(({ fromFirst, toLast }) => whole && fromFirst <= whole.last && (toLast === "" || toLast >= whole.first))
        .map((row) => [
          node.name,
          [row.rankTitle, row.title].filter(Boolean).join(", "),
          formatPartialInterval(row.fromEdtf, row.toEdtf),
        ]),
    ),
  );
  document.heading(2, "People");
  const rows = held.flat();
  if (rows.length === 0) return document.paragraph("Nobody with a position in this year is noted.");
  const columns = [
    { title: "Name", weight: 3 },
    { title: "Position", weight: 4 },
    { title: "When", weight: 3 },
  ];
  table(document, columns, rows);
  saysMore(document, pageInfo.hasNextPage);
}

async function together(
  document: PdfDocument,
  viewing: Viewing,
  partner: Partner,
  page: Page<Collaboration>,
  period: { readonly from: string; readonly to: string },
): Promise<void> {
  document.heading(2, "What we did together");
  if (page.edges.length === 0) return document.paragraph("No collaboration that began in this year is noted.");
  const sums = await contributedTo(viewing, partner.id, period);
  if (sums.length > 0) document.paragraph([{ text: "Contributed to: ", bold: true }, { text: outcomesText(sums) }]);
  for (const { node } of page.edges) await collaboration(document, viewing, node);
  saysMore(document, page.pageInfo.hasNextPage);
}

/** The sums of the outcomes of the year to which the partner contributed; each collaboration counts once. */
async function contributedTo(
  { viewer, database }: Viewing,
  partnerId: string,
  period: { readonly from: string; readonly to: string },
): Promise<OutcomeValues[]> {
  const conditions = collaborationList.conditions(viewer, { ...period, partner: [partnerId] });
  const rows = await database.raw(
    sql`SELECT o.measure, SUM(o.amount) AS amount FROM collaborations c JOIN outcomes o ON o.collaboration_id = c.id
        WHERE ${join([...conditions], " AND ")} GROUP BY o.measure ORDER BY o.measure`,
  );
  return rows.flatMap((row) => {
    const measure = textOf(row, "measure");
    return isCode(OUTCOME_MEASURE_LABELS, measure) ? [{ measure, count: numberOf(row, "amount") }] : [];
  });
}

async function collaboration(document: PdfDocument, viewing: Viewing, row: Collaboration): Promise<void> {
  const [outcomes, participants, appearances] = await Promise.all([
    outcomesOf(viewing, row.id),
    participantsOf(viewing, row.id),
    appearancesOf(viewing, row.id),
  ]);
  document.heading(3, row.title);
  const facts = [
    COLLABORATION_KIND_LABELS[row.kind],
    STAGE_LABELS[row.stage].toLowerCase(),
    formatPartialInterval(row.beginEdtf, row.endEdtf),
    [row.place, row.country ? countryName(row.country) : null].filter(Boolean).join(", "),
  ];
  document.text(facts.filter(Boolean).join(" · "), FAINT);
  if (outcomes.length > 0) document.text([{ text: "Outcomes: ", bold: true }, { text: outcomesText(outcomes) }]);
  const names = await Promise.all(
    participants.map(async ({ partnerId, role }) => {
      const taking = await partnerById(viewing, partnerId);
      return taking ? `${nameText(taking)} (${PARTICIPANT_ROLE_LABELS[role].toLowerCase()})` : "";
    }),
  );
  document.text(`With ${names.filter(Boolean).join("; ")}.`);
  if (appearances.length > 0) document.text(`People in it: ${appearances.map(appearanceText).join("; ")}.`);
  if (row.summary) document.text(row.summary);
  document.space(4);
}

/** The name of a protected person is a pseudonym wherever it stands; here that is said. */
function appearanceText(row: Awaited<ReturnType<typeof appearancesOf>>[number]): string {
  const role = APPEARANCE_ROLE_LABELS[row.role].toLowerCase();
  return `${row.name} (${row.isProtected ? `${role}, a pseudonym` : role})`;
}

async function given(document: PdfDocument, viewing: Viewing, us: string, page: Page<Recognition>): Promise<void> {
  document.heading(2, "Recognitions");
  if (page.edges.length === 0) return document.paragraph("No recognition of this year is noted.");
  for (const { node } of page.edges) await recognition(document, viewing, us, node);
  saysMore(document, page.pageInfo.hasNextPage);
}

async function recognition(document: PdfDocument, viewing: Viewing, us: string, row: Recognition): Promise<void> {
  const parties = await Promise.all(
    (await partiesOf(viewing, row.id)).map(async (party) => {
      const partner = party.partnerId ? await partnerById(viewing, party.partnerId) : null;
      return { side: party.side, name: party.us ? us : (party.personName ?? (partner ? nameText(partner) : "")) };
    }),
  );
  const named = (side: "GIVER" | "RECIPIENT") =>
    parties.flatMap((party) => (party.side === side && party.name ? [party.name] : [])).join(", ");
  document.heading(3, row.title);
  const facts = [
    RECOGNITION_KIND_LABELS[row.kind],
    DIRECTION_LABELS[row.direction].toLowerCase(),
    row.dateEdtf ? formatPartialDate(row.dateEdtf) : "",
    row.occasion ?? "",
  ];
  document.text(facts.filter(Boolean).join(" · "), FAINT);
  document.text(`From ${named("GIVER")} to ${named("RECIPIENT")}.`);
  if (row.citation) document.text(`“${row.citation}”`);
  document.space(4);
}

function said(document: PdfDocument, page: Page<Statement>): void {
  document.heading(2, "Statements");
  if (page.edges.length === 0) document.paragraph("No statement of this year is noted.");
  for (const { node } of page.edges) {
    document.text(`“${node.text}”`);
    if (node.translation) document.text(`In English: “${node.translation}”`);
    const facts = [
      [node.speakerName, node.speakerTitle].filter(Boolean).join(", "),
      node.occasion ?? "",
      node.dateEdtf ? formatPartialDate(node.dateEdtf) : "",
      node.publishable ? "may be published" : "not for publication",
    ];
    document.text(`— ${facts.filter(Boolean).join(" · ")}`, FAINT);
    document.space(6);
  }
  saysMore(document, page.pageInfo.hasNextPage);
}

function saysMore(document: PdfDocument, isCut: boolean): void {
  if (isCut) document.paragraph(`These are ${MOST}; Concord has more.`, FAINT);
}
