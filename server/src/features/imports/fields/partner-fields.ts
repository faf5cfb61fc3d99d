import { FOCUS_AREA_LABELS, PARTNER_KIND_LABELS, PARTNER_STATUS_LABELS } from "@concord/shared/vocabularies";
import { FOCUS_AREA_WORDS, PARTNER_KIND_WORDS, PARTNER_STATUS_WORDS } from "../values/synonyms.ts";
import type { ImportField } from "./field.ts";
import {
  addressField,
  codeField,
  codeListField,
  countryField,
  dateField,
  emailField,
  sourceListField,
  subdivisionField,
  textField,
  textListField,
} from "./plain-fields.ts";
import { referenceField } from "./references.ts";
import { COUNTRY, externalIdField, FOCUS_AREAS, ID, OFFICE, SOURCES, SUBDIVISION } from "./shared-fields.ts";

export const PARTNER_FIELDS: readonly ImportField[] = [
  ID,
  externalIdField(["partner id", "organisation id", "organization id", "account id", "agency id"]),
  textField({
    id: "name",
    label: "Name",
    required: true,
    aliases: [
      ...["partner", "partner name", "organisation", "organization", "organisation name", "organization name"],
      ...["agency", "agency name", "institution", "account name", "company", "nombre", "organización", "nom"],
      ...["nome", "bezeichnung", "organisationsname", "pangalan", "denumire", "назва", "नाम", "பெயர்", "jina"],
    ],
  }),
  textField({
    id: "shortName",
    label: "Short name",
    aliases: ["acronym", "abbreviation", "initials", "short", "sigla", "siglas", "acrónimo", "kürzel", "abkürzung"],
  }),
  textListField(
    {
      id: "aliases",
      label: "Aliases",
      aliases: [
        "alias",
        "also known as",
        "aka",
        "other names",
        "other name",
        "local name",
        "former name",
        "alias name",
      ],
    },
    (name) => ({ name }),
  ),
  codeField(
    {
      id: "kind",
      label: "Kind",
      required: true,
      aliases: [
        "type",
        "partner type",
        "organisation type",
        "organization type",
        "agency type",
        "category",
        "sector",
        "tipo",
        "art",
      ],
    },
    { labels: PARTNER_KIND_LABELS, words: PARTNER_KIND_WORDS },
  ),
  codeField(
    { id: "status", label: "Status", aliases: ["partner status", "relationship status", "estado", "estatus", "stand"] },
    { labels: PARTNER_STATUS_LABELS, words: PARTNER_STATUS_WORDS },
  ),
  dateField({
    id: "statusSince",
    label: "Status since",
    aliases: ["since", "partner since", "start of partnership", "relationship since", "desde", "seit"],
  }),
  referenceField({
    of: "PARTNER",
    id: "parent",
    label: "Part of",
    aliases: ["parent", "parent organisation", "parent organization", "parent agency", "unit of", "belongs to"],
  }),
  countryField(COUNTRY, true),
  subdivisionField(SUBDIVISION),
  codeListField(FOCUS_AREAS, { labels: FOCUS_AREA_LABELS, words: FOCUS_AREA_WORDS }),
  textField({
    id: "summary",
    label: "Summary",
    aliases: ["description", "about", "notes", "comments", "remarks", "descripción", "beschreibung", "notas"],
  }),
  addressField({
    id: "website",
    label: "Website",
    aliases: ["web", "url", "homepage", "web site", "página web", "site"],
  }),
  emailField({
    id: "email",
    label: "E-mail",
    aliases: ["email", "email address", "e-mail address", "mail", "correo", "correo electrónico", "courriel"],
  }),
  sourceListField(SOURCES),
  referenceField(OFFICE),
];
