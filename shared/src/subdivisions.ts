import { iso31662 } from "iso-3166/2.js";
import type { FieldIssue } from "./rules/check.ts";

interface Subdivision {
  /** ISO 3166-2, as `IN-TN`. */
  readonly code: string;
  readonly name: string;
}

const names = new Map(iso31662.map(({ code, name }) => [code, name]));

export function isSubdivision(code: string): boolean {
  return names.has(code);
}

/** What is wrong with a state or province that has the right form; the forms offer only those that are there. */
export function unknownSubdivision(code: string | null | undefined): FieldIssue[] {
  if (!code || isSubdivision(code)) return [];
  return [
    {
      path: "subdivision",
      message: `"${code}" is not a state or province. Choose one, or send its ISO 3166-2 code, as IN-TN.`,
    },
  ];
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
