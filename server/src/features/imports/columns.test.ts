import { expect, it } from "vitest";
import { columnLetter, headingRow, proposeFields } from "./columns.ts";
import { COLLABORATION_FIELDS } from "./fields/collaboration-fields.ts";
import type { ImportField } from "./fields/field.ts";
import { PARTNER_FIELDS } from "./fields/partner-fields.ts";
import { PERSON_FIELDS } from "./fields/person-fields.ts";
import { RECOGNITION_FIELDS } from "./fields/recognition-fields.ts";

type Columns = Readonly<Record<string, readonly string[]>>;

function proposed(fields: readonly ImportField[], columns: Columns) {
  const contents = Object.entries(columns).map(([header, cells]) => ({ header, cells }));
  return proposeFields(contents, fields).map(({ field }, index) => [contents[index]?.header, field]);
}

it.each<[string, readonly ImportField[], Columns, readonly (string | null)[]]>([
  [
    "English headings",
    PARTNER_FIELDS,
    { Name: [], "Short name": [], Kind: [], Country: [], "Focus areas": [], Website: [], "E-mail": [], Telephone: [] },
    ["name", "shortName", "kind", "country", "focusAreas", "website", "email", null],
  ],
  [
    "headings as offices write them",
    PARTNER_FIELDS,
    {
      "AGENCY NAME*": [],
      Acronym: [],
      "Type of organisation": [],
      País: [],
      "State/Province": [],
      "Partner since": [],
    },
    ["name", "shortName", "kind", "country", "subdivision", "statusSince"],
  ],
  [
    "German headings",
    PARTNER_FIELDS,
    { Nr: [], Bezeichnung: [], Art: [], Land: [], Bundesland: [], Beschreibung: [] },
    ["externalIds", "name", "kind", "country", "subdivision", "summary"],
  ],
  [
    "headings that say nothing",
    PARTNER_FIELDS,
    {
      A: ["Cebu Shelter", "Davao Court"],
      B: ["Philippines", "Kenya"],
      C: ["shelter", "court"],
      D: ["info@a.example", "info@b.example"],
      E: ["https://a.example", "www.b.example"],
      F: ["1", "2"],
    },
    ["name", "country", "kind", "email", "website", null],
  ],
  [
    "parts of names and positions",
    PERSON_FIELDS,
    { "First name": [], Surname: [], Organisation: [], "Job title": [], Rank: [], Email: [], Since: [] },
    ["givenName", "familyName", "partner", "title", "rank", "email", "from"],
  ],
  [
    "several columns of a list",
    COLLABORATION_FIELDS,
    { Activity: [], Type: [], "Start date": [], "Partner 1": [], "Partner 2": [], Arrests: [], "Victims rescued": [] },
    ["title", "kind", "begin", "participants", "participants", "outcome SUSPECTS_ARRESTED", "outcome PEOPLE_RESCUED"],
  ],
  [
    "a report of ours",
    RECOGNITION_FIELDS,
    { Award: [], "Given by": [], "Given to": [], Date: [], "Concord: row": ["1"], "Concord: result": ["Added"] },
    ["title", "givers", "recipients", "date", null, null],
  ],
])("%s are matched with fields", (_name, fields, columns, expected) => {
  expect(proposed(fields, columns)).toEqual(Object.keys(columns).map((header, index) => [header, expected[index]]));
});

it("no field is matched twice, unless it is a list", () => {
  expect(proposed(PARTNER_FIELDS, { Name: [], "Organisation name": [], Country: [], Nation: [] })).toEqual([
    ["Name", "name"],
    ["Organisation name", null],
    ["Country", "country"],
    ["Nation", null],
  ]);
});

it("the headings are found below titles", () => {
  const rows = [["Partners of the Manila office"], ["as of May"], ["Name", "Country", "Kind"], ["A", "PH", ""]];
  expect(headingRow(rows.map((cells) => ({ cells })))).toBe(2);
  expect(headingRow([{ cells: ["Name"] }, { cells: ["A"] }])).toBe(0);
});

it("columns are lettered as spreadsheets do", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
});

it("no two fields of a kind have one name or alias", () => {
  for (const fields of [PARTNER_FIELDS, PERSON_FIELDS, COLLABORATION_FIELDS, RECOGNITION_FIELDS]) {
    const names = fields.flatMap(({ label, aliases }) => [label, ...aliases].map((name) => name.toLowerCase()));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  }
});
