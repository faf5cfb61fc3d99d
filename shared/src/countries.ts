import { iso31661Alpha2ToAlpha3 } from "iso-3166/1-a2-to-1-a3.js";

const NAMES = new Intl.DisplayNames("en-GB", { type: "region" });

/** ISO 3166-1 alpha-2 codes that are assigned. */
export const COUNTRIES: readonly string[] = Object.keys(iso31661Alpha2ToAlpha3).toSorted();

const known = new Set(COUNTRIES);

export function isCountry(code: string): boolean {
  return known.has(code);
}

/** "IN" is shown as "India"; what is no country stays as it is. */
export function countryName(code: string): string {
  return isCountry(code) ? (NAMES.of(code) ?? code) : code;
}
