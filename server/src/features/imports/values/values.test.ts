import { PARTNER_KIND_LABELS } from "@concord/shared/vocabularies";
import { describe, expect, it } from "vitest";
import { codeReader } from "./codes.ts";
import { readCountry } from "./countries.ts";
import { OrderOfColumn, readDate } from "./dates.ts";
import { readSubdivision } from "./subdivisions.ts";
import { PARTNER_KIND_WORDS } from "./synonyms.ts";
import { isSheetError, listIn, readCount } from "./texts.ts";

const NO_ORDER = { order: null, from1904: false } as const;

describe("a date", () => {
  it.each([
    ["2005", "2005"],
    ["2005-12", "2005-12"],
    ["Dec-05", "2005-12"],
    ["12/2005", "2005-12"],
    ["38687", "2005-12-01"],
    ["38687.5", "2005-12-01"],
    ["20160623", "2016-06-23"],
    ["2016-06-23T10:00:00Z", "2016-06-23"],
    ["2016-06-23 00:00:00", "2016-06-23"],
    ["23.06.2016, 14:30", "2016-06-23"],
    ["6/23/16", "2016-06-23"],
    ["23/6/85", "1985-06-23"],
    ["05/05/16", "2016-05-05"],
    ["23 de junio de 2016", "2016-06-23"],
    ["dezembro de 2005", "2005-12"],
    ["Dez. 2005", "2005-12"],
    ["23. Juni 2016", "2016-06-23"],
    ["déc-05", "2005-12"],
    ["23 червня 2016 р.", "2016-06-23"],
    ["Disyembre 2005", "2005-12"],
  ])("%j is read as %s", (text, edtf) => expect(readDate(text, NO_ORDER)).toEqual({ edtf }));

  it.each(["soon", "June 23", "31/02/2016", "2016-13-01", "99999", "12", "Dez 05", "23 Juni 24 Juli 2016", ""])(
    "%j is not guessed at",
    (text) => expect(readDate(text, NO_ORDER)).toBeUndefined(),
  );

  it("that may be read in two ways is read as its column is written, else not at all", () => {
    expect(readDate("03/04/2005", NO_ORDER)).toBe("AMBIGUOUS");
    expect(readDate("03/04/2005", { ...NO_ORDER, order: "DAY_FIRST" })).toEqual({ edtf: "2005-04-03" });
    expect(readDate("03/04/05", { ...NO_ORDER, order: "MONTH_FIRST" })).toEqual({ edtf: "2005-03-04" });
    expect(readDate("06/23/2016", { ...NO_ORDER, order: "DAY_FIRST" })).toEqual({ edtf: "2016-06-23" });
  });

  it.each([
    [["03/04/2005", "23/06/2016"], "DAY_FIRST"],
    [["03/04/2005", "06/23/2016 10:00"], "MONTH_FIRST"],
    [["03/04/2005", "2016-06-23"], null],
    [["23/06/2016", "06/23/2016"], null],
  ])("in a column with %j is in the order %s", (cells, order) => {
    const column = new OrderOfColumn();
    for (const cell of cells) column.note(cell);
    expect(column.order).toBe(order);
  });

  it("as a serial number may count from 1904", () => {
    expect(readDate("37225", { ...NO_ORDER, from1904: true })).toEqual({ edtf: "2005-12-01" });
  });
});

describe("a country", () => {
  it.each([
    ["PH", "PH"],
    ["ph", "PH"],
    ["PHL", "PH"],
    ["Philippines", "PH"],
    ["The Philippines", "PH"],
    ["Pilipinas", "PH"],
    ["Republic of Kenya", "KE"],
    ["இந்தியா", "IN"],
    ["भारत", "IN"],
    ["Україна", "UA"],
    ["Deutschland", "DE"],
    ["España", "ES"],
    ["Côte d'Ivoire", "CI"],
    ["Cote dIvoire", "CI"],
    ["USA", "US"],
    ["U.S.A.", "US"],
    ["United States of America", "US"],
    ["Estados Unidos", "US"],
    ["UK", "GB"],
    ["UAE", "AE"],
    ["DRC", "CD"],
    ["PNG", "PG"],
    ["Viet Nam", "VN"],
    ["Bolivia (Plurinational State of)", "BO"],
    ["South Korea", "KR"],
    ["Georgia", "GE"],
    ["International", "INTERNATIONAL"],
  ])("%j is %s", (text, country) => expect(readCountry(text)).toBe(country));

  it.each(["Atlantis", "", "XX", "Europe"])("%j is none", (text) => expect(readCountry(text)).toBeUndefined());
});

it.each([
  ["IN-TN", null, "IN-TN"],
  ["TN", "IN", "IN-TN"],
  ["Tamil Nadu", null, "IN-TN"],
  ["tamil nadu state", "IN", "IN-TN"],
  ["Cebu Province", "PH", "PH-CEB"],
  ["Limburg", "BE", "BE-VLI"],
  ["Limburg", "NL", "NL-LI"],
  ["Limburg", null, undefined],
  ["Cebu", "IN", undefined],
  ["Nowhere", "IN", undefined],
])("the state or province %j in %s is %s", (text, country, code) => expect(readSubdivision(text, country)).toBe(code));

it.each([
  ["POLICE", "POLICE"],
  ["police", "POLICE"],
  ["Law-Enforcement Agency", "POLICE"],
  ["Policía", "POLICE"],
  ["Ministry or department", "GOVERNMENT"],
  ["Shelters", "SHELTER"],
  ["N.G.O.", "NGO"],
  ["circus", undefined],
])("the kind of partner %j is %s", (text, code) =>
  expect(codeReader(PARTNER_KIND_LABELS, PARTNER_KIND_WORDS)(text)).toBe(code),
);

it.each([
  ["94", 94],
  ["1,234", 1234],
  ["1.234", 1234],
  ["1 234 567", 1_234_567],
  ["94.0", 94],
  ["0", 0],
  ["9.5", undefined],
  ["-3", undefined],
  ["about 90", undefined],
  ["1,23", undefined],
])("the count %j is %s", (text, count) => expect(readCount(text)).toBe(count));

it("lists are parted by semicolons, bars and lines, not by commas", () => {
  expect(listIn("PNP; Pulis | Smith, John\nlast;")).toEqual(["PNP", "Pulis", "Smith, John", "last"]);
});

it("knows the errors of spreadsheets", () => {
  expect(["#REF!", "#N/A", "# 1", "N/A"].map(isSheetError)).toEqual([true, true, false, false]);
});
