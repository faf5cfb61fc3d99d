import { i18n } from "@lingui/core";
import { afterEach, describe, expect, it } from "vitest";
import { dateText, intervalText, readDate } from "./date-texts.ts";

const DATES = ["2005", "2005-12", "2016-06-23", "2026-09-01"];

afterEach(() => i18n.activate("en", ["en-GB"]));

it("writes dates as exactly as they are known, in the order of the language", () => {
  expect(DATES.slice(0, 3).map(dateText)).toEqual(["2005", "December 2005", "23 June 2016"]);
  i18n.activate("en", ["en-US"]);
  expect(dateText("2016-06-23")).toBe("June 23, 2016");
  i18n.activate("ta", ["ta-IN"]);
  expect(dateText("2016-06-23")).toBe("23 ஜூன், 2016");
  i18n.activate("es", ["es"]);
  expect(dateText("2005-12")).toBe("diciembre de 2005");
});

it("writes a period by what is known of it", () => {
  expect(intervalText("2005", "2006-01")).toBe("2005 – January 2006");
  expect(intervalText("2005", null)).toBe("since 2005");
  expect(intervalText(null, "2006")).toBe("until 2006");
  expect(intervalText("2005", "2005")).toBe("2005");
});

describe.each(["en-GB", "en-US", "es", "es-MX", "fil-PH", "ta-IN"])("in %s", (locale) => {
  it.each(DATES)("%s is read as it is written", (edtf) => {
    i18n.activate(locale, [locale]);
    expect(readDate(dateText(edtf))).toBe(edtf);
  });
});

it.each([
  ["es", "dic 2005", "2005-12"],
  ["es", "3 de enero del 2011", "2011-01-03"],
  ["fil-PH", "Disyembre 2005", "2005-12"],
  ["fil-PH", "ika-3 ng Enero, 2011", "2011-01-03"],
  ["ta-IN", "டிச. 2005", "2005-12"],
  ["ta-IN", "Dec 2005", "2005-12"],
])("in %s, %s is understood", (locale, typed, edtf) => {
  i18n.activate(locale, [locale]);
  expect(readDate(typed)).toBe(edtf);
});
