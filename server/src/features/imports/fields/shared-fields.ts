import { CONFIDENTIALITY_LABELS } from "@concord/shared/vocabularies";
import { CONFIDENTIALITY_WORDS } from "../values/synonyms.ts";
import type { FieldNames, ImportField } from "./field.ts";
import { codeField, textField, textListField } from "./plain-fields.ts";
import { referenceListField } from "./references.ts";

/** Fields that several kinds of record have. */

/** The id in Concord; nothing is ever made with it, it only finds what is there. */
export const ID: ImportField = textField({ id: "id", label: "Concord id", aliases: ["concord", "uuid", "record id"] });

/** What the file's own system or list calls the record. */
export function externalIdField(aliases: readonly string[]): ImportField {
  return {
    ...textListField(
      {
        id: "externalIds",
        label: "External id",
        aliases: [
          "id",

          "external key",
          "reference",
          "ref",
          "code",
          "number",
          "no",
          "nr",
          "#",
          ...aliases,
        ],
      },
      (value) => value,
    ),
    read: (text, { system }) => ({ said: { externalIds: [{ system, value: text.trim() }] } }),
  };
}

export const COUNTRY: FieldNames = {
  id: "country",
  label: "Country",
  aliases: [
    ...["nation", "country name", "country code", "jurisdiction", "país", "pais", "pays", "land", "paese", "țara"],
    ...["bansa", "країна", "देश", "நாடு", "nchi", "staat"],
  ],
};

export const SUBDIVISION: FieldNames = {
  id: "subdivision",
  label: "State or province",
  aliases: [
    "state",
    "province",
    "region",
    "state/province",
    "provincia",
    "estado/provincia",
    "département",
    "bundesland",
  ],
};

export const FOCUS_AREAS: FieldNames = {
  id: "focusAreas",
  label: "Focus areas",
  aliases: ["focus area", "focus", "casework type", "theme", "themes", "topic", "topics", "issue", "issues", "áreas"],
};

export const SOURCES: FieldNames = {
  id: "sources",
  label: "Sources",
  aliases: ["source", "reference link", "references", "link to source", "fuente", "quelle"],
};

export const OFFICE = {
  of: "OFFICE",
  id: "office",
  label: "Responsible office",
  aliases: ["office", "field office", "regional office", "our office", "oficina", "büro", "bureau"],
} as const;

export const CONFIDENTIALITY_FIELD: ImportField = codeField(
  { id: "confidentiality", label: "Confidentiality", aliases: ["visibility", "classification", "sensitivity"] },
  { labels: CONFIDENTIALITY_LABELS, words: CONFIDENTIALITY_WORDS },
);

export const MEMBERS_FIELD: ImportField = referenceListField({
  of: "USER",
  id: "members",
  label: "Named members",
  aliases: ["members", "who may read", "readers"],
});
