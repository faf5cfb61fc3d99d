import { iso31662 } from "iso-3166/2.js";

interface Subdivision {
  /** ISO 3166-2, as `IN-TN`. */
  readonly code: string;
  readonly name: string;
}

const names = new Map(iso31662.map(({ code, name }) => [code, name]));

export function isSubdivision(code: string): boolean {
  return names.has(code);
}

/** "IN-TN" is shown as "Tamil Nadu"; what is no subdivision stays as it is. */
export function subdivisionName(code: string): string {
  return names.get(code) ?? code;
}

/** The subdivisions of a country, by name. The whole list is large: the client loads this module when it is needed. */
export function subdivisionsOf(country: string): Subdivision[] {
  return iso31662
    .filter(({ code }) => code.startsWith(`${country}-`))
    .map(({ code, name }) => ({ code, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, "en"));
}
