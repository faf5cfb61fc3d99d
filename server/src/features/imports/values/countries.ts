import { fold, foldedWords } from "@concord/shared/fold";
import { iso31661 } from "iso-3166/1.js";

/** Languages in which offices and partners write the names of countries. */
const LOCALES = [
  ..."en en-US es fr pt de it nl ro pl uk ru cs sk hu bg sr hr el tr sv da nb fi sq".split(" "),
  ..."hi ta te kn ml bn mr gu pa ur si ne th km lo my vi id ms fil zh zh-Hant ja ko mn".split(" "),
  ..."ar fa he sw am so rw om ha yo ig zu af ka hy az uz".split(" "),
];

/** What people write and no list has: acronyms, parts of countries, names of before. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  US: ["USA", "U.S.", "U.S.A.", "America", "EEUU", "EE. UU.", "EUA"],
  GB: ["UK", "Great Britain", "Britain", "England", "Scotland", "Wales", "Northern Ireland"],
  AE: ["UAE", "Emirates"],
  CD: ["DRC", "DR Congo", "RDC", "Congo-Kinshasa", "Zaire", "Democratic Republic of the Congo"],
  CG: ["Congo", "Republic of the Congo", "Congo-Brazzaville"],
  PG: ["PNG"],
  KR: ["ROK", "Korea", "Republic of Korea"],
  KP: ["DPRK"],
  CF: ["CAR"],
  SA: ["KSA"],
  ZA: ["RSA"],
  DO: ["Dominican Rep.", "Dom. Rep."],
  PH: ["Phil.", "Phils", "RP"],
  CI: ["Ivory Coast"],
  CV: ["Cape Verde"],
  CZ: ["Czech Republic"],
  MK: ["Macedonia"],
  MM: ["Burma"],
  SZ: ["Swaziland"],
  NL: ["Holland"],
  TL: ["East Timor"],
  VA: ["Vatican", "Holy See"],
  LA: ["Lao PDR"],
  MD: ["Republic of Moldova"],
  TZ: ["United Republic of Tanzania"],
  BO: ["Plurinational State of Bolivia"],
  VE: ["Bolivarian Republic of Venezuela"],
  IR: ["Islamic Republic of Iran"],
  FM: ["Federated States of Micronesia"],
  TR: ["Turkey"],
  PS: ["Palestine", "State of Palestine"],
};

const INTERNATIONAL = ["international", "global", "worldwide", "world", "multinational", "internacional", "weltweit"];
/** Words that stand before a name or not: "The Gambia", "Republic of Kenya". */
const LEADING = /^(?:the|la|le|el|l|republic of(?: the)?|kingdom of(?: the)?|state of|republica de|republique de) /;

let names: ReadonlyMap<string, string> | undefined;

/** Codes by folded name. English goes before other languages, where one name means two countries. */
function countryNames(): ReadonlyMap<string, string> {
  if (names) return names;
  const found = new Map<string, string>();
  const add = (name: string, country: string) => {
    const key = keyOf(name);
    if (key !== "" && !found.has(key)) found.set(key, country);
  };
  for (const { alpha2, alpha3, name } of iso31661) for (const known of [alpha2, alpha3, name]) add(known, alpha2);
  for (const [country, others] of Object.entries(ALSO)) for (const name of others) add(name, country);
  for (const locale of LOCALES) {
    for (const style of ["long", "short"] as const) {
      const display = new Intl.DisplayNames(locale, { type: "region", style, fallback: "none" });
      for (const { alpha2 } of iso31661) add(display.of(alpha2) ?? "", alpha2);
    }
  }
  names = found;
  return found;
}

function keyOf(text: string): string {
  return foldedWords(text).join(" ");
}

/** Reads a country by its code, name in English or a local language, or acronym; "INTERNATIONAL" where it is none. */
export function readCountry(text: string): string | undefined {
  const key = keyOf(text);
  if (INTERNATIONAL.includes(key)) return "INTERNATIONAL";
  const withoutBrackets = keyOf(text.replaceAll(/\([^)]*\)/g, " "));
  const candidates = [key, withoutBrackets, key.replace(LEADING, ""), fold(key).replaceAll(" ", "")];
  return candidates.map((candidate) => countryNames().get(candidate)).find((country) => country !== undefined);
}
