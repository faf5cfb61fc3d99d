import { foldedWords } from "@concord/shared/fold";
import { isSubdivision } from "@concord/shared/subdivisions";
import { iso31662 } from "iso-3166/2.js";

let names: ReadonlyMap<string, readonly string[]> | undefined;

/** What a state or province may be called beside its name: "State of Punjab", "Cebu Province". */
const GENERIC = new Set("state province region county district department governorate oblast of the de del".split(" "));

function keyOf(text: string): string {
  const words = foldedWords(text);
  const telling = words.filter((word) => !GENERIC.has(word));
  return (telling.length > 0 ? telling : words).join(" ");
}

function subdivisionNames(): ReadonlyMap<string, readonly string[]> {
  if (names) return names;
  const found = new Map<string, string[]>();
  for (const { code, name } of iso31662) {
    // Where a name has a second one in brackets or behind a comma, both are names.
    for (const key of new Set([keyOf(name), keyOf(name.replaceAll(/[([,].*$/g, ""))])) {
      found.set(key, [...(found.get(key) ?? []), code]);
    }
  }
  names = found;
  return found;
}

/**
 * Reads a state or province by its ISO 3166-2 code or its name: of the country where that is known, else only where no
 * two countries have one of the name.
 */
export function readSubdivision(text: string, country: string | null): string | undefined {
  const code = text.trim().toUpperCase().replace(/\s/g, "");
  if (isSubdivision(code)) return code;
  if (country !== null && isSubdivision(`${country}-${code}`)) return `${country}-${code}`;
  const codes = subdivisionNames().get(keyOf(text)) ?? [];
  const fitting = country === null ? codes : codes.filter((candidate) => candidate.startsWith(`${country}-`));
  return fitting.length === 1 ? fitting[0] : undefined;
}
