import type { ImportField } from "./field.ts";
import { dateField, emailField, textField, textListField } from "./plain-fields.ts";
import { referenceField } from "./references.ts";
import { externalIdField, ID, OFFICE } from "./shared-fields.ts";

/** The parts of a name, and of one position, which the kind puts together. */
export const PERSON_FIELDS: readonly ImportField[] = [
  ID,
  externalIdField(["person id", "contact id"]),
  textField({
    id: "name",
    label: "Name",
    required: true,
    aliases: [
      ...[
        "full name",
        "contact",
        "contact name",
        "contact person",
        "person",
        "nombre",
        "nombre completo",
        "nom complet",
      ],
      ...["vollständiger name", "pangalan", "nume", "ім'я", "नाम", "பெயர்", "jina", "nome"],
    ],
  }),
  textField({
    id: "givenName",
    property: "name",
    label: "First name",
    aliases: ["given name", "given names", "forename", "nombres", "prénom", "vorname", "prenume"],
  }),
  textField({
    id: "familyName",
    property: "name",
    label: "Last name",
    aliases: ["family name", "surname", "apellido", "apellidos", "nachname", "nom de famille", "apelyido"],
  }),
  textListField(
    { id: "aliases", label: "Other names", aliases: ["aliases", "alias", "also known as", "aka", "nickname"] },
    (name) => name,
  ),
  emailField({
    id: "email",
    label: "E-mail",
    aliases: [
      "email",
      "email address",
      "e-mail address",
      "mail",
      "work email",
      "correo",
      "correo electrónico",
      "courriel",
    ],
  }),
  referenceField({
    of: "PARTNER",
    id: "partner",
    property: "positions",
    label: "Partner",
    forAll: [],
    aliases: [
      ...["organisation", "organization", "agency", "institution", "company", "employer", "account", "account name"],
      ...["unit", "organización", "institución", "arbeitgeber", "organisme"],
    ],
  }),
  textField({
    id: "title",
    property: "positions",
    label: "Title",
    forAll: [],
    aliases: [
      "position",
      "job title",
      "job",
      "function",
      "role",
      "designation",
      "cargo",
      "puesto",
      "funktion",
      "poste",
    ],
  }),
  textField({
    id: "rank",
    property: "positions",
    label: "Rank",
    aliases: ["salutation", "honorific", "grade", "rango", "rang", "grado", "dienstgrad"],
  }),
  dateField({
    id: "from",
    property: "positions",
    label: "In the position from",
    aliases: ["from", "start", "start date", "since", "in position since", "desde", "von", "seit", "appointed"],
  }),
  dateField({
    id: "to",
    property: "positions",
    label: "In the position to",
    aliases: ["to", "end", "end date", "until", "left", "hasta", "bis"],
  }),
  textField({
    id: "notes",
    label: "Notes",
    aliases: ["comments", "remarks", "description", "notas", "bemerkungen", "about"],
  }),
  referenceField(OFFICE),
];
