import * as z from "zod";
import { LIMITS } from "../limits.ts";
import { isWhollyBefore } from "../partial-date.ts";
import { withAsterisk } from "../pseudonym.ts";
import {
  APPEARANCE_ROLE_LABELS,
  COLLABORATION_DUE_LABELS,
  COLLABORATION_KIND_LABELS,
  CONFIDENTIALITY_LABELS,
  DATE_PRECISION_LABELS,
  FOCUS_AREA_LABELS,
  OUTCOME_MEASURE_LABELS,
  PARTICIPANT_ROLE_LABELS,
  STAGE_LABELS,
} from "../vocabularies.ts";
import type { FieldIssue } from "./check.ts";
import {
  code,
  country,
  defaulted,
  line,
  listOf,
  newId,
  optional,
  paragraphs,
  partialDate,
  reference,
  required,
  shown,
  subdivision,
  webAddress,
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
  placeIssues,
  presence,
  repeatedIssues,
  sourceRule,
} from "./records.ts";

const participantRule = z.object({
  partner: reference("The partner who took part"),
  role: defaulted(code("The role", PARTICIPANT_ROLE_LABELS), "SUPPORT").create,
});
export type ParticipantValues = z.output<typeof participantRule>;

const count = (label: string, from: number) =>
  z.number().refine((value) => Number.isInteger(value) && value >= from && value <= LIMITS.count, {
    error: (issue) =>
      `${label} is ${shown(issue.input)}. Write a whole number from ${from} to ${LIMITS.count.toLocaleString("en-GB")}.`,
  });

const outcomeRule = z.object({
  measure: code("The measure", OUTCOME_MEASURE_LABELS),
  count: count("The count", 0),
});
export type OutcomeValues = z.output<typeof outcomeRule>;

const milestoneRule = z.object({
  date: partialDate,
  title: line("The title of a milestone", LIMITS.milestoneTitle),
});
export type MilestoneValues = z.output<typeof milestoneRule>;

const appearanceRule = z
  .object({
    id: z.preprocess((value) => value ?? null, reference("The appearance").nullable()),
    name: line("The name or pseudonym", LIMITS.name),
    role: code("The role", APPEARANCE_ROLE_LABELS),
    count: z.preprocess((value) => value ?? 1, count("The number of people", 1)),
    protected: z.preprocess((value) => value ?? false, z.boolean()),
    consent: z.preprocess((value) => value ?? false, z.boolean()),
    description: optional(paragraphs("The description", LIMITS.description)).create,
    employer: optional(reference("The employer")).create,
  })
  .transform((appearance) =>
    appearance.protected ? { ...appearance, name: withAsterisk(appearance.name) } : appearance,
  );
/** Somebody in the story; `id` is null until it is kept. */
export type AppearanceValues = z.output<typeof appearanceRule>;

const fields = {
  title: required(line("The title", LIMITS.title)),
  kind: required(code("The kind", COLLABORATION_KIND_LABELS)),
  stage: defaulted(code("The stage", STAGE_LABELS), "PLANNED"),
  begin: optional(partialDate),
  end: optional(partialDate),
  place: optional(line("The place", LIMITS.place)),
  country: optional(country),
  subdivision: optional(subdivision),
  confidentiality,
  focusAreas,
  summary: optional(paragraphs("The summary", LIMITS.collaborationSummary)),
  ask: optional(paragraphs("The ask", LIMITS.ask)),
  link: optional(webAddress),
  participants: listOf("Participants", participantRule, LIMITS.participants),
  outcomes: listOf("Outcomes", outcomeRule, Object.keys(OUTCOME_MEASURE_LABELS).length),
  milestones: listOf("Milestones", milestoneRule, LIMITS.milestones),
  follows: linkedCollaborations("Collaborations that this one follows"),
  appearances: listOf("People who appear", appearanceRule, LIMITS.appearances),
  externalIds,
  sources: listOf("Sources", sourceRule, LIMITS.sources),
  members,
  office,
};

export const createCollaborationRule = z.object({
  id: newId,
  title: fields.title.create,
  kind: fields.kind.create,
  stage: fields.stage.create,
  begin: fields.begin.create,
  end: fields.end.create,
  place: fields.place.create,
  country: fields.country.create,
  subdivision: fields.subdivision.create,
  confidentiality: fields.confidentiality.create,
  focusAreas: fields.focusAreas.create,
  summary: fields.summary.create,
  ask: fields.ask.create,
  link: fields.link.create,
  participants: fields.participants.create,
  outcomes: fields.outcomes.create,
  milestones: fields.milestones.create,
  follows: fields.follows.create,
  appearances: fields.appearances.create,
  externalIds: fields.externalIds.create,
  sources: fields.sources.create,
  members: fields.members.create,
  office: fields.office.create,
});

export const updateCollaborationRule = z.object({
  title: fields.title.update,
  kind: fields.kind.update,
  stage: fields.stage.update,
  begin: fields.begin.update,
  end: fields.end.update,
  place: fields.place.update,
  country: fields.country.update,
  subdivision: fields.subdivision.update,
  confidentiality: fields.confidentiality.update,
  focusAreas: fields.focusAreas.update,
  summary: fields.summary.update,
  ask: fields.ask.update,
  link: fields.link.update,
  participants: fields.participants.update,
  outcomes: fields.outcomes.update,
  milestones: fields.milestones.update,
  follows: fields.follows.update,
  appearances: fields.appearances.update,
  externalIds: fields.externalIds.update,
  sources: fields.sources.update,
  members: fields.members.update,
  office: fields.office.update,
});

/** A collaboration, whole, in the shape of its input. */
export interface CollaborationValues extends Omit<z.output<typeof createCollaborationRule>, "id" | "office"> {
  readonly office: string;
}

/** Rules between the fields of a collaboration; `id` is its own, where it has one. */
export function collaborationConsistency(
  values: Partial<Omit<CollaborationValues, "office">>,
  id?: string,
): FieldIssue[] {
  const issues = [
    ...placeIssues(values.country, values.subdivision),
    ...externalIdIssues(values),
    ...repeatedIssues(
      "participants",
      values.participants,
      (item) => `${item.partner} ${item.role}`,
      (item) =>
        `This partner is there already as ${PARTICIPANT_ROLE_LABELS[item.role]}. Remove one of the two, or choose another role.`,
      "partner",
    ),
    ...repeatedIssues(
      "outcomes",
      values.outcomes,
      (item) => item.measure,
      (item) => `"${OUTCOME_MEASURE_LABELS[item.measure]}" is counted already. Put both numbers into one line.`,
      "measure",
    ),
  ];
  if (values.begin && values.end && isWhollyBefore(values.end, values.begin)) {
    issues.push({
      path: "end",
      message: `It ends at ${shown(values.end)}, before it begins at ${shown(values.begin)}. Exchange the two.`,
    });
  }
  if (id !== undefined && values.follows?.includes(id)) {
    issues.push({ path: "follows", message: "A collaboration cannot follow itself. Remove it from the list." });
  }
  return issues;
}

export const collaborationFilterRule = z.object({
  text: filterText,
  kind: filterCodes("A kind", COLLABORATION_KIND_LABELS),
  stage: filterCodes("A stage", STAGE_LABELS),
  partner: filterIds("A partner"),
  office: filterIds("An office"),
  country: filterTexts(country),
  countryKnown: filterFlag,
  subdivision: filterTexts(subdivision),
  subdivisionKnown: filterFlag,
  focusArea: filterCodes("A focus area", FOCUS_AREA_LABELS),
  confidentiality: filterCodes("Confidentiality", CONFIDENTIALITY_LABELS),
  measure: filterCodes("A measure", OUTCOME_MEASURE_LABELS),
  due: filterCodes("What is due", COLLABORATION_DUE_LABELS),
  from: filterDate,
  to: filterDate,
  precision: filterCodes("How exactly a date is known", DATE_PRECISION_LABELS),
  presence,
});
export type CollaborationFilter = z.output<typeof collaborationFilterRule>;

const NAME_UNPRINTABLE = /\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u;

/** What asks for it never repeats it: not in a message either. */
export const trueNameRule = z.object({
  trueName: z
    .string({ error: "The true name is not text. Type it." })
    .transform((value) => value.normalize("NFC").trim())
    .refine((value) => value !== "", "The true name is empty. Type it, or leave.")
    .refine((value) => [...value].length <= LIMITS.name, `The true name is longer than ${LIMITS.name} characters.`)
    .refine((value) => !NAME_UNPRINTABLE.test(value), "The true name contains characters that cannot be shown."),
});

/** Why somebody looks at a true name; whoever reads the audit log reads it. */
export const revealRule = z.object({
  reason: line("The reason", LIMITS.reason).refine(
    (value) => [...value].length >= LIMITS.minReason,
    `The reason is shorter than ${LIMITS.minReason} characters. Say in a sentence what you need the name for.`,
  ),
});
