import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PartnerFacts } from "./partner-circumstances.ts";
import { partnerKeys } from "./partner-keys.ts";
import { readPartnerFacts, scorePartners } from "./partner-score.ts";
import { personKeys } from "./person-keys.ts";
import { readPersonFacts, scorePeople } from "./person-score.ts";
import { CERTAIN, LIKELY } from "./reasons.ts";

const partner = (names: readonly string[], facts: Partial<PartnerFacts> = {}) =>
  readPartnerFacts({
    id: null,
    names,
    kind: null,
    international: false,
    country: null,
    subdivision: null,
    subdivisionName: null,
    parentId: null,
    parentNames: [],
    host: null,
    ...facts,
  });
const person = (name: string, partnerIds: readonly string[] = [], countries: readonly string[] = []) =>
  readPersonFacts({ id: null, names: [name], partnerIds, countries });

const anyName = fc
  .array(
    fc.constantFrom(
      ..."National Police Tamil Nadu Kerala Women PNP Dept. Court II the of поліція காவல்துறை Hope St. — ( ) 7".split(
        " ",
      ),
    ),
    { maxLength: 8 },
  )
  .map((words) => words.join(" "));

describe("the score of two partners", () => {
  it("is the same either way, between 0 and 1, and 1 for a name and itself", () => {
    fc.assert(
      fc.property(anyName, anyName, (a, b) => {
        const [there, back] = [
          scorePartners(partner([a]), partner([b])).score,
          scorePartners(partner([b]), partner([a])).score,
        ];
        expect(there).toBeCloseTo(back, 6);
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(1);
      }),
      { seed: 7, numRuns: 500 },
    );
    expect(
      scorePartners(partner(["Hope House"], { country: "KE" }), partner(["Hope House"], { country: "KE" })).score,
    ).toBe(1);
  });

  it("of two that are certain is of two that share a key", () => {
    fc.assert(
      fc.property(anyName, anyName, (a, b) => {
        const [one, other] = [partner([a], { country: "IN" }), partner([b], { country: "IN" })];
        if (scorePartners(one, other).score < CERTAIN) return;
        const keys = partnerKeys(one);
        expect(
          partnerKeys(other).some((key) => keys.includes(key)),
          `${a} / ${b}`,
        ).toBe(true);
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it("rises with one website, and with one parent; falls with another kind, country, state or parent", () => {
    const named = (facts: Partial<PartnerFacts>) =>
      partner(["Kanlugan Shelter"], { country: "KE", kind: "SHELTER", ...facts });
    const score = (mine: Partial<PartnerFacts>, theirs: Partial<PartnerFacts>) =>
      scorePartners(named(mine), partner(["Kanlungan Shelter"], { country: "KE", kind: "SHELTER", ...theirs })).score;
    const plain = score({}, {});
    expect(score({ host: "hope.example" }, { host: "hope.example" })).toBeGreaterThan(plain);
    expect(score({ parentId: "p" }, { parentId: "p" })).toBeGreaterThan(plain);
    expect(score({ kind: "NGO" }, {})).toBeLessThan(plain);
    expect(score({ kind: "COURT" }, {})).toBeLessThan(score({ kind: "NGO" }, {}));
    expect(score({ country: "UG" }, {})).toBeLessThan(LIKELY);
    expect(score({ subdivision: "KE-01" }, { subdivision: "KE-02" })).toBeLessThan(LIKELY);
    expect(score({ parentId: "p" }, { parentId: "q" })).toBeLessThan(LIKELY);
    expect(score({ parentId: "other" }, { id: "other" })).toBeLessThan(LIKELY);
  });

  it("of one acronym that stands for two names is low, and says why", () => {
    const { score, reasons } = scorePartners(
      partner(["Child Welfare Committee", "CWC"], { country: "IN" }),
      partner(["Central Water Commission", "CWC"], { country: "IN" }),
    );
    expect(score).toBeLessThan(LIKELY);
    expect(reasons).toEqual([{ code: "SAME_ACRONYM_ONLY", mine: "CWC", theirs: "CWC" }]);
  });

  it("says which words only one of them has", () => {
    const { reasons } = scorePartners(
      partner(["Polaris"], { host: "p.org" }),
      partner(["Polaris Project Kenya"], { host: "p.org" }),
    );
    expect(reasons).toContainEqual({ code: "MORE_WORDS", mine: null, theirs: "kenya" });
  });
});

describe("the score of two people", () => {
  it("rises at the same partner, and falls at another and in another country", () => {
    const score = (partnerIds: string[], countries: string[]) =>
      scorePeople(person("Suresh Kumar", ["a"], ["IN"]), person("Kumar, Suresh", partnerIds, countries)).score;
    expect(score(["a"], ["IN"])).toBeGreaterThanOrEqual(CERTAIN);
    expect(score([], [])).toBeGreaterThanOrEqual(LIKELY);
    expect(score(["b"], ["IN"])).toBeLessThan(LIKELY);
    expect(score(["b"], ["KE"])).toBeLessThan(score(["b"], ["IN"]));
  });

  it("of initials is likely only at the same partner", () => {
    const initials = person("S. Kumar", ["a"], ["IN"]);
    expect(scorePeople(initials, person("Suresh Kumar", ["a"], ["IN"])).score).toBeGreaterThanOrEqual(LIKELY);
    expect(scorePeople(initials, person("Suresh Kumar", ["b"], ["IN"])).score).toBeLessThan(LIKELY);
    expect(scorePeople(initials, person("Ramesh Kumar", ["a"], ["IN"])).score).toBeLessThan(LIKELY);
  });

  it("of two that are certain is of two that share a key, at a partner and anywhere", () => {
    const [one, other] = [person("S. Kumar", ["a"]), person("Suresh Kumar", ["a"])];
    expect(personKeys(one).filter((key) => personKeys(other).includes(key)).length).toBeGreaterThanOrEqual(2);
  });
});
