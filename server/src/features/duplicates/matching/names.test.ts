import { describe, expect, it } from "vitest";
import { spells } from "./acronyms.ts";
import { skeletonOf, wordsOf } from "./latin.ts";
import { keyOf, MATCH_KEY_LENGTH } from "./match-key.ts";
import { partnerName } from "./partner-name.ts";
import { personName } from "./person-name.ts";
import { distance, likeness } from "./word-likeness.ts";

const word = (text: string) => {
  const [only] = wordsOf(text);
  if (!only) throw new Error(`"${text}" is no word.`);
  return { text: only.latin, skeleton: skeletonOf(only.latin), isForeign: only.isForeign };
};

describe("words", () => {
  it.each([
    ["சுரேஷ்", "Suresh"],
    ["শক্তি", "Shakti"],
    ["سمير", "Samir"],
    ["Юрій", "Yuriy"],
    ["Παπαδόπουλος", "Papadopoulos"],
    ["ಕರ್ನಾಟಕ", "Karnataka"],
    ["Mohamed", "Mohammed"],
    ["Kovalchuk", "Kovalcuhk"],
    ["Tiruvallur", "Thiruvallur"],
  ])("%s is %s", (a, b) => {
    expect(likeness(word(a), word(b))).toBeGreaterThan(0.8);
    expect(likeness(word(b), word(a))).toBe(likeness(word(a), word(b)));
  });

  it.each([
    ["Maria", "Mario"],
    ["Joan", "John"],
    ["Мария", "Marina"],
    ["Олена", "Oleh"],
    ["Ramesh", "Suresh"],
    ["Hassan", "Hussein"],
    ["Marta", "Maria"],
  ])("%s is not %s", (a, b) => {
    expect(likeness(word(a), word(b))).toBeLessThan(0.8);
  });

  it("are as many letters apart as people would say, neighbours exchanged counting once", () => {
    expect(distance("foundation", "foudnation")).toBe(1);
    expect(distance("kitten", "sitting")).toBe(3);
    expect(distance("", "abc")).toBe(3);
  });
});

describe("names of partners", () => {
  const concepts = (name: string) => partnerName(name).flatMap((token) => token.concept ?? []);

  it.each([
    "Ministry of the Interior",
    "Interior Ministry",
    "Ministerul de Interne",
    "Ministère de l'Intérieur",
    "Ministerio del Interior",
    "Міністерство внутрішніх",
    "وزارة الداخلية",
  ])("%s is a ministry of the interior", (name) => {
    expect(concepts(name).toSorted()).toEqual(["internal", "ministry"]);
  });

  it("know countries in every language, ordinals in words and Roman numbers", () => {
    expect(concepts("Policía Nacional del Perú")).toEqual(["police", "national", "PE"]);
    expect(concepts("Поліція України")).toEqual(["police", "UA"]);
    expect(concepts("Juzgado Segundo")).toEqual(["court", "2"]);
    expect(concepts("Court II")).toEqual(["court", "2"]);
    expect(concepts("Court No. 2")).toEqual(["court", "2"]);
  });

  it.each([
    ["pnp", "Philippine National Police"],
    ["dswd", "Department of Social Welfare and Development"],
    ["naptip", "National Agency for the Prohibition of Trafficking in Persons"],
    ["osce", "Organization for Security and Co-operation in Europe"],
    ["deped", "Department of Education"],
    ["komnas", "Komisi Nasional"],
  ])("%s stands for %s", (acronym, name) => {
    expect(spells(acronym, partnerName(name))).toBe(true);
  });

  it.each([
    ["pnp", "Philippine National Police Academy"],
    ["police", "Police"],
    ["cid", "Directorate of Criminal Investigations"],
  ])("%s does not stand for %s", (acronym, name) => {
    expect(spells(acronym, partnerName(name))).toBe(false);
  });
});

describe("names of people", () => {
  const parts = (name: string) => personName(name).parts.map((part) => part.text);

  it.each([
    ["Police Brigadier General Edgar DM Cacayan", ["edgar", "d", "m", "cacayan"]],
    ["Hon. Justice Mumbi Ngugi", ["mumbi", "ngugi"]],
    ["Shri Rajesh Kumar Singh, IPS", ["rajesh", "kumar", "singh"]],
    ["A.K. Sharma", ["a", "k", "sharma"]],
    ["E. Cacayan", ["e", "cacayan"]],
    ["Maria Teresa de la Cruz", ["maria", "teresa", "cruz"]],
    ["Raman s/o Krishnan", ["raman", "krishnan"]],
    ["Major", ["major"]],
  ])("%s is %j", (name, expected) => {
    expect(parts(name)).toEqual(expected);
  });

  it("tell a father from his son, and a sister from a senior", () => {
    expect(personName("Jose Reyes Jr.").generation).toBe("JUNIOR");
    expect(personName("Sr. Mary Francis").generation).toBeNull();
    expect(personName("Jose Reyes Sr.").generation).toBe("SENIOR");
  });
});

it("a key fits its column, whatever it is made of", () => {
  expect(keyOf("a pnp")).toBe("a pnp");
  for (const text of ["x".repeat(500), "n ქართული"]) {
    expect(keyOf(text).length).toBeLessThanOrEqual(MATCH_KEY_LENGTH);
    expect(keyOf(text)).toMatch(/^[xn]#[0-9a-f]{16}$/);
  }
});
