import { FOCUS_AREA_LABELS, RECOGNITION_KIND_LABELS } from "@concord/shared/vocabularies";
import { FOCUS_AREA_WORDS, RECOGNITION_KIND_WORDS } from "../values/synonyms.ts";
import type { ImportField } from "./field.ts";
import { codeField, codeListField, dateField, sourceListField, textField } from "./plain-fields.ts";
import { referenceField, referenceListField } from "./references.ts";
import { CONFIDENTIALITY_FIELD, externalIdField, FOCUS_AREAS, ID, MEMBERS_FIELD, OFFICE } from "./shared-fields.ts";

export const RECOGNITION_FIELDS: readonly ImportField[] = [
  ID,
  externalIdField(["recognition id", "award id", "award number"]),
  codeField(
    {
      id: "kind",
      label: "Kind",
      required: true,
      aliases: ["type", "recognition type", "award type", "category", "tipo", "art"],
    },
    { labels: RECOGNITION_KIND_LABELS, words: RECOGNITION_KIND_WORDS },
  ),
  textField({
    id: "title",
    label: "Title",
    required: true,
    aliases: ["name", "recognition", "award", "award name", "award title", "título", "titulo", "titre", "titel"],
  }),
  textField({
    id: "citation",
    label: "Citation",
    aliases: ["text", "words", "reason", "description", "for", "laudatio"],
  }),
  dateField({
    id: "date",
    label: "Date",
    aliases: ["when", "award date", "given on", "year", "fecha", "datum", "año", "jahr"],
  }),
  textField({ id: "occasion", label: "Occasion", aliases: ["event", "ceremony", "ocasión", "anlass"] }),
  textField({ id: "place", label: "Place", aliases: ["location", "venue", "city", "where", "lugar", "ort"] }),
  referenceListField({
    of: "PARTY",
    id: "givers",
    label: "Givers",
    required: true,
    forAll: [],
    aliases: [
      "giver",
      "given by",
      "from",
      "awarded by",
      "awarding body",
      "presented by",
      "otorgado por",
      "verliehen von",
    ],
  }),
  referenceListField({
    of: "PARTY",
    id: "recipients",
    label: "Recipients",
    required: true,
    forAll: [],
    aliases: [
      "recipient",
      "given to",
      "to",
      "awarded to",
      "received by",
      "awardee",
      "honoree",
      "otorgado a",
      "empfänger",
    ],
  }),
  textField({ id: "handedOverBy", label: "Handed over by", aliases: ["handed over", "presenter"] }),
  textField({ id: "takenBy", label: "Taken by", aliases: ["accepted by", "taken"] }),
  referenceListField({
    of: "COLLABORATION",
    id: "honours",
    label: "Honours",
    aliases: ["for collaboration", "collaboration", "honours collaboration", "for activity", "operation"],
  }),
  sourceListField({
    id: "evidence",
    label: "Evidence",
    aliases: ["source", "sources", "link", "url", "photo", "scan"],
  }),
  codeListField(FOCUS_AREAS, { labels: FOCUS_AREA_LABELS, words: FOCUS_AREA_WORDS }),
  CONFIDENTIALITY_FIELD,
  MEMBERS_FIELD,
  referenceField(OFFICE),
];
