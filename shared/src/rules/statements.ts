import * as z from "zod";
import { LIMITS } from "../limits.ts";
import { CONFIDENTIALITY_LABELS, FOCUS_AREA_LABELS, PERMISSION_STATUS_LABELS } from "../vocabularies.ts";
import type { FieldIssue } from "./check.ts";
import {
  code,
  country,
  defaulted,
  flag,
  language,
  line,
  newId,
  optional,
  paragraphs,
  partialDate,
  reference,
  required,
} from "./fields.ts";
import {
  confidentiality,
  filterCodes,
  filterDate,
  filterIds,
  filterText,
  filterTexts,
  focusAreas,
  linkedCollaborations,
  members,
  office,
  presence,
  sourceRule,
} from "./records.ts";

/** Who lets us publish it, when and how; what is not known of it is null. */
const permissionRule = z.object({
  status: code("The permission to publish", PERMISSION_STATUS_LABELS),
  by: optional(line("Who permits it", LIMITS.name)).create,
  date: optional(partialDate).create,
  note: optional(paragraphs("The note on the permission", LIMITS.permissionNote)).create,
});
export type Permission = z.output<typeof permissionRule>;
export const NOT_ASKED: Permission = { status: "NOT_ASKED", by: null, date: null, note: null };

const fields = {
  text: required(paragraphs("The statement", LIMITS.statement)),
  language: defaulted(language, "en"),
  translation: optional(paragraphs("The translation", LIMITS.statement)),
  date: optional(partialDate),
  occasion: optional(line("The occasion", LIMITS.occasion)),
  source: optional(sourceRule),
  permission: defaulted(permissionRule, NOT_ASKED),
  ours: defaulted(flag("Whether one of us says it"), false),
  person: optional(reference("The person")),
  partner: optional(reference("The partner")),
  speakerName: optional(line("The speaker's name", LIMITS.name)),
  speakerTitle: optional(line("The speaker's title", LIMITS.name)),
  about: linkedCollaborations("Collaborations that it is about"),
  focusAreas,
  confidentiality,
  members,
  office,
};

export const createStatementRule = z.object({
  id: newId,
  text: fields.text.create,
  language: fields.language.create,
  translation: fields.translation.create,
  date: fields.date.create,
  occasion: fields.occasion.create,
  source: fields.source.create,
  permission: fields.permission.create,
  ours: fields.ours.create,
  person: fields.person.create,
  partner: fields.partner.create,
  speakerName: fields.speakerName.create,
  speakerTitle: fields.speakerTitle.create,
  about: fields.about.create,
  focusAreas: fields.focusAreas.create,
  confidentiality: fields.confidentiality.create,
  members: fields.members.create,
  office: fields.office.create,
});

export const updateStatementRule = z.object({
  text: fields.text.update,
  language: fields.language.update,
  translation: fields.translation.update,
  date: fields.date.update,
  occasion: fields.occasion.update,
  source: fields.source.update,
  permission: fields.permission.update,
  ours: fields.ours.update,
  person: fields.person.update,
  partner: fields.partner.update,
  speakerName: fields.speakerName.update,
  speakerTitle: fields.speakerTitle.update,
  about: fields.about.update,
  focusAreas: fields.focusAreas.update,
  confidentiality: fields.confidentiality.update,
  members: fields.members.update,
  office: fields.office.update,
});

/** A statement, whole, in the shape of its input; the speaker's name is filled in from the person where it is left out. */
export interface StatementValues extends Omit<z.output<typeof createStatementRule>, "id" | "office"> {
  readonly office: string;
}

/** Rules between the fields of a statement: it has a speaker, who is one of us or one of them. */
export function statementConsistency(
  values: Partial<Pick<StatementValues, "ours" | "person" | "partner" | "speakerName">>,
): FieldIssue[] {
  const { ours, person, partner, speakerName } = values;
  if (ours) {
    return [
      ...(person
        ? [
            {
              path: "person",
              message: "One of our own staff says it, so there is no person of a partner. Empty one of the two.",
            },
          ]
        : []),
      ...(partner
        ? [{ path: "partner", message: "One of our own staff says it, so there is no partner. Empty one of the two." }]
        : []),
      ...(speakerName
        ? []
        : [{ path: "speakerName", message: "Nobody is named. Write the name of our colleague who says it." }]),
    ];
  }
  if (person || (partner && speakerName)) return [];
  if (partner)
    return [{ path: "speakerName", message: "Nobody is named. Choose a person, or write the speaker's name." }];
  return [
    {
      path: "person",
      message:
        "Nobody says it. Choose a person, or a partner and the speaker's name, or say that it is one of our own staff.",
    },
  ];
}

export const statementFilterRule = z.object({
  text: filterText,
  person: filterIds("A person"),
  partner: filterIds("A partner"),
  office: filterIds("An office"),
  country: filterTexts(country),
  focusArea: filterCodes("A focus area", FOCUS_AREA_LABELS),
  confidentiality: filterCodes("Confidentiality", CONFIDENTIALITY_LABELS),
  language: filterTexts(language),
  permission: filterCodes("A permission to publish", PERMISSION_STATUS_LABELS),
  from: filterDate,
  to: filterDate,
  presence,
});
export type StatementFilter = z.output<typeof statementFilterRule>;
