import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatPartialDate,
  formatPartialInterval,
  isWhollyBefore,
  parsePartialDate,
  readPartialDate,
} from "./partial-date.ts";

describe("a partial date", () => {
  it.each([
    ["2005", "2005-01-01", "2005-12-31", "year"],
    ["2005-12", "2005-12-01", "2005-12-31", "month"],
    ["2024-02", "2024-02-01", "2024-02-29", "month"],
    ["1900-02", "1900-02-01", "1900-02-28", "month"],
    ["2016-06-23", "2016-06-23", "2016-06-23", "day"],
  ])("%s spans %s to %s", (edtf, first, last, precision) => {
    expect(parsePartialDate(edtf)).toEqual({ edtf, first, last, precision });
  });

  it.each([
    "",
    "0000",
    "205",
    "2005-13",
    "2005-00",
    "2005-12-00",
    "2023-02-29",
    "2005-1",
    "2005-12-1",
    "2005/12",
    " 2005",
    "20055",
    "２００５",
  ])("%j is refused", (text) => expect(parsePartialDate(text)).toBeUndefined());

  it("agrees with the calendar on every day", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          expect(parsePartialDate(day)?.first).toBe(day);
          const month = parsePartialDate(day.slice(0, 7));
          expect(month && month.first <= day && day <= month.last).toBe(true);
        },
      ),
    );
  });
});

describe("a date as people write it", () => {
  it.each([
    ["Dec 2005", "2005-12"],
    ["december 2005", "2005-12"],
    ["Sept. 2011", "2011-09"],
    ["12/2005", "2005-12"],
    ["2005-12", "2005-12"],
    ["2005", "2005"],
    ["23 June 2016", "2016-06-23"],
    ["23rd of June 2016", "2016-06-23"],
    ["June 23, 2016", "2016-06-23"],
    ["23/6/2016", "2016-06-23"],
    ["6/23/2016", "2016-06-23"],
    ["5/5/2016", "2016-05-05"],
    ["  Dec   2005 ", "2005-12"],
    ["Dec-05", "2005-12"],
    ["Dec-2005", "2005-12"],
    ["dec '05", "2005-12"],
    ["Jun-30", "1930-06"],
    ["23-Jun-16", "2016-06-23"],
    ["23-June-2016", "2016-06-23"],
  ])("%j means %s", (text, edtf) => expect(readPartialDate(text)).toBe(edtf));

  it.each([
    "6/7/2016",
    "soon",
    "Dez 2005",
    "June 23",
    "Dec 05",
    "31-Jun-16",
    "31 June 2016",
    "June",
    "23 June 24 2016",
    "32/12/2005",
  ])("%j is not guessed at", (text) => expect(readPartialDate(text)).toBeUndefined());

  it("reads what it shows", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.option(fc.integer({ min: 1, max: 12 })),
        fc.integer({ min: 1, max: 28 }),
        fc.boolean(),
        (year, month, day, exact) => {
          const pad = (value: number, length: number) => String(value).padStart(length, "0");
          const edtf = [pad(year, 4), ...(month ? [pad(month, 2), ...(exact ? [pad(day, 2)] : [])] : [])].join("-");
          if (year >= 1000) expect(readPartialDate(formatPartialDate(edtf))).toBe(edtf);
        },
      ),
    );
  });
});

it("is shown as exactly as it is known", () => {
  expect(["2005", "2005-12", "2016-06-23", "nonsense"].map(formatPartialDate)).toEqual([
    "2005",
    "December 2005",
    "23 June 2016",
    "nonsense",
  ]);
});

it("shows periods in words", () => {
  expect(formatPartialInterval("2005-12", "2006-03")).toBe("December 2005 – March 2006");
  expect(formatPartialInterval("2005", "2005")).toBe("2005");
  expect(formatPartialInterval("2016", null)).toBe("since 2016");
  expect(formatPartialInterval(null, "2020")).toBe("until 2020");
  expect(formatPartialInterval(null, null)).toBe("");
});

it("calls a date before another only where no reading says otherwise", () => {
  expect(isWhollyBefore("2005", "2006-01")).toBe(true);
  expect(isWhollyBefore("2005", "2005-12")).toBe(false);
  expect(isWhollyBefore("2006", "2005-12")).toBe(false);
});
