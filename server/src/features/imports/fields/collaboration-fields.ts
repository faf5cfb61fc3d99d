import {
  COLLABORATION_KIND_LABELS,
  codesOf,
  FOCUS_AREA_LABELS,
  OUTCOME_MEASURE_LABELS,
  type OutcomeMeasure,
  PARTICIPANT_ROLE_LABELS,
  STAGE_LABELS,
} from "@concord/shared/vocabularies";
import { codeReader } from "../values/codes.ts";
import { COLLABORATION_KIND_WORDS, FOCUS_AREA_WORDS, ROLE_WORDS, STAGE_WORDS } from "../values/synonyms.ts";
import type { ImportField } from "./field.ts";
import {
  addressField,
  codeField,
  codeListField,
  countField,
  countryField,
  dateField,
  sourceListField,
  subdivisionField,
  textField,
} from "./plain-fields.ts";
import { referenceField, referenceListField } from "./references.ts";
import {
  CONFIDENTIALITY_FIELD,
  COUNTRY,
  externalIdField,
  FOCUS_AREAS,
  ID,
  MEMBERS_FIELD,
  OFFICE,
  SOURCES,
  SUBDIVISION,
} from "./shared-fields.ts";

const readRole = codeReader(PARTICIPANT_ROLE_LABELS, ROLE_WORDS);

const MEASURE_ALIASES: Partial<Readonly<Record<OutcomeMeasure, readonly string[]>>> = {
  PEOPLE_RESCUED: ["rescued", "victims rescued", "number rescued", "survivors rescued", "rescatados", "gerettete"],
  CHILDREN_BROUGHT_TO_SAFETY: ["children rescued", "children safe", "minors rescued"],
  SUSPECTS_ARRESTED: ["arrests", "arrested", "suspects", "detenidos"],
  SUSPECTS_RESTRAINED: ["restrained"],
  SUSPECTS_CHARGED: ["charged", "charges filed"],
  CONVICTIONS: ["convicted", "perpetrators convicted", "condenas"],
  PEOPLE_TRAINED: ["trained", "participants trained", "number trained", "attendees", "capacitados"],
  SURVIVORS_SUPPORTED: ["survivors served", "supported"],
  MESSAGES_SENT: ["messages", "emails sent", "messages sent"],
};

export const COLLABORATION_FIELDS: readonly ImportField[] = [
  ID,
  externalIdField(["case number", "case no", "case id", "project id", "operation id", "activity id", "event id"]),
  textField({
    id: "title",
    label: "Title",
    required: true,
    aliases: [
      ...["name", "collaboration", "activity", "activity name", "project", "project name", "event", "event name"],
      ...["operation", "operation name", "case name", "título", "titulo", "titre", "titel", "pamagat"],
    ],
  }),
  codeField(
    {
      id: "kind",
      label: "Kind",
      required: true,
      aliases: ["type", "activity type", "event type", "category", "tipo", "art"],
    },
    { labels: COLLABORATION_KIND_LABELS, words: COLLABORATION_KIND_WORDS },
  ),
  codeField(
    { id: "stage", label: "Stage", aliases: ["status", "state of work", "phase", "estado", "etapa"] },
    { labels: STAGE_LABELS, words: STAGE_WORDS },
  ),
  dateField({
    id: "begin",
    label: "Begin",
    aliases: [
      "date",
      "start",
      "start date",
      "from",
      "when",
      "began",
      "fecha",
      "fecha de inicio",
      "datum",
      "beginn",
      "petsa",
    ],
  }),
  dateField({ id: "end", label: "End", aliases: ["end date", "to", "until", "finish", "fecha de fin", "ende"] }),
  textField({
    id: "place",
    label: "Place",
    aliases: ["location", "city", "venue", "where", "lugar", "ciudad", "ort", "stadt"],
  }),
  countryField(COUNTRY, false),
  subdivisionField(SUBDIVISION),
  CONFIDENTIALITY_FIELD,
  codeListField(FOCUS_AREAS, { labels: FOCUS_AREA_LABELS, words: FOCUS_AREA_WORDS }),
  textField({
    id: "summary",
    label: "Summary",
    aliases: ["description", "notes", "details", "narrative", "comments", "descripción", "resumen", "beschreibung"],
  }),
  textField({ id: "ask", label: "The ask", aliases: ["ask", "call to action"] }),
  addressField({ id: "link", label: "Link", aliases: ["url", "website", "web page"] }),
  referenceListField(
    {
      of: "PARTNER",
      id: "participants",
      label: "Participants",
      aliases: [
        ...["partner", "partners", "partner agency", "partner agencies", "agency", "agencies", "participant"],
        ...["organisation", "organization", "who took part", "socios", "participantes", "teilnehmer", "beteiligte"],
      ],
    },
    // What stands in brackets and is no role belongs to the name, as an acronym does.
    (partner, inBrackets) => ({ partner, role: readRole(inBrackets) }),
  ),
  referenceListField(
    {
      of: "PARTNER",
      id: "lead",
      says: "participants",
      label: "Lead partner",
      aliases: ["lead", "lead agency", "led by", "leading partner", "main partner"],
    },
    (partner) => ({ partner, role: "LEAD" }),
  ),
  ...codesOf(OUTCOME_MEASURE_LABELS).map((measure) =>
    countField(
      {
        id: `outcome ${measure}`,
        says: "outcomes",
        label: `Number of ${OUTCOME_MEASURE_LABELS[measure]}`,
        aliases: [OUTCOME_MEASURE_LABELS[measure], ...(MEASURE_ALIASES[measure] ?? [])],
      },
      (count) => ({ outcomes: [{ measure, count }] }),
    ),
  ),
  referenceListField({
    of: "COLLABORATION",
    id: "follows",
    label: "Follows",
    aliases: ["follow-up of", "follows on", "related to", "previous activity"],
  }),
  sourceListField(SOURCES),
  MEMBERS_FIELD,
  referenceField(OFFICE),
];
