import * as z from "zod";
import { LIMITS } from "../limits.ts";
import {
  CONFIDENTIALITY_LABELS,
  DATE_PRECISION_LABELS,
  DIRECTION_LABELS,
  FOCUS_AREA_LABELS,
  RECOGNITION_KIND_LABELS,
  RECOGNITION_STAGE_LABELS,
  type RecognitionStage,
} from "../vocabularies.ts";
import type { FieldIssue } from "./check.ts";
import {
  code,
  country,
  line,
  listOf,
  newId,
  optional,
  paragraphs,
  partialDate,
  reference,
  required,
} from "./fields.ts";
import {
  confidentiality,
  externalIdIssues,
  externalIds,
  filterCodes,
  filterDate,
  filterFlag,
  filterIds,
  filterText,
  filterTexts,
  focusAreas,
  linkedCollaborations,
  members,
  office,
  presence,
  repeatedIssues,
  sourceRule,
} from "./records.ts";

/** A giver or recipient: exactly one of us, a partner, or a person at a partner. */
const partyRule = z
  .object({
    us: z.boolean().nullish(),
    partner: reference("The partner").nullish(),
    person: reference("The person").nullish(),
  })
  .transform(({ us, partner, person }, context): PartyValues => {
    const parties: PartyValues[] = [
      ...(us ? [{ us: true } as const] : []),
      ...(partner ? [{ partner }] : []),
      ...(person ? [{ person }] : []),
    ];
    const [party, ...others] = parties;
    if (party && others.length === 0) return party;
    context.addIssue({ code: "custom", message: "Choose exactly one: us, a partner or a person." });
    return z.NEVER;
  });
export type PartyValues = { readonly us: true } | { readonly partner: string } | { readonly person: string };

/** The same for the same party. */
export function partyKey(party: PartyValues): string {
  if ("us" in party) return "us";
  return "partner" in party ? `partner ${party.partner}` : `person ${party.person}`;
}

const fields = {
  kind: required(code("The kind", RECOGNITION_KIND_LABELS)),
  title: required(line("The title", LIMITS.title)),
  citation: optional(paragraphs("The citation", LIMITS.citation)),
  date: optional(partialDate),
  occasion: optional(line("The occasion", LIMITS.occasion)),
  place: optional(line("The place", LIMITS.place)),
  givers: listOf("Givers", partyRule, LIMITS.parties),
  recipients: listOf("Recipients", partyRule, LIMITS.parties),
  handedOverBy: optional(line("Who handed it over", LIMITS.name)),
  takenBy: optional(line("Who took it", LIMITS.name)),
  honours: linkedCollaborations("Honoured collaborations"),
  externalIds,
  evidence: listOf("Pieces of evidence", sourceRule, LIMITS.sources),
  focusAreas,
  confidentiality,
  members,
  office,
};

export const createRecognitionRule = z.object({
  id: newId,
  kind: fields.kind.create,
  title: fields.title.create,
  citation: fields.citation.create,
  date: fields.date.create,
  occasion: fields.occasion.create,
  place: fields.place.create,
  givers: fields.givers.create,
  recipients: fields.recipients.create,
  handedOverBy: fields.handedOverBy.create,
  takenBy: fields.takenBy.create,
  honours: fields.honours.create,
  externalIds: fields.externalIds.create,
  evidence: fields.evidence.create,
  focusAreas: fields.focusAreas.create,
  confidentiality: fields.confidentiality.create,
  members: fields.members.create,
  office: fields.office.create,
});

export const updateRecognitionRule = z.object({
  kind: fields.kind.update,
  title: fields.title.update,
  citation: fields.citation.update,
  date: fields.date.update,
  occasion: fields.occasion.update,
  place: fields.place.update,
  givers: fields.givers.update,
  recipients: fields.recipients.update,
  handedOverBy: fields.handedOverBy.update,
  takenBy: fields.takenBy.update,
  honours: fields.honours.update,
  externalIds: fields.externalIds.update,
  evidence: fields.evidence.update,
  focusAreas: fields.focusAreas.update,
  confidentiality: fields.confidentiality.update,
  members: fields.members.update,
  office: fields.office.update,
});

const signatoryRule = z.object({
  name: line("The name of who signs", LIMITS.name),
  title: optional(line("The title of who signs", LIMITS.title)).create,
});
export type Signatory = z.output<typeof signatoryRule>;

export const issueRecognitionRule = z.object({
  date: fields.date.create,
  signatories: listOf("Signatories", signatoryRule, LIMITS.signatories).create,
});

export const handOverRecognitionRule = z.object({
  date: fields.date.update,
  place: fields.place.update,
  handedOverBy: fields.handedOverBy.update,
  takenBy: fields.takenBy.update,
});

/** Why a proposal is declined, or a certificate withdrawn. */
export const decisionRule = z.object({ reason: paragraphs("The reason", LIMITS.reason) });

/** How far a recognition has come, and who decided so: what no form sends, but steps lead to. */
export interface RecognitionProgress {
  readonly stage: RecognitionStage;
  readonly proposedBy: string | null;
  readonly decidedBy: string | null;
  readonly decisionReason: string | null;
  readonly handedOverOn: string | null;
}

/** The progress of what is logged after the fact. */
export const LOGGED: RecognitionProgress = {
  stage: "HANDED_OVER",
  proposedBy: null,
  decidedBy: null,
  decisionReason: null,
  handedOverOn: null,
};

/** A recognition, whole: the shape of its input, and its progress. */
export interface RecognitionValues
  extends Omit<z.output<typeof createRecognitionRule>, "id" | "office">,
    RecognitionProgress {
  readonly office: string;
}

/** What a certificate says: leadership approves it, and it cannot be changed while the certificate is in force. */
export function certifiedWords(values: RecognitionValues) {
  const { kind, title, citation, date, occasion, givers, recipients } = values;
  return { kind, title, citation, date, occasion, givers: givers.map(partyKey), recipients: recipients.map(partyKey) };
}

/** Rules between the fields of a recognition. */
export function recognitionConsistency(
  values: Partial<Pick<RecognitionValues, "givers" | "recipients" | "externalIds">>,
): FieldIssue[] {
  const { givers, recipients } = values;
  const twice = () => "This one is there already. Remove one of the two.";
  const issues = [
    ...externalIdIssues(values),
    ...repeatedIssues("givers", givers, partyKey, twice),
    ...repeatedIssues("recipients", recipients, partyKey, twice),
  ];
  if (givers?.length === 0) issues.push({ path: "givers", message: "Nobody gives it. Choose at least one giver." });
  if (recipients?.length === 0)
    issues.push({ path: "recipients", message: "Nobody receives it. Choose at least one recipient." });
  const giving = new Set(givers?.map(partyKey));
  for (const [index, party] of (recipients ?? []).entries()) {
    if (!giving.has(partyKey(party))) continue;
    issues.push({
      path: `recipients.${index}`,
      message: "This one stands among the givers, too. Nobody recognises themselves: remove one of the two.",
    });
  }
  return issues;
}

export const recognitionFilterRule = z.object({
  text: filterText,
  kind: filterCodes("A kind", RECOGNITION_KIND_LABELS),
  direction: filterCodes("A direction", DIRECTION_LABELS),
  partner: filterIds("A partner"),
  person: filterIds("A person"),
  office: filterIds("An office"),
  country: filterTexts(country),
  focusArea: filterCodes("A focus area", FOCUS_AREA_LABELS),
  confidentiality: filterCodes("Confidentiality", CONFIDENTIALITY_LABELS),
  onWall: filterFlag,
  stage: filterCodes("A stage", RECOGNITION_STAGE_LABELS),
  from: filterDate,
  to: filterDate,
  precision: filterCodes("How exactly a date is known", DATE_PRECISION_LABELS),
  presence,
});
export type RecognitionFilter = z.output<typeof recognitionFilterRule>;
