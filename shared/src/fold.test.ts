import { expect, it } from "vitest";
import { fold, searchTerms, searchWords } from "./fold.ts";

it("leaves out case and accents, in Latin letters and beyond", () => {
  expect(fold("São Paulo Łódź Straße Øre")).toBe("sao paulo lodz strasse ore");
  expect(fold("ПОЛІЦІЯ")).toBe(fold("поліція"));
});

it("finds acronyms with and without their dots, and names without their apostrophes", () => {
  expect(searchTerms("P.N.P. (Philippines)")).toEqual(["pnp", "philippines"]);
  expect(searchTerms("U.S. Department of State")).toContain("us");
  expect(searchTerms("O'Brien")).toEqual(["obrien"]);
  expect(searchTerms("Mavoko 3")).toEqual(["mavoko", "3"]);
});

it("keeps the vowel signs of Indian scripts", () => {
  expect(searchTerms("தமிழ்நாடு காவல்துறை")).toEqual(["தமிழ்நாடு", "காவல்துறை"]);
});

it("parts scripts that write no spaces", () => {
  expect(searchTerms("ตำรวจแห่งชาติ").length).toBeGreaterThan(1);
});

it("keeps nothing that SQL or a pattern might read", () => {
  expect(searchTerms("100% _x_ '; DROP")).toEqual(["100", "x", "drop"]);
});

it("bounds what it is given", () => {
  expect(searchTerms("a".repeat(10_000))).toEqual(["a".repeat(64)]);
  expect(searchWords("a b c d e f g h i j")).toHaveLength(8);
});
