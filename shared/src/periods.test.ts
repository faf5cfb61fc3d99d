import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePartialDate } from "./partial-date.ts";
import { partOf, periodBefore } from "./periods.ts";

describe("the period before", () => {
  it.each([
    ["2025", "2025", "2024", "2024"],
    ["2021", "2025", "2016", "2020"],
    ["2025-01", "2025-03", "2024-10", "2024-12"],
    ["2025", "2025-06", "2024-07", "2024-12"],
    ["2024-02", "2024-02", "2024-01", "2024-01"],
    ["2025-03-01", "2025-03-31", "2025-01-29", "2025-02-28"],
    ["2025", "2025-01-10", "2024-12-22", "2024-12-31"],
  ])("of %s to %s is %s to %s", (from, to, begin, end) => {
    expect(periodBefore(from, to)).toEqual({ from: begin, to: end });
  });

  it.each([
    [null, "2025"],
    ["2025", undefined],
    ["2025", "2024"],
    ["some day", "2025"],
    ["0001", "0005"],
  ])("of %s to %s there is none", (from, to) => {
    expect(periodBefore(from, to)).toBeNull();
  });

  it("ends the day before, and is as long in the unit in which the period is said", () => {
    const month = fc.tuple(fc.integer({ min: 5001, max: 9999 }), fc.integer({ min: 1, max: 12 }));
    const text = month.map(([year, number]) => `${year}-${String(number).padStart(2, "0")}`);
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [from = "", to = ""] = [one, other].toSorted();
        const before = periodBefore(from, to);
        const [gap, length] = [dayAfter(lastOf(before?.to)), months(from, to)];
        expect([gap, months(before?.from ?? "", before?.to ?? "")]).toEqual([firstOf(from), length]);
      }),
    );
  });
});

const firstOf = (text = "") => parsePartialDate(text)?.first ?? "";
const lastOf = (text = "") => parsePartialDate(text)?.last ?? "";
const dayAfter = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
const months = (from: string, to: string) => {
  const number = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5));
  return number(to) - number(from) + 1;
};

describe("the part of a period", () => {
  it.each([
    [{}, "2005", "2005", "2005"],
    [{ from: "2005-06", to: "2007" }, "2005", "2005-06", "2005"],
    [{ from: "2003", to: "2005-06-15" }, "2005", "2005", "2005-06-15"],
    [{ from: "2005-06-15" }, "2005-06", "2005-06-15", "2005-06"],
    [{ from: "2005", to: "2005" }, "2005-06", "2005-06", "2005-06"],
  ])("%j that lies in %s is %s to %s", (filter, within, from, to) => {
    expect(partOf(filter, within)).toEqual({ from, to });
  });
});
